"""Typer's command and group, made Danish.

Typer still reads the signatures and splits the command line; values, messages, help and the lookup
of names are ours.  The error classes of the framework are found through Typer's public
``BadParameter``, since Typer has moved them before (a click of its own since 0.26).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import OptionInfo

from strategikort.cli.framework import problems, streams
from strategikort.cli.framework.folding import fold, fold_option
from strategikort.cli.framework.meant import (
    as_text,
    command_lines_meant,
    commands_with,
    flags_of,
    in_order,
    options_meant,
    without_value,
    wrongly_dashed,
)
from strategikort.cli.framework.parameters import argument_name, details_of, label
from strategikort.cli.framework.processing import processor
from strategikort.cli.framework.values import Value, signature_of, value_of

if TYPE_CHECKING:
    from strategikort.cli.framework.help import HelpPage

    # For the type checker the mixin is a command; at run time it only comes before one.
    _Command = TyperCommand
else:
    _Command = object

_errors = sys.modules[typer.BadParameter.__module__]

FrameworkError: Any = _errors.ClickException
"""What all errors of the framework that carry a message have in common."""

CONTEXT: dict[str, Any] = {
    "help_option_names": ["-h", "--help", "--hjælp"],
    "token_normalize_func": fold_option,
}
"""Settings of every context: how help is asked for and how option names are compared."""

HELP_WORDS = ("hjalp", "help", "?", "/?", "/h", "/help")
"""Words, folded, that ask for help where the name of a command is expected."""

_HELP_OF_WINDOWS = (["-?"], ["/?"])
"""Command lines that ask for help behind the name of a command as well."""


def show_help(ctx: Any) -> None:
    """Print the help of the command of ``ctx`` and end with status 0."""
    from strategikort.cli.framework import help as pages
    from strategikort.output.screen import Screen

    page = ctx.command.help_page(ctx)
    width = streams.width()
    # Boxes take room that a narrow terminal does not have.
    if width >= 60 and Screen.of(sys.stdout).colour:
        from strategikort.cli.framework.richhelp import print_page

        print_page(page, width)
    else:
        print(pages.plain(page, width))
    raise typer.Exit(0)


def _on_help(ctx: Any, _param: Any, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        show_help(ctx)


class _Danish(_Command):
    """What commands and groups have in common; mixed in before Typer's own classes."""

    values: dict[str, Value]

    def adopt(self, function: Callable[..., Any]) -> None:
        """Take over conversion and call of ``function``, whose parameters Typer has read.

        Raises TypeError for what cannot be shown or read in Danish: a missing help text or name
        of an argument, a second option that turns a flag off, a prompt.
        """
        self.values = {}
        signature = signature_of(function)
        keys: dict[str, str] = {}
        param: Any
        for param in self.params:
            annotation, info = signature[param.name]
            if info is None or not info.help:
                raise TypeError(f"{self.name}: parameter {param.name!r} has no help")
            self.values[param.name] = value_of(annotation, info)
            if isinstance(info, OptionInfo):
                if info.prompt or param.secondary_opts:
                    raise TypeError(f"{self.name}: {param.opts} speaks English")
                for name in param.opts:
                    key = fold_option(name.lstrip("-"))
                    if keys.setdefault(key, name) != name:
                        raise TypeError(f"{self.name}: {name} and {keys[key]} are one name")
            elif not param.metavar:
                raise TypeError(f"{self.name}: argument {param.name!r} has no metavar")
            # As an attribute of the instance it comes before Typer's method of the class.
            vars(param)["process_value"] = processor(param, self.values[param.name])
        self.callback = function

    def get_help_option_names(self, ctx: Any) -> list[str]:
        """Return the names of the help option, always in the same order."""
        taken = {fold(name) for param in self.params for name in param.opts}
        return [name for name in ctx.help_option_names if fold(name) not in taken]

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option, with Danish text and our way of showing the page."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Vis denne hjælp."
            option.callback = _on_help
            # Typer would load its conversion machinery only to learn that nobody asked for help.
            vars(option)["process_value"] = lambda ctx, given: _on_help(ctx, option, bool(given))
        return option

    def get_help(self, ctx: Any) -> str:
        """Return the help as plain text."""
        from strategikort.cli.framework import help as pages

        return pages.plain(self.help_page(ctx))

    def help_page(self, ctx: Any) -> HelpPage:
        """Return what the help shows."""
        raise NotImplementedError

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Split the command line, with every objection in Danish."""
        typed = list(args)
        if ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        if typed in _HELP_OF_WINDOWS:
            show_help(ctx)
        wrong = wrongly_dashed(ctx, typed)
        if wrong is not None:
            word, meant = wrong
            raise problems.unknown_option(ctx.command_path, word, (meant,), before=False)
        if (option := without_value(ctx, typed)) is not None:
            raise problems.missing_value(ctx.command_path, label(option))
        try:
            return super().parse_args(ctx, args)
        except _errors.UsageError as error:
            raise self._danish(error, ctx, typed) from None

    def make_parser(self, ctx: Any) -> Any:
        """Return what splits the command line; it objects to a text that would be lost.

        Of numbers and choices, which say how and not what, the last counts, so that an alias's
        can be overridden.
        """
        parser: Any = super().make_parser(ctx)
        split = parser.parse_args

        def split_once(args: list[str]) -> Any:
            values, rest, order = split(args=args)
            for param in () if ctx.resilient_parsing else order:
                if order.count(param) > 1 and self._takes_one_text(param):
                    raise problems.repeated_option(label(param))
            return values, rest, order

        parser.parse_args = split_once
        return parser

    def _takes_one_text(self, param: Any) -> bool:
        if param.param_type_name != "option" or param.multiple or param.is_flag:
            return False
        value = self.values.get(param.name)
        return value is None or not (value.choices or value.limits)

    def _danish(self, error: Any, ctx: Any, typed: list[str]) -> Exception:
        """Return what Typer's error says, by its class and attributes and never by its words."""
        path = ctx.command_path
        if isinstance(error, _errors.NoSuchOption):
            word = _as_typed(error.option_name, typed)
            near = options_meant(ctx, word)
            before = isinstance(self, DanishGroup)
            if before and not near and (line := in_order(ctx, word, typed)):
                return problems.misplaced_option(word, line)
            line = "" if before else as_text(ctx, word, typed)
            texts = any(param.param_type_name == "argument" for param in self.params)
            others = () if near or before else commands_with(ctx, word)
            return problems.unknown_option(
                path, word, near, before=before, line=line, texts=texts, others=others
            )
        if isinstance(error, _errors.BadOptionUsage):
            option = self._option(ctx, error.option_name)
            name = label(option) if option else _as_typed(error.option_name, typed)
            if option is not None and option.is_flag:
                return problems.unexpected_value(path, name, _value_typed(option, typed))
            return problems.missing_value(path, name)
        return problems.not_understood(path)

    def _option(self, ctx: Any, name: str) -> Any:
        for param in self.get_params(ctx):
            if param.param_type_name == "option" and fold(name) in map(fold, param.opts):
                return param
        return None


