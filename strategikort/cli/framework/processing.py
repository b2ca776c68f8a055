"""From the words of one parameter to its value: those of the command line, or of the settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from strategikort.cli.framework import problems, streams
from strategikort.cli.framework.meant import values_meant
from strategikort.cli.framework.parameters import label
from strategikort.cli.framework.session import current
from strategikort.cli.framework.values import RejectedError, Value


def processor(param: Any, value: Value) -> Callable[[Any, Any], Any]:
    """Return what replaces Typer's own conversion of one parameter's words."""

    def process(ctx: Any, given: Any) -> Any:
        path, name = ctx.command_path, label(param)
        set_words = _set_words(ctx, param, value)
        if set_words:
            given = set_words if value.many else set_words[0]
            key = name.lstrip("-")
            current().places[key] = current().defaults.where(key)
        if param.required and (given is None or given == () or given == []):
            if param.param_type_name == "argument":
                examples = getattr(ctx.command, "examples", ())
                raise problems.missing_argument(path, name, value.choices, *examples[:1])
            raise problems.missing_option(path, name, value.choices)
        if value.many and param.param_type_name == "option":
            _refuse_list(path, name, given)
        try:
            converted = value.convert(given)
        except RejectedError as error:
            where = current().places[name.lstrip("-")] if set_words else ""
            near = error.candidates or values_meant(ctx, name, given, value.choices)
            raise problems.bad_value(path, name, str(error), near, where) from None
        return param.callback(ctx, param, converted) if param.callback else converted

    return process


def _refuse_list(path: str, name: str, given: Any) -> None:
    """Raise ``UsageError`` for the first of a list with commas and blanks: ``-d uss, tech``.

    What comes behind the blank is no value of the option any more, but text.
    """
    for word in given or ():
        if isinstance(word, str) and word.endswith(","):
            why = f"{problems.quoted(word)} slutter med et komma; skriv {name} foran hver af dem."
            raise problems.bad_value(path, name, why)


def _set_words(ctx: Any, param: Any, value: Value) -> tuple[str, ...]:
    """Return what the user's settings give an option that is not on the command line."""
    if param.param_type_name != "option" or ctx.resilient_parsing:
        return ()
    source = ctx.get_parameter_source(param.name)
    if source is None or source.name not in ("DEFAULT", "DEFAULT_MAP"):
        return ()
    key = label(param).removeprefix("--")
    words = current().defaults.words(key, str(ctx.info_name))
    # A setting that this command knows nothing of is meant for others.
    if not words or (value.choices and not set(words) <= set(value.choices)):
        return ()
    if key == "format":
        if ctx.params.get("json"):  # said on the command line, and so read before this
            return ()
        if words[0] in ("json", "jsonl"):
            current().style = words[0]
            streams.prepare(json_wanted=True)
    return words
