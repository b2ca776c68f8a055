"""The strategy map as one HTML file that needs nothing else: no network, no other file.

The drawing is own SVG (curves between cards that are ordinary buttons): a drawing library would
bring several hundred kilobytes for a layout that lanes and cards already give, and would draw
on a canvas that neither a keyboard nor a screen reader can enter.  Text from documents travels as
JSON in which no ``<`` stands, and the script only ever makes text of it.  The page's own policy
lets nothing run but that one script.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from strategikort import __version__
from strategikort.citation.dates import danish_date
from strategikort.language.breaks import with_soft_hyphens
from strategikort.language.lexicon import Lexicon
from strategikort.output.links import KIND_WORDS
from strategikort.output.objects import Object, Sections

_PAGE = Path(__file__).resolve().parent / "page"
_LONG = 60
BUDGET = 900_000
"""Bytes; a page of a large collection leaves its weakest links out to stay below a megabyte."""


def map_page(answer: Object, sections: Sections) -> str:
    """Return the page for a map (the JSON object of the map, and its sections by id)."""
    style = (_PAGE / "kort.css").read_text(encoding="utf-8")
    script = (_PAGE / "kort.js").read_text(encoding="utf-8")
    page = (_PAGE / "kort.html").read_text(encoding="utf-8")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    room = BUDGET - sum(len(part.encode("utf-8")) for part in (style, script, page))
    parts = {
        "policy": policy,
        "style": style,
        "data": _data(answer, sections, room),
        "script": script,
    }
    before, *pieces = page.split("{{")
    filled = [before]
    for piece in pieces:
        name, _, after = piece.partition("}}")
        filled += [parts[name], after]
    return "".join(filled)


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _data(answer: Object, sections: Sections, room: int) -> str:
    """Return the data of the page as JSON that can stand in a script element.

    Raises nothing; the weakest links go first when there is no room for all.
    """
    links = list(answer["links"])
    total = len(links)
    while True:
        text = _json(_page_data(answer, links, total, sections))
        if len(text.encode("utf-8")) <= room or not links:
            return text
        order = sorted(range(len(links)), key=lambda at: -links[at]["weight"])
        kept = sorted(order[: len(links) * 3 // 4])
        links = [links[at] for at in kept]


def _json(value: object) -> str:
    # "<" would let a text end the script element; the line separators end a line of JavaScript.
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def _page_data(answer: Object, links: list[Object], total: int, sections: Sections) -> Object:
    lexicon = Lexicon.open()
    linked = {end for link in links for end in (link["source"], link["target"])}
    left_out = total - len(links)
    about = "Hvad dokumenterne har med hinanden at gøre, og ordene, der viser det."
    if left_out:
        about += f" {left_out} svage forbindelser er udeladt for pladsens skyld."
    return {
        "about": about,
        "made": f"Lavet af strategikort {__version__}. Citater er taget ordret fra dokumenterne;"
        " hvert sted kan efterprøves med henvisningen.",
        "kinds": KIND_WORDS,
        "documents": [
            {
                "id": document["id"],
                "short": document["id"],
                "title": _dated(document["title"], document["date"]),
                "lane": _dated(_main_title(document["title"]), document["date"]),
            }
            for document in answer["documents"]
        ],
        "sections": [
            {
                **_some(section, "id", "document", "label"),
                "card": with_soft_hyphens(section["label"], lexicon),
                "citation": _with_others(section["citation"], section.get("also", ())),
                "text": sections[section["id"]].text.text,
            }
            for section in answer["sections"]
            if section["id"] in linked
        ],
        "links": [_link(link) for link in links],
        "disagreements": [
            {
                "question": item["question"],
                "statements": [
                    _some(statement, "value", "counted")
                    | _some(statement["evidence"], "text", "citation")
                    for statement in item["statements"]
                ],
            }
            for item in answer["disagreements"]
        ],
    }


def _with_others(citation: str, also: Iterable[str]) -> str:
    """Return the citation of a section with those that it stands for."""
    others = "".join(f", [{name}]" for name in also)
    return f"{citation}; også i{others[1:]}" if others else citation


def _dated(title: str, date: str) -> str:
    return f"{title} ({danish_date(date)})" if date else title


def _main_title(title: str) -> str:
    """Return a long title without its subtitle: a lane is narrow."""
    return title.split(": ")[0] if len(title) > _LONG else title


def _link(link: Object) -> Object:
    # A theme is about the whole section; other links are proved by single words.
    proof = () if link["kind"] == "tema" else ("text", "citation")
    return {
        **_some(link, "kind", "source", "target", "label", "weight", "note"),
        "words": _each_once(link["words"]),
        "evidence": [_some(item, "section", "start", "end", *proof) for item in link["evidence"]],
    }


def _some(whole: Object, *keys: str) -> Object:
    return {key: whole[key] for key in keys}


def _each_once(words: Iterable[Object]) -> list[str]:
    """Return the words of a theme as the two ends write them, each spelling once."""
    found: dict[str, str] = {}
    for word in words:
        forms = word["target"] or word["source"]
        if forms:
            found.setdefault(forms[0].casefold(), forms[0])
    return list(found.values())
