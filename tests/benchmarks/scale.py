"""How building and searching grow with the archive, beside bare FTS5 and other engines.

    python -m tests.benchmarks.scale [--sizes 1000 10000 100000] [--queries 200] [--others]

Everything is measured in one run on the same generated text; the ratios count.  ``--others``
adds ripgrep, tantivy and bm25s where they can be found.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from strategikort.index.filling.analysis import Analyzer, words_of
from strategikort.index.filling.writer import Addition, IndexWriter
from strategikort.index.querying.filters import Filters
from strategikort.index.ranking.search import Searcher
from strategikort.index.storage.store import Store
from strategikort.index.storage.transaction import transaction
from strategikort.language.thesaurus import Thesaurus
from strategikort.model import Document, Place, Section
from strategikort.text.aligned import AlignedText, SourceRange
from strategikort.text.layout import PARAGRAPH
from strategikort.text.source import Source
from tests.benchmarks.archive import Generator

PASSAGES, SECTIONS = 5, 100
"""Passages in a section and sections in a document of the archive."""


def documents(texts: Sequence[str]) -> Iterator[tuple[Document, Source, list[Section]]]:
    """Yield the archive as documents of sections of passages."""
    size = PASSAGES * SECTIONS
    for first in range(0, len(texts), size):
        name = f"arkiv-{first // size}"
        parts = texts[first : first + size]
        bodies = [
            PARAGRAPH.join(parts[at : at + PASSAGES]) for at in range(0, len(parts), PASSAGES)
        ]
        raw = PARAGRAPH.join(bodies)
        sections: list[Section] = []
        start = 0
        for number, body in enumerate(bodies, start=1):
            end = start + len(body)
            sections.append(
                Section(
                    id=f"{name}/{number}",
                    document=name,
                    kind="afsnit",
                    number=str(number),
                    title=" ".join(body.split()[:4]),
                    text=AlignedText.cut(raw, start, end),
                    pieces=(SourceRange(start, end),),
                    lines=((number, number),),
                    label=f"Afsnit {number}",
                )
            )
            start = end + len(PARAGRAPH)
        document = Document(
            name,
            name.title(),
            name,
            "Arkivet",
            "2024",
            "rapport",
            f"{name}.txt",
            name,
            len(parts),
            0,
        )
        yield document, Source(document.file, raw, document.sha256), sections


def place_of(section: Section, start: int, end: int) -> Place:
    first = section.pieces[0].start
    return Place((SourceRange(first + start, first + end),), section.lines, ())


def build_ours(path: Path, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    store = Store.create(path)

    def additions() -> Iterator[Addition]:
        for document, source, sections in documents(texts):
            first = store.add_document(document, source, sections)
            yield Addition(enumerate(sections, start=first), {}, place_of)

    with transaction(store.connection):
        IndexWriter(store.connection).fill(additions())
    store.close()
    return time.perf_counter() - start


def build_bare(path: Path, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(
        "CREATE VIRTUAL TABLE bare USING fts5 (body, tokenize = 'unicode61 remove_diacritics 0')"
    )
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO bare VALUES (?)", ((text,) for text in texts))
    connection.execute("COMMIT")
    connection.execute("INSERT INTO bare(bare) VALUES ('optimize')")
    connection.close()
    return time.perf_counter() - start


def timings(search: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    times = []
    for query in queries:
        start = time.perf_counter()
        search(query)
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)


def bare_search(path: Path) -> Callable[[str], object]:
    connection = sqlite3.connect(path)

    def search(query: str) -> object:
        terms = " OR ".join(f'"{token.text}"' for token in words_of(query))
        sql = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT 10"
        return connection.execute(sql, (terms,)).fetchall()

    return search


def our_search(path: Path, share: int = 0) -> Callable[[str], object]:
    """Return a search of everything, or of one document of every ``share``."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    analyzer = Analyzer()
    searcher = Searcher(connection, analyzer, Thesaurus.load(lexicon=analyzer.lexicon))
    rows = connection.execute("SELECT id FROM documents ORDER BY position").fetchall()
    filters = Filters(tuple(name for (name,) in rows[::share]) if share else ())
    return lambda query: searcher.search(query, filters).scored[:10]


