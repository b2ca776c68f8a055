"""Who a relative clause is about: ``et udvalg, som skal …``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from strategikort.links.commitments.rules import Rules
from strategikort.links.commitments.verbs import TOKEN, Words

_RELATIVE = frozenset({"der", "som"})
_OPENS = frozenset(
    {"at", "da", "eller", "for", "hvis", "hvor", "men", "mens", "når", "og", "samt", "så"}
)
"""Words after which ``der`` means nobody: ``men der skal også være plads``."""

_PARTED = re.compile(r"([^,;:()–—]{3,120}), (?:der|som|herunder|hvis|hvor|når) [^;:]*,$")
_CLEFT = re.compile(
    r"\W*det (?:er|vil (?:[\w-]+ ){0,5}?være) (?!en\b|et\b)(?!.*\bat\b)", re.IGNORECASE
)
"""``Det er kommunen, der skal betale``."""

_ONLY = re.compile(r"det (?:er|bliver) (.+)", re.IGNORECASE)

_MOST_WORDS = 4
"""Words of a noun without an article that can still be told from what stands before it."""


class Antecedents:
    """Finds what ``der`` and ``som`` go back to.

    ``clean`` takes adverbs off a noun, ``acts`` tells whether a noun is somebody who can act.
    """

    def __init__(
        self,
        rules: Rules,
        words: Words,
        clean: Callable[[str], str],
        acts: Callable[[str], bool],
        clause_start: Callable[[str, int], int],
    ) -> None:
        self._rules = rules
        self._words = words
        self._clean = clean
        self._acts = acts
        self._clause_start = clause_start

    def of(self, text: str, end: int, words: Sequence[str]) -> tuple[str, bool] | None:
        """Return whom a clause is about, empty if nobody can be told, and whether it is certain.

        ``words`` are those of the clause before its verb at ``end``.  None if the clause has a
        subject of its own.
        """
        head = self._head(text, end, words)
        if head is None:
            return None
        antecedent = head.rstrip(" ,")
        whole = self._clean(antecedent[self._clause_start(antecedent, len(antecedent)) :])
        only = _ONLY.match(whole)
        if only and self._acts(only[1]):
            return only[1], True  # "Det er kommunen, der skal"
        if whole.split(" ")[0].casefold() in self._rules.fronted:
            # "– en hub – i ministeriet, der skal": what is meant stands further off.
            return "", False
        noun = self._noun(whole)
        # "hvor de kommer i kontakt med skoler, der skal": more than what is meant.
        return noun, noun == whole and not any(map(self._is_present, TOKEN.findall(whole)))

    def is_purpose(self, text: str, end: int, words: Sequence[str]) -> bool:
        """Say whether a clause only tells what something is for: ``et center, der skal samle``.

        It promises where the main clause says that something is made or done now.
        """
        head = self._head(text, end, words)
        tokens = TOKEN.findall(head or "")
        main = [word.casefold() for word in tokens]
        if not main or main[-1] in _OPENS or main[-1] in ":;–—" or _CLEFT.match(head or ""):
            return False
        if main[-1] == "," and self._acts(tokens[-2]):
            return False  # "sendes til kommunen, der skal": somebody known
        return not any(
            (
                (self._words.is_present(word) or self._words.is_passive(word))
                and not (before in self._rules.articles and self._words.is_noun(word))
                and self._words.infinitive(word) not in self._rules.states
            )
            or (
                self._words.is_participle(word)
                and not self._rules.decisions.isdisjoint(self._words.lemmas(word))
            )
            for before, word in zip(["", *main], main, strict=False)
        )

    def _head(self, text: str, end: int, words: Sequence[str]) -> str | None:
        """Return what stands before the relative pronoun of a clause; None if it has none."""
        if not words:
            return None
        if words[-1].casefold() in _RELATIVE:
            relative = words[-1]
        elif words[0].casefold() in _RELATIVE and self._is_adverbial(words[1]):
            relative = words[0]
        else:
            return None
        return text[: text.rindex(relative, 0, end)].rstrip()

    def parted(self, head: str) -> str:
        """Return a subject that a relative clause parts from its verb: ``Et udvalg, som …, skal``.

        ``head`` is the sentence up to the verb.
        """
        match = _PARTED.match(head.strip())
        noun = self._clean(match[1]) if match else ""
        if match and noun.casefold() in {"den", "de"}:
            return self._clean(head.strip(" ,"))  # "Den, der modtager en anmodning, skal"
        words = [word.casefold() for word in TOKEN.findall(noun)]
        alone = words and words[0] not in self._rules.fronted - self._rules.articles
        is_verb = any(
            self._words.is_present(word) and not self._words.is_noun(word) for word in words
        )
        return noun if alone and not is_verb else ""

    def _is_adverbial(self, word: str) -> bool:
        rules, plain = self._rules, word.casefold()
        return plain in rules.fronted | rules.stoppers | {"senest", "tidligst"} or (
            plain in rules.adverbs
        )

    def _is_present(self, word: str) -> bool:
        return self._words.is_present(word) and not self._words.is_noun(word.casefold())

    def _is_action(self, word: str) -> bool:
        plain = word.casefold()
        return (
            self._is_present(word)
            or self._words.is_passive(plain)
            or self._words.kinds(plain) == {"verb"}
        )

    def _noun(self, phrase: str) -> str:
        """Return the noun that ``phrase`` ends with: from its article, else all of a few words."""
        tokens = list(TOKEN.finditer(phrase))
        verbs = [at for at, token in enumerate(tokens) if self._is_action(token[0])]
        del tokens[: verbs[-1] + 1 if verbs else 0]
        plain = [token[0].casefold() for token in tokens]
        articles = [at for at, word in enumerate(plain) if word in self._rules.articles]
        for at in reversed(articles):
            inside = at > 0 and plain[at - 1] in self._rules.stoppers
            if not inside or at == articles[0]:
                # "en kommission for det gode liv": the first noun, not the one inside it.
                found = phrase[tokens[at].start() :]
                return "" if any(map(self._words.is_present, plain[at:])) else found
        while plain and plain[0] in self._rules.stoppers:
            del plain[0], tokens[0]
        if not plain or len(plain) > _MOST_WORDS or plain[0] in _OPENS:
            return ""
        return phrase[tokens[0].start() :]
