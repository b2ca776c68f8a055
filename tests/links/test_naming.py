"""Documents that name each other, in four collections whose references are known.

Each file has documents after ``=== name``; ``{{klimaplan 3}}`` stands behind words that name the
document ``klimaplan``, here its section 3, and is taken out before the documents are read.  What
has no mark names none of the others: another's plan of the same kind, another year, another number.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Program

HERE = Path(__file__).parent
MARK = re.compile(r" *\{\{(\S+?)(?: (.*?))?\}\}")
NUMBER = re.compile(r"^(?:§ )?[\d.]+ ")

Reference = tuple[str, str, str, str]


def collection(path: Path) -> tuple[dict[str, str], set[Reference]]:
    """Return the documents of a file by name, and what each of their sections names."""
    documents: dict[str, str] = {}
    named: set[Reference] = set()
    for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        name, _, body = part.partition("\n")
        heading = ""
        for line in body.splitlines():
            if line.startswith("#"):
                heading = NUMBER.sub("", MARK.sub("", line).lstrip("# "))
            named |= {(name, heading, found[1], found[2] or "") for found in MARK.finditer(line)}
        documents[name] = MARK.sub("", body)
    return documents, named


@pytest.mark.parametrize("name", ["naming-1", "naming-2", "naming-3", "naming-4"])
def test_what_documents_name(name: str, program: Program, tmp_path: Path) -> None:
    documents, named = collection(HERE / f"{name}.txt")
    files = [tmp_path / f"{document}.md" for document in documents]
    for file in files:
        file.write_text(documents[file.stem], encoding="utf-8")
    own = ("--samling", str(tmp_path / "samling"))
    program("tilføj", *map(str, files), *own)
    known = {
        item["id"]: (Path(item["file"]).stem, item["title"])
        for item in program("dokumenter", "--json", *own).json["documents"]
    }
    answer = program("kort", "--slags", "henvisning", "--json", *own).json
    sections = {item["id"]: item for item in answer["sections"]}
    found = set()
    for link in answer["links"]:
        source, target = sections[link["source"]], sections[link["target"]]
        document, title = known[target["document"]]
        part = "" if target["label"] == title else target["number"] or target["label"]
        heading = NUMBER.sub("", source["label"])
        if known[source["document"]][0] in documents:
            found.add((known[source["document"]][0], heading, document, part))
    assert found == named
