"""OpenDocument texts, put together from their parts."""

from __future__ import annotations

from tests.readers.word import zipped

MIMETYPE = "application/vnd.oasis.opendocument.text"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
NS = (
    " ".join(
        f'xmlns:{prefix}="{_URN}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
            ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("meta", "meta"), ("form", "form"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
)  # fmt: skip


def style(name: str, inside: str = "", parent: str = "", family: str = "paragraph",
          more: str = "") -> str:  # fmt: skip
    """Return a style; ``inside`` are the properties of its text, ``more`` further attributes."""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{above} {more}>'
        f"<style:text-properties {inside}/></style:style>"
    )


def level(at: int, form: str = "1", shown: int = 1, prefix: str = "", suffix: str = "") -> str:
    """Return a level of the numbers of headings."""
    return (
        f'<text:outline-level-style text:level="{at}" style:num-format="{form}"'
        f' text:display-levels="{shown}" style:num-prefix="{prefix}" style:num-suffix="{suffix}"/>'
    )


def numbered(name: str, *levels: str) -> str:
    """Return a list style."""
    named = "".join(levels).replace("outline-level-style", "list-level-style-number")
    return f'<text:list-style style:name="{name}">{named}</text:list-style>'


STYLES = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"'
    ' fo:language="da" fo:country="DK"/></style:default-style>'
    + style("Standard")
    + style("Heading", 'fo:font-size="14pt"', "Standard")
    + "".join(
        style(f"Heading_20_{at}", f'fo:font-size="{share}%"', "Heading",
              more=f'style:default-outline-level="{at}"')
        for at, share in ((1, 130), (2, 115))
    )
    + style("Quotations", "", "Standard")
    + style("Fed", 'fo:font-weight="bold"', family="text")
    + '<text:list-style style:name="Prik"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
    + numbered("Tal", level(1, suffix="."), level(2, "a", suffix=")"))
    + f'<text:outline-style style:name="Outline">{level(1)}{level(2, shown=2)}</text:outline-style>'
)  # fmt: skip


def p(text: str, name: str = "Standard") -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def h(text: str, at: int = 1, more: str = "") -> str:
    """Return a heading."""
    return f'<text:h text:style-name="Heading_20_{at}" text:outline-level="{at}" {more}>{text}</text:h>'


def listed(name: str, *items: str, more: str = "") -> str:
    """Return a list."""
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}" {more}>{inside}</text:list>'


def note(mark: str, *paragraphs: str, kind: str = "footnote") -> str:
    """Return a note with its mark."""
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{''.join(map(p, paragraphs))}</text:note-body></text:note>"
    )


def table(*rows: list[str]) -> str:
    """Return a table; a cell that begins with ``<`` is XML."""
    cells = (
        "".join(
            cell
            if cell.startswith("<table:")
            else f"<table:table-cell>{p(cell)}</table:table-cell>"
            for cell in row
        )
        for row in rows
    )
    inside = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{inside}</table:table>"


def boxed(*paragraphs: str) -> str:
    """Return a frame with paragraphs in it."""
    return f"<draw:frame><draw:text-box>{''.join(paragraphs)}</draw:text-box></draw:frame>"


def odt(body: str, automatic: str = "", styles: str = STYLES, meta: str = "",
        **parts: str) -> bytes:  # fmt: skip
    """Return a package with this body; ``Object_1__content`` and the like are further parts."""
    return zipped(
        {
            "mimetype": MIMETYPE,
            "content.xml": f"<office:document-content {NS}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {NS}><office:styles>{styles}</office:styles>"
            f"</office:document-styles>",
            "meta.xml": f"<office:document-meta {NS}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            **{f"{name.replace('__', '/')}.xml": content for name, content in parts.items()},
        }
    )


def flat(body: str, automatic: str = "", meta: str = "") -> bytes:
    """Return the same as a single file of XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {NS} office:version="1.3"'
        f' office:mimetype="{MIMETYPE}"><office:meta>{meta}</office:meta><office:styles>{STYLES}'
        f"</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()
