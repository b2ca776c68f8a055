"""Quotations made from the documents by rule, so that the truth of each is known."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from strategikort.citation.units import ASIDES
from strategikort.model import Section

WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Made:
    quote: str
    status: str
    rule: str
    sections: tuple[str, ...]
    original: str


PLAIN_KINDS = {"konklusion", "led", "prioritet", "kapitel", "afsnit", "anbefaling", "rolle"}
NAMES = ["Danmark", "Rådet", "Kina", "Rusland", "USA", "EU", "NATO", "Ukraine", "Kommissionen"]
OTHER_NAMES = ["Norge", "Parlamentet", "Brasilien", "Tyskland", "Mexico", "Kongressen"]
VERBS = {
    "skal": "kan",
    "kan": "skal",
    "vil": "bør",
    "bør": "vil",
    "er": "var",
    "har": "havde",
    "opfordrer": "pålægger",
    "styrke": "svække",
    "bidrager": "bidrog",
    "øge": "mindske",
    "understreger": "betvivler",
    "arbejde": "kæmpe",
}
WHO = ["Regeringen", "Rådet", "Danmark", "EU", "Udenrigsministeriet"]
DOES = ["afsætter midler til", "vil oprette", "noterer sig behovet for", "foreslår at nedlægge"]
WHAT = [
    "en fælles nordisk kvantefond",
    "et center for digital suverænitet",
    "et årligt topmøde om rumfart",
    "en ambassade på hver eneste ø",
    "otte nye datacentre i Jylland",
]
WHERE = [
    "i samarbejde med de baltiske universiteter",
    "inden udgangen af næste folketingssamling",
    "med støtte fra private investorer i Aarhus",
    "uden at det belaster kommunernes budgetter",
]


class Maker:
    """Makes quotations; the same seed makes the same ones."""

    def __init__(self, sections: Sequence[Section], sources: dict[str, str], seed: int) -> None:
        self.random = random.Random(seed)
        self.raw = sources
        self.sections = [
            section
            for section in sections
            if section.kind not in ASIDES
            and section.kind in PLAIN_KINDS
            and len(section.text.text.split()) >= 12
        ]
        self.all_text = "\n".join(section.text.text for section in sections)

    def span(self, least: int = 6, most: int = 35) -> tuple[Section, int, int]:
        """Choose a stretch of whole words inside a paragraph."""
        while True:
            section = self.random.choice(self.sections)
            words = list(re.finditer(r"\S+", section.text.text))
            count = self.random.randint(least, most)
            if len(words) < count:
                continue
            first = self.random.randrange(len(words) - count + 1)
            start, end = words[first].start(), words[first + count - 1].end()
            if "\n" not in section.text.text[start:end]:
                return section, start, end

    def exact(self) -> Iterator[Made]:
        for rule in (
            self._plain,
            self._spread,
            self._raw_slice,
            self._hyphens,
            self._shapes,
            self._decomposed,
            self._omission,
            self._insertion,
            self._first_letter,
            self._closing,
            self._two_paragraphs,
        ):
            made = rule()
            if made is not None:
                yield made

    def _exact(self, quote: str, rule: str, section: Section, original: str) -> Made:
        return Made(quote, "exact", rule, (section.id,), original)

    def _plain(self) -> Made:
        section, start, end = self.span(4, 60)
        text = section.text.text[start:end]
        return self._exact(text, "plain", section, text)

    def _spread(self) -> Made:
        section, start, end = self.span()
        text = section.text.text[start:end]
        spread = re.sub(r" ", lambda _: self.random.choice([" ", "  ", "\n", "\u00a0"]), text)
        return self._exact(re.sub(r"\.", " .", spread), "spread", section, text)

    def _raw_slice(self) -> Made | None:
        section, start, end = self.span()
        first = section.text.raw_offset(start)
        last = section.text.raw_offset(end - 1)
        text = section.text.text[start:end]
        if first is None or last is None:
            return None
        inside = [piece for piece in section.pieces if piece.start <= first < last < piece.end]
        notes = any(start <= note.offset <= end for note in section.footnotes)
        raw = self.raw[section.document][first : last + 1]
        if not inside or notes or "STRATEGI" in raw:
            return None
        return self._exact(raw, "raw", section, text)

    def _hyphens(self) -> Made | None:
        section, start, end = self.span()
        text = section.text.text[start:end]
        long = list(re.finditer(r"[a-zæøå]{9,}", text))
        if not long:
            return None
        match = self.random.choice(long)
        cut = match.start() + 4
        if re.match(r"(og|eller|samt|til)\b", text[cut:]):
            return None
        broken = text[:cut] + self.random.choice(["-\n", "- ", "-\n  "]) + text[cut:]
        return self._exact(broken, "hyphen", section, text)

    def _shapes(self) -> Made:
        section, start, end = self.span()
        text = section.text.text[start:end]
        shaped = re.sub(r"[’']", lambda _: self.random.choice("’'‘"), text)
        for mark in '«»”“„"':
            shaped = shaped.replace(mark, self.random.choice('«»”“"'))
        return self._exact(shaped.replace("–", "-"), "shapes", section, text)

    def _decomposed(self) -> Made:
        section, start, end = self.span()
        text = section.text.text[start:end]
        return self._exact(unicodedata.normalize("NFD", text), "nfd", section, text)

    def _omission(self) -> Made:
        section, start, end = self.span(14, 40)
        text = section.text.text[start:end]
        words = text.split(" ")
        cut = self.random.randint(4, len(words) - 7)
        gone = self.random.randint(1, 3)
        mark = self.random.choice(["[…]", "[...]", "...", "(…)", "[ … ]"])
        quote = " ".join([*words[:cut], mark, *words[cut + gone :]])
        return self._exact(quote, "omission", section, text)

    def _insertion(self) -> Made:
        section, start, end = self.span()
        text = section.text.text[start:end]
        words = text.split(" ")
        words.insert(
            self.random.randint(1, len(words)), self.random.choice(["[red.]", "[sic]", "[dvs. EU]"])
        )
        return self._exact(" ".join(words), "insertion", section, text)

    def _first_letter(self) -> Made | None:
        section, start, end = self.span()
        text = section.text.text[start:end]
        if len(text) < 2 or not text[0].isalpha() or not text[1].isalpha():
            return None
        return self._exact(f"[{text[0].swapcase()}]{text[1:]}", "letter", section, text)

    def _closing(self) -> Made:
        section, start, end = self.span()
        text = section.text.text[start:end]
        return self._exact(text.rstrip(".,;:") + self.random.choice(",."), "closing", section, text)

    def _two_paragraphs(self) -> Made | None:
        section = self.random.choice(self.sections)
        parts = section.text.text.split("\n\n")
        if len(parts) < 2:
            return None
        index = self.random.randrange(len(parts) - 1)
        if any(child.startswith(section.id + "/") for child in section.children):
            return None
        quote = " ".join(parts[index].split()[-8:] + parts[index + 1].split()[:8])
        return self._exact(quote, "paragraphs", section, quote)

    def altered(self) -> Iterator[Made]:
        for rule in (
            self._number,
            self._negation,
            self._name,
            self._verb,
            self._dropped,
            self._added,
            self._swapped,
            self._other_word,
            self._two_words,
            self._glued,
        ):
            made = rule()
            if made is not None and made.quote not in self.all_text:
                yield made

    def _changed(self, section: Section, text: str, quote: str, rule: str) -> Made | None:
        if WORD.findall(quote) == WORD.findall(text):
            return None
        return Made(quote, "altered", rule, (section.id,), text)

    def _at_hit(
        self, rule: str, pattern: str, change: Callable[[str], str], *, among: Iterable[str] = ()
    ) -> Made | None:
        """Change one hit of a pattern, in the first stretch that has any."""
        for _ in range(200):
            section, start, end = self.span()
            text = section.text.text[start:end]
            hits = [hit for hit in re.finditer(pattern, text) if not among or hit[0] in among]
            if hits:
                hit = self.random.choice(hits)
                quote = text[: hit.start()] + change(hit[0]) + text[hit.end() :]
                return self._changed(section, text, quote, rule)
        return None

    def _edited(self, rule: str, edit: Callable[[list[str]], None], least: int = 6) -> Made | None:
        """Change the list of the words of a stretch."""
        section, start, end = self.span(least)
        words = section.text.text[start:end].split(" ")
        original = " ".join(words)
        edit(words)
        return self._changed(section, original, " ".join(words), rule)

    def _number(self) -> Made | None:
        by = self.random.randint(1, 8)
        return self._at_hit("number", r"\d", lambda digit: str((int(digit) + by) % 10))

    def _negation(self) -> Made | None:
        def edit(words: list[str]) -> None:
            if "ikke" in words:
                words.remove("ikke")
            else:
                words.insert(self.random.randint(1, len(words) - 1), "ikke")

        return self._edited("negation", edit)

    def _name(self) -> Made | None:
        other = self.random.choice(OTHER_NAMES)
        return self._at_hit("name", WORD.pattern, lambda _: other, among=NAMES)

    def _verb(self) -> Made | None:
        return self._at_hit("verb", WORD.pattern, VERBS.__getitem__, among=VERBS)

    def _dropped(self) -> Made | None:
        return self._edited("dropped", lambda words: words.pop(len(words) // 2) and None, 8)

    def _added(self) -> Made | None:
        new = self.random.choice(["altid", "stærkt"])
        return self._edited(
            "added", lambda words: words.insert(self.random.randint(2, len(words) - 2), new)
        )

    def _swapped(self) -> Made | None:
        def edit(words: list[str]) -> None:
            at = self.random.randint(2, len(words) - 4)
            words[at], words[at + 1] = words[at + 1], words[at]

        return self._edited("swapped", edit, 8)

    def _other_word(self) -> Made | None:
        other = self.random.choice(["samarbejdet", "udfordringer", "grønne", "rammerne"])
        return self._at_hit("word", r"\w{7,}", lambda _: other)

    def _two_words(self) -> Made | None:
        def edit(words: list[str]) -> None:
            for _ in range(2):
                at = self.random.randrange(len(words))
                words[at] = self.random.choice(["dette", "bredt", "store"])

        return self._edited("two words", edit, 12)

    def _glued(self) -> Made | None:
        return self._at_hit("glued", r"(?<=[a-zæøå]{3}) (?=[a-zæøå]{3})", lambda _: "")

    def spliced(self) -> Made:
        one, start, end = self.span(6, 18)
        two, begin, stop = self.span(6, 18)
        while two.id == one.id:
            two, begin, stop = self.span(6, 18)
        quote = one.text.text[start:end] + " " + two.text.text[begin:stop]
        return Made(quote, "altered", "splice", (one.id, two.id), quote)

    def fabricated(self) -> str:
        """Make a sentence up that stands nowhere."""
        whole = "{} {} {} {}."
        return whole.format(*map(self.random.choice, (WHO, DOES, WHAT, WHERE)))