def _options_typed(typed: Iterable[str]) -> list[str]:
    words = list(typed)
    end = words.index("--") if "--" in words else len(words)
    return [word for word in words[:end] if word.startswith("-") and len(word) > 1]


def _as_typed(name: str, typed: list[str]) -> str:
    """Return the word of the command line that became the option ``name``."""
    words = [word.partition("=")[0] for word in _options_typed(typed)]
    same = [word for word in words if fold(word) == fold(name)]
    if same:
        return same[0]
    # A single dash before a word is read as a row of one-letter options.
    near = [word for word in words if len(name) == 2 and word[1:2] != "-" and name[1] in word]
    return near[0] if near else name


def _value_typed(option: Any, typed: list[str]) -> str:
    names = set(map(fold, option.opts))
    for word in _options_typed(typed):
        name, equals, value = word.partition("=")
        if equals and fold(name) in names:
            return value
    return ""


class DanishCommand(_Danish, TyperCommand):
    """One command.  :meth:`adopt` and :meth:`describe` make it ready."""

    def describe(self, summary: str, function: Callable[..., Any]) -> None:
        """Set the one line of help; more comes from :func:`parameters.details` on ``function``."""
        self.summary = summary
        self.more, self.examples = details_of(function)

    def help_page(self, ctx: Any) -> HelpPage:
        """Return what the help shows."""
        from strategikort.cli.framework import help as pages

        usage = [f"Brug: {ctx.command_path}", "[VALG]"]
        names = [str(ctx.info_name)]
        for param in cast("list[Any]", self.get_params(ctx)):
            if param.param_type_name == "argument":
                shown = argument_name(param)
                usage.append(shown if param.required else f"[{shown}]")
            elif param is not self.get_help_option(ctx):
                names += param.opts
        return pages.HelpPage(
            path=ctx.command_path,
            usage=" ".join(usage),
            paragraphs=pages.paragraphs_of(self.summary, self.more),
            sections=pages.parameter_sections(self.get_params(ctx), self.values),
            examples=self.examples,
            notes=(
                *pages.flags_note(flags_of(ctx)),
                *pages.spelling_note([*names, *flags_of(ctx)]),
            ),
        )

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Split the command line; what is left over is too much."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            takes = sum(param.param_type_name == "argument" for param in self.params)
            examples = [line for line in self.examples if " -" in line][:2]
            raise problems.too_many_arguments(
                ctx.command_path, rest, takes=takes, examples=examples
            )
        return rest


