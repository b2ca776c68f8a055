"""Reading a thesaurus file: YAML, the same for the program's own and a user's.

    - emne: Institutioner            # free text, may be left out
      kilde: almindelig sprogbrug    # where the words come from, may be left out
      grupper:
        - {ord: [Forenede Nationer], forkortelser: [FN], engelsk: [United Nations, UN]}

The words of a group mean the same.  ``vendinger`` holds idioms that people ask with: the others are
found from them, never the other way, for their words stand together in other meanings too.
``snaevrere`` holds words that mean only a part of it: they are found from the others, never the
other way.  ``beslaegtede`` holds words that do not mean the same
but are strongly tied to it: they are found from the others and the others from them.  ``vaegt``
(above 0, at most 1) is how much a Danish synonym is worth beside the word itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from strategikort.errors import ThesaurusError
from strategikort.language.lexicon import Lexicon
from strategikort.language.thesaurus_entries import DEFAULT_WEIGHT, Group, Term
from strategikort.language.thesaurus_keys import keys_of
from strategikort.oserrors import reason

if TYPE_CHECKING:
    from yaml.nodes import MappingNode, Node

_LARGEST = 2_000_000
"""Bytes a thesaurus file may have."""

_LISTS = {
    "ord": "s",
    "vendinger": "i",
    "forkortelser": "a",
    "engelsk": "e",
    "snaevrere": "n",
    "beslaegtede": "r",
}
"""The lists of a group, and the letter of each kind of word."""

_FAMILY = ("emne", "kilde", "grupper")
_GROUP = (*_LISTS, "vaegt")
_HINT = "Se docs/sprog.md om tesaurusfiler."


class LoadedEntries:
    """The groups of a user's file."""

    def __init__(self, groups: Iterable[Group], lexicon: Lexicon) -> None:
        self._groups: dict[str, list[tuple[Group, Term]]] = {}
        self._prefixes: set[str] = set()
        for group in groups:
            for term in group.terms:
                for key in keys_of(term, lexicon):
                    self._groups.setdefault(key, []).append((group, term))
                    self._prefixes.update(key[:length] for length in range(1, len(key) + 1))

    def goes_on(self, prefix: str) -> bool:
        """Tell whether a key begins with ``prefix``."""
        return prefix in self._prefixes

    def groups(self, key: str) -> Iterable[tuple[Group, Term]]:
        """Return the groups that hold a term with this key, and the term."""
        return self._groups.get(key, ())


def read_thesaurus(path: Path) -> list[Group]:
    """Return the groups of a thesaurus file.

    Raises :class:`ThesaurusError` with file and 1-based line for anything that is not right.
    """
    import yaml

    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        message = f"Tesaurusfilen {path} kan ikke læses: {reason(error)}."
        raise ThesaurusError(message, "Ret stien, eller udelad filen.") from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ThesaurusError(f"{path}, linje {line}: teksten er ikke UTF-8.", _HINT) from error
    if len(content) > _LARGEST:
        raise ThesaurusError(f"{path}: filen er større end {_LARGEST // 1_000_000} MB.", _HINT)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark
        line = at.line + 1 if at else 1
        message = f"{path}, linje {line}: filen er ikke gyldig YAML."
        raise ThesaurusError(message, _HINT) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ThesaurusError(f"{path}: filen er ikke gyldig YAML.", _HINT) from error
    return list(_Reader(path).groups(root)) if root is not None else []


class _Reader:
    def __init__(self, path: Path) -> None:
        self._path = path

    def _wrong(self, node: Node, message: str) -> ThesaurusError:
        return ThesaurusError(f"{self._path}, linje {node.start_mark.line + 1}: {message}", _HINT)

    def _items(self, node: Node, what: str) -> list[Node]:
        from yaml.nodes import SequenceNode

        if not isinstance(node, SequenceNode):
            raise self._wrong(node, f"her skal stå en liste af {what}.")
        return list(node.value)

    def _fields(self, node: Node, allowed: tuple[str, ...], what: str) -> dict[str, Node]:
        from yaml.nodes import MappingNode

        if not isinstance(node, MappingNode):
            raise self._wrong(node, f"her skal stå {what}.")
        return dict(self._pairs(node, allowed))

    def _pairs(self, node: MappingNode, allowed: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
        seen: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else ""
            if name not in allowed:
                raise self._wrong(key, f"ukendt felt »{name}«; kendte er {', '.join(allowed)}.")
            if name in seen:
                raise self._wrong(key, f"feltet »{name}« står to gange.")
            seen.add(name)
            yield name, value

    def _text(self, node: Node) -> str:
        from yaml.nodes import ScalarNode

        # The scalar as it was written: YAML would turn NO into False and 24.1 into a number.
        if not isinstance(node, ScalarNode) or not node.value.strip():
            raise self._wrong(node, "her skal stå et ord eller et udtryk.")
        return " ".join(node.value.split())

    def groups(self, root: Node) -> Iterator[Group]:
        for family in self._items(root, "emner"):
            fields = self._fields(family, _FAMILY, "et emne med feltet »grupper«")
            if "grupper" not in fields:
                raise self._wrong(family, "emnet mangler feltet »grupper«.")
            for group in self._items(fields["grupper"], "grupper"):
                yield self._group(group)

    def _group(self, node: Node) -> Group:
        fields = self._fields(node, _GROUP, "en gruppe med ord")
        weight = DEFAULT_WEIGHT
        if "vaegt" in fields:
            weight = self._weight(fields.pop("vaegt"))
        terms = [
            Term(_LISTS[name], self._text(item))
            for name, value in fields.items()
            for item in self._items(value, "ord")
        ]
        texts = [term.text.casefold() for term in terms]
        if len(terms) < 2:
            raise self._wrong(node, "en gruppe skal have mindst to ord.")
        for text in texts:
            if texts.count(text) > 1:
                raise self._wrong(node, f"»{text}« står to gange i gruppen.")
        return Group(tuple(terms), weight)

    def _weight(self, node: Node) -> float:
        try:
            weight = float(self._text(node).replace(",", "."))
        except ValueError:
            weight = 0.0
        if not 0 < weight <= 1:
            raise self._wrong(node, "»vaegt« skal være et tal over 0 og højst 1.")
        return weight
