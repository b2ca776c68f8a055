"""What may have been meant by a name that is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from strategikort.cli.framework.folding import MOST, fold, fold_option, nearest
from strategikort.cli.framework.parameters import label
from strategikort.text.safe import typed_word

_DASHES = "-\u2013\u2014\u2212"


def flags_of(ctx: Any) -> dict[str, str]:
    """Return the flags that may stand in any command line of the program, with their help."""
    registry = getattr(ctx.find_root().command, "registry", None)
    return registry.flags if registry is not None else {}


def options_meant(ctx: Any, word: str) -> tuple[str, ...]:
    """Return the options of a command that ``word`` may have been meant for, the likeliest first.

    A value may have been typed as an option (``--csv``), an option by another word for it, or one
    of the whole program after a command.
    """
    command, root = ctx.command, ctx.find_root()
    key = fold(word).strip("-")
    params = cast("list[Any]", command.get_params(ctx))
    values = [(p, command.values[p.name]) for p in params if p.name in command.values]
    found = [
        f"{label(p)} {choice}"
        for p, value in values
        if p.param_type_name == "option"
        for choice in value.choices
        if fold(choice) == key
    ]
    names = [n for p in params for n in p.opts if n.startswith("--")]
    names += flags_of(ctx)
    registry = getattr(root.command, "registry", None)
    others = registry.option_words.get(key, ()) if registry is not None else ()
    found += [name for name in others if name.partition(" ")[0] in names]
    if ctx.parent is not None:
        whole = [n for p in root.command.get_params(root) for n in p.opts if n not in names]
        found += [f"{root.info_name} {n}" for n in whole if fold(n).strip("-") == key]
    return tuple(dict.fromkeys([*found, *nearest(word, names)]))[:MOST]


def wrongly_dashed(ctx: Any, typed: Sequence[str]) -> tuple[str, str] | None:
    """Return a word of the command line that is an option but for its dashes, and the option.

    PowerShell has one dash before a word (which here would be ``-d`` and its value), and programs
    for writing make one long dash of two.
    """
    end = typed.index("--") if "--" in typed else len(typed)
    for word in typed[:end]:
        dashes = word[: len(word) - len(word.lstrip(_DASHES))]
        if dashes in ("", "--") or (dashes == "-" and len(word) == 2):
            continue
        typed_name, _, value = word.partition("=")
        key = fold_option(typed_name.removeprefix(dashes))
        names = [n for p in ctx.command.get_params(ctx) for n in p.opts]
        names += flags_of(ctx)
        meant = next((n for n in names if fold_option(n.lstrip("-")) == key), None)
        if meant == typed_name:  # -n=5, of which the value would be »=5«
            return word, f"{meant} {value}"
        if meant is not None:
            return typed_name, meant
    return None


def without_value(ctx: Any, typed: Sequence[str]) -> Any:
    """Return the option that has another one where its value should be: ``-d -n 1``; or None."""
    params = {fold_option(n.lstrip("-")): p for p in ctx.command.get_params(ctx) for n in p.opts}
    end = typed.index("--") if "--" in typed else len(typed)
    named = [params.get(fold_option(w.lstrip("-"))) if w[:1] == "-" else None for w in typed[:end]]
    at = 0
    while at < end:
        option = named[at]
        takes = option is not None and option.param_type_name == "option" and not option.is_flag
        if takes and at + 1 < end and named[at + 1] is not None:
            return option
        at += 2 if takes else 1
    return None


def commands_with(ctx: Any, word: str) -> tuple[str, ...]:
    """Return the names of the other commands that have an option called ``word``."""
    registry: Any = getattr(ctx.find_root().command, "registry", None)
    key = fold_option(word.lstrip("-"))
    return tuple(
        entry.name
        for entry in (registry.entries if registry is not None else ())
        for param in registry.load(entry).params
        if any(n[:1] == "-" and fold_option(n.lstrip("-")) == key for n in param.opts)
    )


def command_lines_meant(ctx: Any, args: list[str]) -> tuple[str, ...]:
    """Return the command line that ``args``, whose first word is no command, may stand for.

    The program may have been named twice; else words may be what the usual command takes.
    """
    path, usual = ctx.command_path, ctx.command.registry.usual
    if len(args) > 1 and fold(args[0]) == fold(str(ctx.find_root().info_name)):
        return (" ".join([path, *map(typed_word, args[1:])]),)
    if not usual or args[0].startswith("-"):
        return ()
    end = next((at for at, arg in enumerate(args) if arg.startswith("-")), len(args))
    text = typed_word(" ".join(args[:end]))
    return (" ".join([path, usual, text, *map(typed_word, args[end:])]),)


def values_meant(ctx: Any, name: str, given: Any, choices: Sequence[str]) -> tuple[str, ...]:
    """Return the choices of an option for which ``given`` is another word: ``--format excel``.

    Where it is none of this command's ``choices``, the commands are returned whose it is.
    """
    root = ctx.find_root()
    registry: Any = getattr(root.command, "registry", None)
    words = [given] if isinstance(given, str) else [word for word in given or () if word]
    others = [option for word in words for option in registry.option_words.get(fold(word), ())]
    meant = tuple(o.removeprefix(f"{name} ") for o in others if o.startswith(f"{name} "))
    here = tuple(word for word in meant if word in choices)
    if here or not meant:
        return here
    return tuple(
        f"{root.info_name} {entry.name} {name} {word}"
        for entry in registry.entries
        for command in (registry.load(entry),)
        for param in command.params
        for word in meant
        if label(param) == name and word in command.values[param.name].choices
    )


def in_order(ctx: Any, word: str, typed: list[str]) -> str:
    """Return the command line with the options behind the command; empty if ``word`` is none."""
    registry = ctx.command.registry
    for at, name in enumerate(typed):
        entry = registry.find(name) if not name.startswith("-") else None
        if entry is not None:
            known = [n for p in registry.load(entry).params for n in (*p.opts, *p.secondary_opts)]
            if fold(word.partition("=")[0]) not in map(fold, known):
                return ""
            words = map(typed_word, [*typed[at + 1 :], *typed[:at]])
            return " ".join([ctx.command_path, entry.name, *words])
    return ""


def as_text(ctx: Any, word: str, typed: list[str]) -> str:
    """Return the command line with all from ``word`` on as text, if that is what may be meant.

    Empty for a command without text, and where options follow.
    """
    texts = [p for p in ctx.command.params if p.param_type_name == "argument" and p.nargs == -1]
    at = typed.index(word) if word in typed else 0
    if not texts or word not in typed or any(one.startswith("-") for one in typed[at + 1 :]):
        return ""
    return " ".join([ctx.command_path, *map(typed_word, [*typed[:at], "--", *typed[at:]])])
