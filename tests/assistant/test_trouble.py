"""The server when something breaks, and when there is more than one page: within the process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from anyio.from_thread import start_blocking_portal
from mcp.client import Client
from mcp.shared.exceptions import MCPError

from strategikort.assistant import server
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
