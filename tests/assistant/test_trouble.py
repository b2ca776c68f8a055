"""The server when something breaks, and when there is more than one page: within the process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from anyio.from_thread import start_blocking_portal
from mcp.client import Client
from mcp.shared.exceptions import MCPError

from strategikort.assistant import server
from strategikort.assistant import tools as answers
from strategikort.errors import CollectionError
from strategikort.library import Collection
from tests.assistant.conftest import Talk


@contextmanager
def talking(open_collection: Callable[[], Collection]) -> Iterator[Talk]:
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server.make_server(open_collection))) as client,
    ):
        yield Talk(client, portal.call)


def broken() -> Collection:
    raise ZeroDivisionError("secret")


def missing() -> Collection:
    raise CollectionError("Samlingen er væk.", "Tilføj et dokument.")


@pytest.mark.parametrize(
    ("opening", "code", "says"),
    [
        (broken, "internal_error", "Der er en fejl i programmet (ZeroDivisionError)."),
        (missing, "bad_collection", "Samlingen er væk. Tilføj et dokument."),
    ],
)
def test_what_breaks_is_said_in_danish(
    opening: Callable[[], Collection], code: str, says: str
) -> None:
    with talking(opening) as talk:
        found, sentences = talk.refused("dokumenter")
        assert found == code
        assert sentences.startswith(says)
        assert "secret" not in sentences
        for method, arguments in (("list_resources", ()), ("read_resource", ("x://y",))):
            with pytest.raises(MCPError) as caught:
                talk.ask(method, *arguments)
            assert caught.value.message.startswith(says)


def test_documents_are_listed_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_PAGE", 2)
    names: list[str] = []
    with talking(Collection.open) as talk:
        cursor: str | None = None
        while cursor is not None or not names:
            page = talk.ask("list_resources", cursor=cursor)
            assert len(page.resources) <= 2
            names += [item.name for item in page.resources]
            cursor = page.next_cursor
        for wrong in ("x", "-1"):
            with pytest.raises(MCPError, match="Mærket for næste side"):
                talk.ask("list_resources", cursor=wrong)
    assert names == ["uss", "tech", "rk", "partnerskaber", "cms"]


def test_a_long_answer_holds_up_no_other() -> None:
    asked, go_on = Event(), Event()

    def slow() -> Collection:
        asked.set()
        assert go_on.wait(60)
        return Collection.open()

    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(Client(server.make_server(slow))) as client,
    ):
        waiting = portal.start_task_soon(client.call_tool, "vis", {"henvisninger": ["rk 6"]})
        assert asked.wait(60)
        tools = portal.call(client.list_tools).tools
        assert not waiting.done()
        go_on.set()
        assert [tool.name for tool in tools][:2] == ["soeg", "vis"]
        assert not waiting.result().is_error


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        (
            "vis",
            {"henvisninger": ["rk 99"]},
            "Numrene går fra 1 til 30. Se et dokuments afsnit med værktøjet dokumenter med »id«.",
        ),
        ("soeg", {"soegning": "x", "dokumenter": ["y"]}, "Se alle dokumenter med værktøjet dok"),
        ("vis", {"henvisninger": ["anbefaling 1"]}, "Det kan være: cms/anbefalinger/1/1, "),
    ],
)
def test_what_can_be_done_is_said_of_the_tools(
    name: str, arguments: dict[str, list[str]], says: str
) -> None:
    with talking(Collection.open) as talk:
        result = talk.result(name, **arguments)
    said = result.content[0].text
    assert says in said
    assert "strategikort dokumenter" not in said + str(result.structured_content)


@pytest.mark.parametrize(
    ("name", "arguments", "says"),
    [
        ("soeg", {"soegning": "sikkerhed", "antal": 50}, "Sæt »antal« ned"),
        ("vis", {"henvisninger": ["rk"]}, "Bed om færre af afsnittene ad gangen"),
        ("verificer", {"tekst": f"De vil »{'føre en aktiv politik ' * 40}«."}, "Del »tekst« i"),
    ],
)
def test_a_long_answer_is_asked_for_in_parts(
    monkeypatch: pytest.MonkeyPatch, name: str, arguments: dict[str, object], says: str
) -> None:
    monkeypatch.setattr(answers, "LONGEST", 500)
    with talking(Collection.open) as talk:
        code, said = talk.refused(name, **arguments)
    assert code == "answer_too_long"
    assert says in said
    assert "Nærmest" not in said
