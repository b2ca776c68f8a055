"""``strategikort søg``: ranked passages with citations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import details
from strategikort.cli.framework.folding import in_quotes, shown
from strategikort.cli.terminal import remark, screen, write, write_json, write_jsonl
from strategikort.danish import listed
from strategikort.index.operators import alternatives, joined_by_and
from strategikort.index.query import parse_query
from strategikort.language.stopwords import content_words, is_question
from strategikort.language.tokens import word_texts
from strategikort.library import Collection
from strategikort.model import SearchResult
from strategikort.output import remarks, results
from strategikort.references.about import asked_within

_CONTENTS = frozenset(
    {"indhold", "indholdet", "indholdsfortegnelse", "indholdsfortegnelsen", "kapiteloversigt"}
)
"""Words for the list of what is in a document, which is no section of it."""

_SAID = 200
"""Characters of a query that are repeated where nothing was found."""


@details(
    """Du kan skrive ord, hele spørgsmål og henvisninger. Søgningen kender bøjninger,
    sammensætninger, synonymer, engelske ord og stavefejl, og æøå kan skrives ae, oe, aa.

      »åbent internet«  ordene, som de står
      "klima -Kina"     uden Kina
      "kvante*"         begynder sådan
      titel:klima       i overskriften
      klima OR miljø    et af dem
      klima AND Kina    begge
      klima NOT Kina    uden Kina

    OR, AND og NOT kan også hedde ELLER, OG og IKKE, alle med store bogstaver.

    Skriv hele søgningen i anførselstegn, hvis den har - eller * i sig. Vil du have ordene, som de
    står, med "…", så skriv '"…"'; ellers tager skallen dem.""",
    examples=(
        'strategikort søg "kvanteteknologi"',
        "strategikort søg hvad siger strategien om Arktis",
        'strategikort søg "partnerskaber -Kina" -d uss -n 5',
        'strategikort søg "klima OR miljø"',
        'strategikort søg "kritisk infrastruktur" --json',
    ),
)
def search(
    words: Annotated[list[str], typer.Argument(metavar="ORD", help="Det, du leder efter.")],
    document: options.Document = None,
    kind: options.Kind = None,
    limit: Annotated[
        int, typer.Option("-n", "--antal", metavar="ANTAL", min=1, max=1000, help="Højst så mange.")
    ] = 10,
    exact: Annotated[
        bool, typer.Option("--nøjagtig", help="Kun ordene selv: ingen bøjning, ingen rettelser.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--forklar", help="Vis, hvilke ord der passede, og hvad de vejede.")
    ] = False,
    json: options.Json = False,
    form: options.Format = None,
    own: options.Collection = None,
    colour: options.Colour = "auto",
) -> int:
    """Find passages."""
    wanted = options.chosen_format(json, form)
    if explain and wanted not in ("tekst", "json"):  # whose terms tell how they matched
        options.refuse_form("--forklar")
    collection = open_collection(own)
    documents_wanted = ids_named(collection, document)
    kinds_wanted = [collection.kind(word) for word in kind or []]
    result = collection.search(
        " ".join(words),
        documents=documents_wanted,
        kinds=kinds_wanted,
        limit=limit,
        exact=exact,
        repeats=wanted == "csv",  # whose rows name one place each
    )
    documents = collection.by_id
    remark(*remarks.meant(result))
    match wanted:
        case "json":
            write_json(
                query=results.query_object(result, documents_wanted, kinds_wanted),
                total=result.total,
                total_at_least=result.at_least,
                results=results.result_objects(documents, result),
            )
        case "jsonl":
            write_jsonl(results.result_objects(documents, result))
        case "csv" | "md":
            from strategikort.output.tabular import hits_table

            write(hits_table(wanted, documents, result))
        case "tekst":
            shown_on = screen(colour, collection)
            write(results.result_text(documents, result, shown_on, explain=explain))
    if result.hits:
        places = (one for hit in result.hits for one in (hit, *hit.also))
        remark(*remarks.changed(collection, (one.section.document for one in places)))
    else:
        among = [collection.kind_words.plural(name) for name in kinds_wanted]
        if not exact and collection.is_missing(result.query):
            remark(f"»{result.query.strip()}« findes ikke i samlingen.")
            remark("Se, hvad der findes, med strategikort dokumenter ID.")
        else:
            _say_what_was_tried(result, documents_wanted, among, exact=exact)
            if not exact:
                _say_what_is_there(collection, result.query, documents_wanted, kinds_wanted)
            if not kinds_wanted and not exact:
                _say_what_may_be_absent(collection, result.query, documents_wanted)
        remark(*remarks.unread(collection, documents_wanted))
        # It may stand in a file that has been changed since it was read.
        searched = documents_wanted or [document.id for document in collection.documents]
        remark(*remarks.changed(collection, searched))
    return 0 if result.hits else 1


def _say_what_was_tried(
    result: SearchResult, documents: Sequence[str], kinds: Sequence[str], *, exact: bool
) -> None:
    subject = result.query.strip()
    where = f" i {listed(documents, 'eller')}" if documents else ""
    among = f" blandt {listed(kinds)}" if kinds else ""
    remark(f"Intet fundet for »{shown(subject, _SAID)}«{where}{among}.")
    if exact:
        remark("Kun ordene selv er prøvet; udelad --nøjagtig for at få bøjninger og synonymer med.")
        return
    if not _CONTENTS.isdisjoint(subject.lower().split()):
        remark(
            "Et dokuments afsnit, med henvisning til hvert, vises med strategikort dokumenter ID."
        )
    query = parse_query(subject)
    if query.phrases:
        remark("Det i anførselstegn søges ordret; udelad dem for at få bøjninger og synonymer med.")
    beginnings = [f"»{word.text}«" for word in query.words if word.prefix]
    if beginnings:
        remark(f"Prøvet er alle ord, der begynder med {' og '.join(beginnings)}.")
    if len(beginnings) < len(query.words):
        tried = "Prøvet er alle bøjninger og sammensætninger og ukendte ords nærmeste stavemåder"
        if result.tried:
            tried += f" samt {', '.join(result.tried)}"
        remark(f"{tried.removesuffix('.')}.")


def _say_what_is_there(
    collection: Collection, query: str, documents: Sequence[str], kinds: Sequence[str]
) -> None:
    """Say which words of a search are found alone, and how to search without the others."""
    words = remarks.each_alone(collection, query, documents, kinds)
    if not words:
        return
    remark(remarks.alone(words))
    nowhere = [f"»{one.word}«" for one in words if not one.places]
    rest = " ".join(one.word for one in words if one.places)
    if nowhere and collection.search(rest, documents=documents, kinds=kinds, limit=1).hits:
        options = "".join(f" -d {name}" for name in documents)
        options += "".join(f" -t {name}" for name in kinds)
        without = listed(nowhere, "og")
        remark(f"Uden {without} er der svar: strategikort søg {in_quotes(rest)}{options}.")


def _say_what_may_be_absent(collection: Collection, query: str, documents: Sequence[str]) -> None:
    """Name the command that shows the absence of what a query is about."""
    either = alternatives(query)
    if len(either) > 1:
        for one in either:
            _say_what_may_be_absent(collection, one, documents)
        return
    query = " ".join(joined_by_and(query))
    subject = query.strip()
    if len(subject) > _SAID or parse_query(subject).leaves_out:
        return
    within = None if documents else asked_within(subject, collection.resolver)
    if within and not within.perhaps:
        subject, documents = within.subject, [within.document]
    words = word_texts(subject)
    if is_question(words, subject):
        subject = " ".join(words[at] for at in content_words(words, subject))
    options = "".join(f" -d {name}" for name in documents)
    remark(f"Et fravær, der kan citeres: strategikort fravær {in_quotes(subject)}{options}")
