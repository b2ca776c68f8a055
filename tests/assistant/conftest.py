"""A real client of the official SDK, talking to ``strategikort mcp`` over standard streams."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp_types import CallToolResult

from strategikort.assistant.tools import NOTICE
from tests.measured import measuring


class Talk:
    """A conversation with a server; every call waits for the answer."""

    def __init__(self, client: Client, call: Callable[..., Any]) -> None:
        self.client = client
        self._call = call

    def ask(self, method: str, *args: Any, **options: Any) -> Any:
        return self._call(partial(getattr(self.client, method), *args, **options))

    def tool(self, name: str, **arguments: Any) -> Any:
        """Return the answer of a tool, which stands in its text and beside it."""
        result = self.result(name, **arguments)
        said, text = (item.text for item in result.content)
        assert not result.is_error, said
        assert said.startswith(NOTICE)
        assert json.loads(text) == result.structured_content
        return result.structured_content

    def said(self, name: str, **arguments: Any) -> str:
        """Return what is said beside the answer of a tool."""
        text: str = self.result(name, **arguments).content[0].text
        return text.removeprefix(NOTICE).strip()

    def refused(self, name: str, **arguments: Any) -> tuple[str, str]:
        """Return the code and the sentences of an error."""
        result = self.result(name, **arguments)
        assert result.is_error
        (said,) = result.content
        return result.structured_content["error"]["code"], said.text

    def result(self, name: str, **arguments: Any) -> CallToolResult:
        found: CallToolResult = self.ask("call_tool", name, arguments)
        return found


def talk_to(command: list[str], mode: str, folder: Path) -> Iterator[Talk]:
    kept = {name: os.environ[name] for name in ("STRATEGIKORT_CACHE", "XDG_DATA_HOME")}
    environment = {**kept, **measuring()}
    server = StdioServerParameters(
        command=command[0], args=command[1:], env=environment, cwd=folder
    )
    with (
        (folder / "fejl.txt").open("w", encoding="utf-8") as errors,
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(
            Client(stdio_client(server, errlog=errors), mode=mode)
        ) as client,
    ):
        yield Talk(client, portal.call)
    assert (folder / "fejl.txt").read_text(encoding="utf-8") == ""


@pytest.fixture(scope="module", params=["legacy", "auto"])
def talk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Talk]:
    """Both ways in which clients begin: the older handshake, and the newer way without one."""
    command = [sys.executable, "-m", "strategikort", "mcp"]
    yield from talk_to(command, request.param, tmp_path_factory.mktemp("klient"))
