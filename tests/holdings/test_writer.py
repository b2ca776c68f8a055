"""Adding and removing documents leaves the same index as never having had the removed ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategikort import child
from strategikort.index.filling import digesting
from strategikort.index.filling import writer as writing
from strategikort.index.filling.analysis import Analyzer
from strategikort.index.filling.writer import Addition, IndexWriter
from strategikort.index.storage.store import Store
from strategikort.index.storage.transaction import transaction
from strategikort.model import Document, Place, Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.source import Source

ANALYZER = Analyzer()
WORDS = [
    "strategi",
    "strategien",
    "strategier",
    "sikkerhedspolitik",
    "forsyningssikkerhed",
    "EU-delegationer",
    "forsynings-",
    "og",
    "værdikæder",
    "cyberspionage",
    "og",
    "-kriminalitet",
    "kvanteteknologi",
    "xyzzy",
    "årene",
    "3.037",
]


def make(document: str, paragraphs: Iterable[str]) -> tuple[Document, Source, list[Section]]:
    texts = list(paragraphs)
    raw = "\n\n".join(texts)
    sections: list[Section] = []
    at = 0
    for number, text in enumerate(texts, start=1):
        span = SourceRange(at, at + len(text))
        above = f"{document}/{number // 2}" if number // 2 else None
        sections.append(
            Section(
                id=f"{document}/{number}",
                document=document,
                kind="afsnit",
                number=str(number),
                title=" ".join(text.split()[:2]),
                text=AlignedText.cut(raw, *span),
                pieces=(span,),
                lines=((2 * number - 1, 2 * number - 1),),
                parent=above,
                label=f"Afsnit {number}",
            )
        )
        at = span.end + 2
    described = Document(
        document, f"Titel {document}", document, "", "2024", "tekst", "x.txt", "0" * 64, 1, 1
    )
    return described, Source("x.txt", raw, "0" * 64), sections


def place(section: Section, start: int, end: int) -> Place:
    return Place(section.pieces, section.lines, ())


def fill(store: Store, documents: Iterable[tuple[str, Iterable[str]]]) -> None:
    def additions() -> Iterator[Addition]:
        for name, paragraphs in documents:
            described, source, sections = make(name, paragraphs)
            first = store.add_document(described, source, sections)
            labels = {section.id: section.label for section in sections}
            yield Addition(enumerate(sections, start=first), labels, place)

    with transaction(store.connection):
        IndexWriter(store.connection, ANALYZER).fill(additions())


def put(store: Store, writer: IndexWriter, document: str, paragraphs: Iterable[str]) -> None:
    described, source, sections = make(document, paragraphs)
    first = store.add_document(described, source, sections)
    labels = {section.id: section.label for section in sections}
    writer.add(Addition(enumerate(sections, start=first), labels, place))


def contents(store: Store) -> dict[str, Any]:
    """Everything that a search sees, with words in the place of their numbers."""
    execute: Callable[..., sqlite3.Cursor] = store.connection.execute
    forms = dict(execute("SELECT id, form FROM forms"))
    keys = dict(execute("SELECT id, key FROM keys"))
    used = {key for key, passages in execute("SELECT key, passages FROM keys") if passages}
    execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab (main, search, instance)")
    rows = execute("SELECT term, doc, col, offset FROM terms").fetchall()
    execute("DROP TABLE temp.terms")
    # FTS5's own record of how many rows there are, and how many terms in each column.
    (totals,) = execute("SELECT block FROM search_data WHERE id = 1").fetchone()
    order = {
        n: (section, start)
        for n, section, start in execute(
            "SELECT n, id, start FROM passages JOIN sections ON position = section"
        )
    }
    return {
        "postings": sorted(
            (keys[int(term, 16)], order[n], column, offset)
            for term, n, column, offset in rows
            if column != "parts"
        ),
        "parts": sorted(
            (keys[int(term, 16)], order[n]) for term, n, column, _ in rows if column == "parts"
        ),
        "counts": sorted(execute("SELECT key, passages FROM keys WHERE passages > 0")),
        "words": [
            (order[n], [forms[form] for form in _unpack(packed)])
            for n, packed in execute("SELECT n, forms FROM passages ORDER BY n")
        ],
        "names": sorted(execute("SELECT key, what, ref FROM names")),
        "vocabulary": sorted(execute("SELECT form, uses FROM forms")),
        "compounds": sorted(
            (keys[part], forms[form]) for part, form in execute("SELECT part, form FROM parts")
        ),
        "dead": [key for key in keys.values() if key not in used],
        "sections": [section.id for section in store.all_sections()],
        "totals": totals.rstrip(b"\0"),
    }


def _unpack(packed: bytes) -> list[int]:
    from strategikort.index.storage.terms import unpack

    return list(unpack(packed))


texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), max_size=4
)


@settings(max_examples=40)
@given(documents=st.lists(texts, min_size=2, max_size=5), data=st.data())
def test_removing_leaves_what_never_having_added_would(
    documents: list[list[str]], data: st.DataObject
) -> None:
    kept = data.draw(st.sets(st.integers(0, len(documents) - 1)))
    changed, plain = Store.create(None), Store.create(None)
    writer = IndexWriter(changed.connection, ANALYZER)
    for number, paragraphs in enumerate(documents):
        put(changed, writer, f"d{number}", paragraphs)
    for number in range(len(documents)):
        if number not in kept:
            writer.remove(changed.remove_document(f"d{number}"))
    # Another writer, which remembers nothing, for what is added once more.
    writer = IndexWriter(changed.connection, ANALYZER)
    put(changed, writer, "sidst", documents[0])
    for number in sorted(kept):
        put(plain, IndexWriter(plain.connection, ANALYZER), f"d{number}", documents[number])
    put(plain, IndexWriter(plain.connection, ANALYZER), "sidst", documents[0])
    assert contents(changed) == contents(plain)
    changed.connection.execute("INSERT INTO search(search) VALUES ('integrity-check')")


def test_two_writers_at_one_database_agree_on_numbers(tmp_path: Any) -> None:
    Store.create(tmp_path / "a.sqlite").close()
    stores = [Store(sqlite3.connect(tmp_path / "a.sqlite", isolation_level=None)) for _ in range(2)]
    writers = [IndexWriter(store.connection, ANALYZER) for store in stores]
    plain = Store.create(None)
    for number in range(6):
        words = [f"{WORDS[number]} nyt{number} fælles{number // 2}", WORDS[number + 1]]
        put(stores[number % 2], writers[number % 2], f"d{number}", words)
        put(plain, IndexWriter(plain.connection, ANALYZER), f"d{number}", words)
    assert contents(stores[0]) == contents(plain)


def test_what_was_rolled_back_is_forgotten() -> None:
    store, plain = Store.create(None), Store.create(None)
    store.connection.execute("PRAGMA journal_mode = MEMORY")
    writer = IndexWriter(store.connection, ANALYZER)
    store.connection.execute("BEGIN")
    put(store, writer, "d1", ["aldrig set før"])
    store.connection.execute("ROLLBACK")
    writer.forget()
    for target, with_writer in ((store, writer), (plain, IndexWriter(plain.connection, ANALYZER))):
        put(target, with_writer, "d2", ["strategi og aldrig set før"])
    assert contents(store) == contents(plain)


def many() -> list[tuple[str, list[str]]]:
    """Documents whose words return in later ones, with new ones besides."""
    return [
        (f"d{number}", [f"{' '.join(WORDS)} nyt{number}", f"fælles{number // 3} {WORDS[number]}"])
        for number in range(12)
    ]


def one_by_one(documents: Iterable[tuple[str, Iterable[str]]]) -> Store:
    store = Store.create(None)
    for name, paragraphs in documents:
        put(store, IndexWriter(store.connection, ANALYZER), name, paragraphs)
    return store


class Started:
    """Counts the processes that are started, and what code they run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: str | None = None) -> None:
        self.count = 0
        start = child.start

        def counted(given: str, *arguments: str) -> Any:
            self.count += 1
            return start(code or given, *arguments)

        monkeypatch.setattr(child, "start", counted)
        monkeypatch.setattr(digesting, "MANY", 0)
        monkeypatch.setattr(digesting, "several_cpus", lambda: True)
        monkeypatch.setattr(writing, "BATCH", 200)