class DanishGroup(_Danish, TyperGroup):
    """A command with commands below it, found by any spelling and loaded when they are run."""

    registry: Any = None

    def help_page(self, ctx: Any) -> HelpPage:
        """Return what the help shows."""
        from strategikort.cli.framework import help as pages

        sections: dict[str, list[tuple[str, str]]] = {}
        for entry in self.registry.entries:
            sections.setdefault(entry.section, []).append((entry.name, entry.help))
        path = ctx.command_path
        return pages.HelpPage(
            path=path,
            usage=f"Brug: {path} [VALG] KOMMANDO [ARGUMENTER]...",
            paragraphs=pages.paragraphs_of(self.registry.help),
            sections=(
                *((title, tuple(rows)) for title, rows in sections.items()),
                *pages.parameter_sections(self.get_params(ctx), self.values),
                *pages.flag_sections(self.registry.flags),
            ),
            examples=self.registry.examples,
            notes=(f"Mere om en kommando: {path} KOMMANDO --help",),
        )

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of all commands, in the order of registration."""
        return [entry.name for entry in self.registry.entries]

    def get_command(self, _ctx: Any, cmd_name: str) -> Any:
        """Return the command of that name in any spelling, or None; loads its module."""
        entry = self.registry.find(cmd_name)
        return None if entry is None else self.registry.load(entry)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Split off the group's own options; nothing at all asks for the help."""
        if not args and not ctx.resilient_parsing:
            show_help(ctx)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return name, command and the rest of the line; the name as registered."""
        entry = self.registry.find(args[0])
        if entry is not None:
            return entry.name, self.registry.load(entry), args[1:]
        if ctx.resilient_parsing:
            return None, None, args[1:]
        if fold(args[0]) in HELP_WORDS:
            about = [word for word in args if word[:1] != "-" and fold(word) not in HELP_WORDS]
            if not about:
                show_help(ctx)
            return self.resolve_command(ctx, [about[0], "--help"])
        near = self.registry.near(args[0])
        instead = () if near else command_lines_meant(ctx, args)
        raise problems.unknown_command(ctx.command_path, args[0], near, instead)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except _errors.UsageError:
            if ctx.invoked_subcommand is None:
                raise problems.missing_command(ctx.command_path) from None
            raise
