"""The index that exported passages are searched in by OpenSearch and Elasticsearch.

Danish in three ways at once: ``text`` by stems (Snowball, which both have built in),
``text.foldet`` as it is typed without æ, ø and å, and ``words`` by the lemmas and the parts of
compounds that our own dictionary knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from strategikort import __version__
from strategikort.language.fold import fold
from strategikort.language.stopwords import FUNCTION_WORDS
from strategikort.language.thesaurus_entries import THESAURUS_FILE, CompiledEntries, Group, Term
from strategikort.language.thesaurus_file import read_thesaurus
from strategikort.language.thesaurus_keys import only_in_capitals
from strategikort.language.tokens import word_texts
from strategikort.places import own_thesaurus

_SAME = frozenset("sae")
"""Kinds of terms that mean the same; related terms (``r``) would need weights, which rules lack."""

_ENDINGS = "['’](s|er|ers|erne|ernes|en|ens|et|ets|e|ede|te)?$"
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"}
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOPPED = frozenset(map(fold, FUNCTION_WORDS))


def index_settings() -> dict[str, Any]:
    """Return settings and mapping: the body of ``PUT /navn``."""
    return {
        "settings": {"index": {"analysis": _analysis()}},
        "mappings": {
            "dynamic": "strict",
            "_meta": {"program": f"strategikort {__version__}"},
            "properties": _properties(),
        },
    }


def _analysis() -> dict[str, Any]:
    stem = ["lowercase", "uden_endelse", "dansk_stop", "dansk_stamme"]
    return {
        "char_filter": {
            "uden_danske_bogstaver": {
                "type": "mapping",
                "mappings": [
                    f"{sign} => {plain}"
                    for letter, plain in _LETTERS.items()
                    for sign in (letter, letter.upper())
                ],
            }
        },
        "filter": {
            "uden_endelse": {"type": "pattern_replace", "pattern": _ENDINGS, "replacement": ""},
            "dansk_stop": {"type": "stop", "stopwords": FUNCTION_WORDS},
            "dansk_stamme": {"type": "stemmer", "language": "danish"},
            "dansk_synonymer": {
                "type": "synonym_graph",
                "lenient": True,
                "synonyms": list(synonym_rules()),
            },
        },
        "analyzer": {
            "dansk": {"type": "custom", "tokenizer": "standard", "filter": stem},
            "dansk_soegning": {
                "type": "custom",
                "tokenizer": "standard",
                "filter": [*stem, "dansk_synonymer"],
            },
            "foldet": {
                "type": "custom",
                "char_filter": ["uden_danske_bogstaver"],
                "tokenizer": "standard",
                "filter": ["lowercase", "uden_endelse", "asciifolding"],
            },
        },
    }


def _properties() -> dict[str, Any]:
    keyword = {"type": "keyword"}
    number = {"type": "integer"}
    unsearched = {"type": "integer", "index": False, "doc_values": False}
    text = {
        "type": "text",
        "analyzer": "dansk",
        "search_analyzer": "dansk_soegning",
        "fields": {"foldet": {"type": "text", "analyzer": "foldet"}},
    }
    date = {
        "type": "date",
        "format": "strict_year||strict_year_month||strict_date",
        "ignore_malformed": True,
    }
    return {
        "section": keyword,
        "parent": keyword,
        "kind": keyword,
        "number": keyword,
        "title": text,
        "heading": text,
        "text": text,
        # Lemmas stand in no order: each is a value of its own, too far from the next for a phrase.
        # Without positions a phrase would be refused, and with it the whole query.
        "words": {"type": "text", "analyzer": "dansk", "position_increment_gap": 100},
        "document": {
            "properties": {
                "id": keyword,
                "title": text,
                "publisher": keyword,
                "date": date,
                "url": keyword,
            }
        },
        "source": {
            "properties": {
                "file": keyword,
                "sha256": keyword,
                "lines": number,
                "chars": unsearched,
                "pages": keyword,
            }
        },
        "citation": {"type": "keyword", "index": False, "doc_values": False},
        "rank": number,
        "score": {"type": "float"},
    }


def synonym_rules() -> Iterator[str]:
    """Go through the thesaurus, the user's own included, as rules in Solr's format.

    Function words are left out, as the analyser leaves them out before synonyms are looked up, and
    so are abbreviations that are common words when written small.  Raises ``ThesaurusError``.
    """
    own = own_thesaurus()
    groups = list(CompiledEntries(THESAURUS_FILE).all_groups())
    groups += read_thesaurus(own) if own is not None else []
    yield from dict.fromkeys(rule for group in groups for rule in _rules(group))


def _rules(group: Group) -> Iterator[str]:
    same = _written(group.terms, _SAME)
    narrower = _written(group.terms, frozenset("n"))
    if len(same) > 1:
        yield ", ".join(same)
    if same and narrower:
        # Found from the others, never the other way.
        yield f"{', '.join(same)} => {', '.join(dict.fromkeys((*same, *narrower)))}"
    for idiom in _written(group.terms, frozenset("i")) if same else ():
        # One of whose words is left says that word without the others: komme (af med).
        if " " in idiom:
            yield f"{idiom} => {', '.join(dict.fromkeys((idiom, *same)))}"


def _written(terms: Iterable[Term], kinds: frozenset[str]) -> list[str]:
    found: dict[str, None] = {}
    for term in terms:
        if term.kind in kinds and not _is_common_when_small(term):
            words = [word.lower() for word in _WORD.findall(term.text)]
            found[" ".join(word for word in words if fold(word) not in _STOPPED)] = None
    return [term for term in found if term]


def _is_common_when_small(term: Term) -> bool:
    words = word_texts(term.text)
    return len(words) == 1 and only_in_capitals(words[0])