def in_a_process(
    opener: Callable[[Path], Callable[[str], object]], path: Path, queries: Sequence[str]
) -> tuple[list[float], float]:
    """Return the times of all queries in ms, sorted, and the peak memory in MB, in a new process.

    The first queries are asked twice, so that opening the database is not counted.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(_ask, opener, path, queries).result()


def _ask(
    opener: Callable[[Path], Callable[[str], object]], path: Path, queries: Sequence[str]
) -> tuple[list[float], float]:
    search = opener(path)
    timings(search, queries[:20])
    times = timings(search, queries)
    return times, _peak()


def _peak() -> float:
    """Return the peak memory of this process in MB; what its parent had used is not counted."""
    status = Path("/proc/self/status")
    if status.exists():
        return next(
            int(line.split()[1]) / 1000
            for line in status.read_text().splitlines()
            if line.startswith("VmHWM")
        )
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def percentile(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(share * len(times)))]


def ripgrep(folder: Path, texts: Sequence[str]) -> Callable[[str], object] | None:
    program = shutil.which("rg")
    if program is None:
        return None
    path = folder / "archive.txt"
    path.write_text("\n".join(texts), encoding="utf-8")

    def search(query: str) -> object:
        pattern = "|".join(token.text for token in words_of(query))
        command = [program, "-i", "-m", "10", pattern, str(path)]
        return subprocess.run(command, capture_output=True, check=False).stdout

    return search


def tantivy_engine(texts: Sequence[str]) -> tuple[float, Callable[[str], object]] | None:
    try:
        import tantivy
    except ImportError:
        return None
    start = time.perf_counter()
    schema = tantivy.SchemaBuilder().add_text_field("body", stored=False, tokenizer_name="default")
    index = tantivy.Index(schema.build())
    writer = index.writer(200_000_000, 1)
    for text in texts:
        writer.add_document(tantivy.Document(body=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    built = time.perf_counter() - start

    def search(query: str) -> object:
        words = " ".join(token.text for token in words_of(query))
        return searcher.search(index.parse_query(words, ["body"]), 10).hits

    return built, search


def bm25s_engine(texts: Sequence[str]) -> tuple[float, Callable[[str], object]] | None:
    try:
        import bm25s
    except ImportError:
        return None
    start = time.perf_counter()
    tokens = bm25s.tokenize(list(texts), stopwords=None, show_progress=False)
    engine = bm25s.BM25()
    engine.index(tokens, show_progress=False)
    built = time.perf_counter() - start

    def search(query: str) -> object:
        asked = bm25s.tokenize(query, stopwords=None, show_progress=False)
        return engine.retrieve(asked, k=10, show_progress=False)

    return built, search


def report(name: str, built: float | None, times: Sequence[float], base: float) -> None:
    shown = f"{built:9.1f}" if built is not None else f"{'-':>9}"
    median = statistics.median(times)
    print(f"  {name:31}{shown}{median:11.2f}{percentile(times, 0.95):9.2f}{median / base:9.2f}")


def measure(count: int, query_count: int, others: bool, kept: Path | None) -> None:
    generator = Generator()
    texts = list(generator.passages(count))
    queries = generator.queries(query_count)
    misspelt = generator.misspelt(queries)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if kept:
            folder = kept / str(count)
            folder.mkdir(parents=True, exist_ok=True)
        bare, ours = folder / "bare.sqlite", folder / "ours.sqlite"
        for path in (bare, ours):
            path.unlink(missing_ok=True)
        bare_built = build_bare(bare, texts)
        ours_built = build_ours(ours, texts)
        print(f"{count} stykker, {sum(map(len, texts)) / 1e6:.0f} MB")
        print(f"  {'':31}{'bygget s':>9}{'median ms':>11}{'95 % ms':>9}{'forhold':>9}")
        bare_times, bare_peak = in_a_process(bare_search, bare, queries)
        base = statistics.median(bare_times)
        report("bar FTS5", bare_built, bare_times, base)
        times, peak = in_a_process(our_search, ours, queries)
        report("strategikort", ours_built, times, base)
        report("strategikort, stavefejl", None, in_a_process(our_search, ours, misspelt)[0], base)
        for name, share in (("hvert 2. dokument", 2), ("ét dokument", len(texts))):
            times, _ = in_a_process(partial(our_search, share=share), ours, queries)
            report(f"strategikort, {name}", None, times, base)
        print(f"  hukommelse ved søgning: bar FTS5 {bare_peak:.0f} MB, strategikort {peak:.0f} MB")
        sizes = [path.stat().st_size / 1e6 for path in (bare, ours)]
        print(f"  fil: bar FTS5 {sizes[0]:.0f} MB, strategikort {sizes[1]:.0f} MB")
        print(f"  bygget {ours_built / bare_built:.2f} gange så længe som bar FTS5")
        if others:
            rg = ripgrep(folder, texts)
            if rg:
                report("ripgrep", None, timings(rg, queries), base)
            for engine, made in (
                ("tantivy", tantivy_engine(texts)),
                ("bm25s", bm25s_engine(texts)),
            ):
                if made:
                    report(engine, made[0], timings(made[1], queries), base)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--keep", type=Path, help="folder to leave the databases in")
    chosen = parser.parse_args()
    for size in chosen.sizes:
        measure(size, chosen.queries, chosen.others, chosen.keep)


if __name__ == "__main__":
    main()
