"""The server: the tools and resources over standard input and output, by the official SDK.

The collection is opened anew for every request, which takes some milliseconds: what another
process adds meanwhile is there, and no database stays open.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

import anyio
import mcp_types as types
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.exceptions import MCPError

from strategikort import __version__
from strategikort.assistant import resources, tools
from strategikort.assistant.arguments import input_schema, read_arguments
from strategikort.errors import StrategikortError
from strategikort.language.fold import fold
from strategikort.library import Collection
from strategikort.output.objects import dump_line, error_object

_PAGE = 100
"""Documents that are listed at a time."""

_TOOLS = frozenset(item.name for item in tools.TOOLS)
_BEFORE_CANDIDATES = {"ambiguous_reference": "Det kan være", "answer_too_long": "Svaret har"}
"""What is said before a list of ids; elsewhere they are the nearest to what was asked for."""

_AT_A_TIME = 4
"""Requests that are answered at a time."""

Open = Callable[[], Collection]
Result = TypeVar("Result")


def serve(open_collection: Open) -> None:
    """Answer requests until standard input ends."""
    # What the SDK logs is English and meant for its developers; errors go to the client.
    logger = logging.getLogger("mcp")
    logger.addHandler(logging.NullHandler())
    logger.propagate = False
    anyio.run(_serve, make_server(open_collection))


async def _serve(server: Server[Any]) -> None:
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())


def make_server(open_collection: Open) -> Server[Any]:
    """Return a server that answers from what ``open_collection`` opens."""
    limiter: list[anyio.CapacityLimiter] = []

    async def apart(work: Callable[..., Result], *args: Any) -> Result:
        """Answer in a thread, so that a long answer holds up no other and can be cancelled."""
        if not limiter:  # it belongs to the loop, which runs by now
            limiter.append(anyio.CapacityLimiter(_AT_A_TIME))
        return await anyio.to_thread.run_sync(
            partial(work, *args), abandon_on_cancel=True, limiter=limiter[0]
        )

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_tool(item) for item in tools.TOOLS])

    async def call_tool(_context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        return await apart(_call, open_collection, params)

    async def list_resources(
        _context: Any, params: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        cursor = params.cursor if params else None
        return await apart(_list_resources, open_collection, cursor)

    async def list_templates(_context: Any, _params: Any) -> types.ListResourceTemplatesResult:
        return types.ListResourceTemplatesResult(resource_templates=_TEMPLATES)

    async def read_resource(
        _context: Any, params: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        return await apart(_read_resource, open_collection, str(params.uri))

    return Server(
        "strategikort",
        version=__version__,
        title="strategikort",
        instructions=tools.INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=list_templates,
        on_read_resource=read_resource,
    )


def _tool(item: tools.Tool) -> types.Tool:
    return types.Tool(
        name=item.name,
        title=item.title,
        description=item.description,
        input_schema=input_schema(item.arguments),
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def _call(open_collection: Open, params: types.CallToolRequestParams) -> types.CallToolResult:
    chosen = next((item for item in tools.TOOLS if item.name == params.name), None)
    if chosen is None:
        names = ", ".join(item.name for item in tools.TOOLS)
        raise MCPError(
            types.INVALID_PARAMS, f"Værktøjet »{params.name}« findes ikke. Brug {names}."
        )
    try:
        given = read_arguments(chosen.arguments, params.arguments)
        with open_collection() as collection, collection.snapshot():
            found = tools.answer(chosen, collection, given)
    except Exception as error:
        return _failed(error)
    said = "\n".join([tools.NOTICE, *found.remarks])
    return types.CallToolResult(
        content=[_text(said), _text(dump_line(found.content))], structured_content=found.content
    )


def _failed(error: Exception) -> types.CallToolResult:
    problem = _as_ours(error)
    return types.CallToolResult(
        content=[_text(_sentence(problem))], structured_content=error_object(problem), is_error=True
    )


def _as_ours(error: Exception) -> StrategikortError:
    if isinstance(error, StrategikortError):
        error.hint = _for_assistants(error.hint)
        return error
    return StrategikortError(
        f"Der er en fejl i programmet ({type(error).__name__}).",
        "Prøv på en anden måde; svar ikke uden kilde.",
        code="internal_error",
    )


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn what goes wrong into the protocol's errors, which are all that resources have."""
    try:
        yield
    except StrategikortError as error:
        raise MCPError(types.INVALID_PARAMS, _sentence(_as_ours(error))) from error
    except Exception as error:
        raise MCPError(types.INTERNAL_ERROR, _sentence(_as_ours(error))) from error


def _sentence(error: StrategikortError) -> str:
    parts = [error.message, error.hint]
    if error.candidates:
        before = _BEFORE_CANDIDATES.get(error.code, "Nærmest er")
        parts.append(f"{before}: {', '.join(error.candidates)}.")
    return " ".join(part for part in parts if part)


def _for_assistants(hint: str) -> str:
    """Return a hint with the tools in place of the commands, which an assistant cannot give."""
    hint = re.sub(r"strategikort dokumenter ID\b", "værktøjet dokumenter med »id«", hint)
    return re.sub(
        r"strategikort (\w+)\b",
        lambda said: f"værktøjet {fold(said[1])}" if fold(said[1]) in _TOOLS else said[0],
        hint,
    )


def _text(text: str) -> types.TextContent:
    return types.TextContent(text=text)


_TEMPLATES = [
    types.ResourceTemplate(
        name="dokument",
        title="Et helt dokument",
        description="Et dokument som Markdown; hvert afsnit med henvisning og tegn i kildefilen.",
        uri_template=f"{resources.DOCUMENT}{{id}}",
        mime_type="text/markdown",
    ),
    types.ResourceTemplate(
        name="afsnit",
        title="Et afsnit",
        description="Et afsnit (fx rk/6) og alt, hvad der hører under det, med nøjagtige steder.",
        uri_template=f"{resources.SECTION}{{+id}}",
        mime_type="application/json",
    ),
]


def _list_resources(open_collection: Open, cursor: str | None) -> types.ListResourcesResult:
    if cursor is not None and not cursor.isdecimal():
        raise MCPError(types.INVALID_PARAMS, "Mærket for næste side er ikke et, vi gav.")
    first = int(cursor or 0)
    with _refusing(), open_collection() as collection, collection.snapshot():
        documents = collection.documents
    shown = documents[first : first + _PAGE]
    more = len(documents) > first + _PAGE
    return types.ListResourcesResult(
        resources=[
            types.Resource(
                uri=resources.document_uri(item),
                name=item.id,
                title=item.shown_title,
                description=", ".join(part for part in (item.publisher, item.date) if part),
                mime_type="text/markdown",
            )
            for item in shown
        ],
        next_cursor=str(first + _PAGE) if more else None,
    )


def _read_resource(open_collection: Open, uri: str) -> types.ReadResourceResult:
    with _refusing(), open_collection() as collection, collection.snapshot():
        kind, text = resources.read_resource(collection, uri)
    notice = types.TextResourceContents(uri=uri, mime_type="text/plain", text=tools.NOTICE)
    content = types.TextResourceContents(uri=uri, mime_type=kind, text=text)
    return types.ReadResourceResult(contents=[notice, content])
