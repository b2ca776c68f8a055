"""The documents and sections as resources: what a person gives an assistant to read."""

from __future__ import annotations

from urllib.parse import quote, unquote

from strategikort.errors import UnknownReferenceError
from strategikort.library import Collection
from strategikort.model import Document

DOCUMENT = "strategikort://dokument/"
SECTION = "strategikort://afsnit/"


def document_uri(document: Document) -> str:
    """Return the address of a document."""
    return f"{DOCUMENT}{quote(document.id)}"


def read_resource(collection: Collection, uri: str) -> tuple[str, str]:
    """Return the media type and the text of a resource.

    A document is Markdown with the citation and the characters of every section, a section what
    ``vis --json`` gives, with all that belongs to it.  Raises ``UnknownReferenceError``.
    """
    if uri.startswith(DOCUMENT):
        from strategikort.output.export.content import Content
        from strategikort.output.export.text import markdown_document

        document = collection.document(unquote(uri.removeprefix(DOCUMENT)))
        text = "".join(markdown_document(Content(collection, [document.id]), document))
        return "text/markdown", text
    if uri.startswith(SECTION):
        from strategikort.output import objects

        section = collection.section(unquote(uri.removeprefix(SECTION)))
        ids = collection.with_descendants([section.id])
        documents = {section.document: collection.document(section.document)}
        found = objects.section_objects(documents, collection.get(ids))
        return "application/json", objects.dump(objects.envelope(sections=found))
    raise UnknownReferenceError(
        f"Adressen »{uri}« findes ikke.", f"Brug {DOCUMENT}ID eller {SECTION}ID."
    )
