"""docs/assistenter.md: the configuration works, and the worked example is what happens."""

from __future__ import annotations

import json
import re
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

from strategikort.assistant.tools import LONGEST, TOOLS
from tests.assistant.conftest import Talk, talk_to

PAGE = Path(__file__).resolve().parents[2] / "docs" / "assistenter.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)]


def test_the_configuration_starts_the_server(tmp_path: Path) -> None:
    server = BLOCKS[0]["mcpServers"]["strategikort"]
    # The program beside the Python that runs the tests, as an absolute path would name it.
    program = shutil.which(server["command"], path=str(Path(sys.executable).parent))
    assert program
    with contextmanager(talk_to)([program, *server["args"]], "auto", tmp_path) as talk:
        assert len(talk.tool("dokumenter")["documents"]) == 5


def test_the_worked_example(talk: Talk) -> None:
    shown = BLOCKS[1]
    said = re.search(r"at »(.*?)«", TEXT.replace("\n> ", " "), re.DOTALL)
    assert said
    assert said[1] == shown["quote"]
    (found,) = talk.tool("verificer", citat=said[1], henvisning="5. prioritet")["quotes"]
    assert {key: found[key] for key in shown} == shown
    assert found["found"]["source"]["lines"] == [[912, 915]]
    assert found["found"]["source"]["chars"] == [[28185, 28302]]


def test_every_tool_is_described() -> None:
    assert re.findall(r"^\| `(\w+)` ", TEXT, re.MULTILINE) == [item.name for item in TOOLS]
    assert f"{LONGEST:,}".replace(",", ".") + " tegn" in TEXT
