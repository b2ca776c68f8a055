"""Whether a form means the name that has it, in the document where it stands."""

from __future__ import annotations

import pytest

from strategikort.library import Collection
from strategikort.links.evidence import EvidenceRoom
from strategikort.links.mentions import names_in
from strategikort.links.names import known_names
from strategikort.links.references import ReferenceFinder
from strategikort.model import Section
from strategikort.text.aligned import AlignedText
from strategikort.text.source import Source


def sections_of(collection: Collection, document: str, texts: list[str]) -> list[Section]:
    """Return sections with these texts, as if ``document`` had no others."""
    model = collection.section("uss/3.1")
    return [
        model._replace(
            id=f"{document}/{number}",
            title="Emne",
            document=document,
            parent=None,
            text=AlignedText.cut(text, 0, len(text)),
            pieces=(),
            footnotes=(),
        )
        for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("texts", "name", "where"),
    [
        # A noun in the definite is that of the EU where the EU is spoken of.
        (["Rådet opfordrer EU til det.", "Kort efter svarede Rådet."], "raadet", ["d/1", "d/2"]),
        (["Rådet mødes hver måned.", "EU er noget andet."], "raadet", []),
        (["EU har bedt om en rapport fra Rådet for socialt udsatte."], "raadet", []),
        (["EU er enigt. Rådet roser Kommissionen for dens indsats."], "kommissionen", ["d/1"]),
        # It goes back to what has just been named.
        (
            ["EU vokser. Der nedsættes en velfærdskommission. Kommissionen skal se på pensioner."],
            "kommissionen",
            [],
        ),
        (["EU vokser. Vi vil have en uafhængig kommission. Kommissionen skal arbejde."],
         "kommissionen", []),
        (
            ["Velfærdskommissionen kom i 2003.", "EU roser Kommissionen.", "Kommissionen var klog."],
            "kommissionen",
            ["d/2"],
        ),
        (["I EU er kerneområdet vigtigt. Rådet er enigt."], "raadet", ["d/1"]),
        (["FN’s Menneskerettighedsråd og EU. Rådet er enigt."], "raadet", ["d/1"]),
        (["Forsvaret af velfærden er vigtigt."], "forsvaret", []),
        (["Forsvaret skal styrkes."], "forsvaret", ["d/1"]),
        # A plain phrase is a name beside others.
        (["Kommunen har strategiske partnerskaber med firmaer."], "strategiske-partnerskaber", []),
        (
            ["Danmark har et strategisk partnerskab med Indien.", "Strategiske partnerskaber nytter; "
             "de strategiske partnerskaber vokser."],
            "strategiske-partnerskaber",
            ["d/1", "d/2"],
        ),
        (["Skolerne har digitale partnerskaber."], "digitale-partnerskaber", []),
    ],
)  # fmt: skip
def test_a_short_form_is_read_in_its_document(
    collection: Collection, texts: list[str], name: str, where: list[str]
) -> None:
    inside = names_in(sections_of(collection, "d", texts), [], known_names())
    assert [section for section, found in inside.items() if name in found.mentions] == where


@pytest.mark.parametrize(("date", "there"), [("2003-08", False), ("2016", True), ("", True)])
def test_nothing_is_named_before_it_is_born(collection: Collection, date: str, there: bool) -> None:
    document = collection.documents[0]._replace(id="d", date=date)
    sections = sections_of(collection, "d", ["Landets mål for bæredygtig udvikling."])
    inside = names_in(sections, [document], known_names())
    assert ("verdensmaalene" in inside["d/1"].mentions) == there


@pytest.mark.parametrize(
    ("dates", "linked"),
    [(("2003", "2023"), False), (("2022", "2023-05"), True), (("2022", ""), False)],
)
def test_what_is_made_anew_is_the_same_only_at_the_same_time(
    collection: Collection, dates: tuple[str, str], linked: bool
) -> None:
    documents = [
        collection.documents[0]._replace(id=name, title=name, short_title=name, date=date)
        for name, date in zip("ab", dates, strict=True)
    ]
    sections = {
        section.id: section
        for document in documents
        for section in sections_of(collection, document.id, ["Et nyt forsvarsforlig er på vej."])
    }
    names = known_names()
    inside = names_in(sections.values(), documents, names)
    finder = ReferenceFinder(documents, sections, inside, names, _Room(collection))
    links = [*finder.find()]
    assert bool(links) == linked
    if linked:
        assert "samme tid" in links[0].note


class _Room(EvidenceRoom):
    """Evidence of texts that are in no document: their places are those of another."""

    def source(self, document: str) -> Source:
        return super().source("uss")