def test_what_another_process_writes_is_buffered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a buffer, half of an answer is lost when a signal breaks off the writing of it."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    process = child.start("import sys; sys.stdout.write(type(sys.stdout.buffer).__name__)")
    written, _ = process.communicate()
    assert written == b"BufferedWriter"


@pytest.mark.parametrize("remembered", [400_000, 20])
def test_filling_beside_another_process_gives_what_adding_gives(
    monkeypatch: pytest.MonkeyPatch, remembered: int
) -> None:
    monkeypatch.setattr("strategikort.index.filling.lexis._REMEMBERED", remembered)
    started = Started(monkeypatch)
    store = Store.create(None)
    fill(store, many())
    assert started.count == 1
    monkeypatch.setattr(writing, "BATCH", 1_000_000)
    monkeypatch.setattr(digesting, "MANY", 1_000)
    assert contents(store) == contents(one_by_one(many()))
    assert started.count == 1  # documents of few words each are not worth a process
    store.connection.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    tables = {
        name
        for (name,) in store.connection.execute("SELECT name FROM sqlite_schema WHERE type='index'")
    }
    assert {"forms_by_key", "forms_by_ending", "passages_by_section"} <= tables


@pytest.mark.parametrize(
    "code",
    [
        "pass",
        "import sys; sys.stdin.buffer.read(9)",
        # Answers once, and then ends in the middle of an answer.
        "from strategikort.index.filling import digesting as d; import sys; w = d._write\n"
        "def once(pipe, m): w(pipe, m); pipe.write(b'x'); pipe.flush(); sys.exit(3)\n"
        "d._write = once; d.main()",
    ],
)
def test_filling_goes_on_alone_when_the_other_process_dies(
    monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    started = Started(monkeypatch, code)
    store = Store.create(None)
    fill(store, many())
    assert started.count == 1
    assert contents(store) == contents(one_by_one(many()))


def test_without_an_interpreter_filling_goes_on_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    Started(monkeypatch)
    monkeypatch.setattr("sys.executable", "")  # as in a program that embeds Python
    store = Store.create(None)
    fill(store, many())
    assert contents(store) == contents(one_by_one(many()))
