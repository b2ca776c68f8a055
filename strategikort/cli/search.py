"""``strategikort søg``: ranked passages with citations."""

from __future__ import annotations

from typing import Annotated

import typer

from strategikort.cli import options
from strategikort.cli.collection import ids_named, open_collection
from strategikort.cli.framework import details
from strategikort.cli.terminal import remark, screen, write, write_json, write_jsonl
from strategikort.library import Collection
from strategikort.model import SearchResult
from strategikort.output import remarks, results


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

            write(hits_table(wanted, documents, result.hits))
        case "tekst":
            shown_on = screen(colour, collection)
            write(results.result_text(documents, result, shown_on, explain=explain))
    if result.hits:
        remark(*remarks.of_hits(collection, result.hits))
        return 0
    _say_unanswered(collection, result, documents_wanted, kinds_wanted, exact=exact)
    return 1


def _say_unanswered(
    collection: Collection,
    result: SearchResult,
    documents: list[str],
    kinds: list[str],
    *,
    exact: bool,
) -> None:
    """Say what was looked for in vain, what may be asked instead, and where it may stand still."""
    if not exact and collection.is_missing(result.query):
        remark(f"»{result.query.strip()}« findes ikke i samlingen.")
        remark("Se, hvad der findes, med strategikort dokumenter ID.")
    else:
        from strategikort.output.unanswered import instead, tried

        among = [collection.kind_words.plural(name) for name in kinds]
        remark(*tried(result, documents, among, exact=exact))
        if not exact:
            found = collection.unanswered(result.query, documents=documents, kinds=kinds)
            remark(*instead(found, documents, kinds))
    remark(*remarks.unread(collection, documents))
    # It may stand in a file that has been changed since it was read.
    remark(*remarks.of_files(collection, documents or collection.by_id))
