"""What of a web page is its content, and what leads to other pages.

Pages rarely say so.  Elements, roles and the names that authors give (``sidebar``, ``cookie``) tell
menus; that most of its words are links tells a list of other pages.  The content is the element
marked or named so if it holds enough of the letters outside links, else the whole page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from strategikort.readers.cues.dates import RUNNING
from strategikort.readers.web.tree import Node, is_hidden, text_of

_FURNITURE_TAGS = frozenset({"nav", "footer", "form", "menu"})
_FURNITURE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:nav(?!n)\w*|\w+nav|\w*menu\w*|breadcrumbs?|broedkrummer?|sidebar|footer|sidefod"
    r"|cookies?|banner|share|social|skip\w*|login|search|soeg|toolbar|pagination|topbar\w*|sitemap"
    r"|feedback|(?:mw-)?editsection)"
    r"(?:$|[\s_-])",
    re.I,
)
_MODIFIERS = re.compile(
    r"(?<![^\W_])(?:no|has|have|with|without|med|uden|har)[-_]+[\w-]*|--[\w-]+", re.I
)
_ASKS = re.compile(
    r"(?i)(?<![^\W_])(?:coi|cookie-?(?:banner|bar|consent)|consent|dialog|modal|overlay|popup)"
)
"""What the names of that say which asks a reader for something before he sees the page."""

_SEE_ALSO = re.compile(r"\W*(?:læs|se) (?:også|mere)\b\s*:", re.I)
_MAIN_WORDS = re.compile(
    r"(?:^|[\s_-])(?:main\w*|content|indhold|article|artikel|body-?text|rich-?text)(?:$|[\s_-])",
    re.I,
)
_OTHER_PAGES = re.compile(
    r"(?:^|[\s_-])(?:related\w*|relatere\w*|see-?also|se-?ogsaa|read-?more|laes-?mere|laes-?ogsaa"
    r"|more-?news|flere-?nyheder|latest-?news|seneste-?nyt|recommended|teasers?(?:-?list)?)"
    r"(?:$|[\s_-])",
    re.I,
)
_OF_OTHER_PAGES = re.compile(
    r"(?:relatere(?:t|de)(?: \w+)?|læs (?:også|mere)|se også|(?:flere|andre|seneste) nyheder"
    r"|seneste nyt|mere om (?:emnet|samme emne)|måske er du også interesseret i|related \w+"
    r"|read more|see also|latest news)\W*",
    re.I,
)
_CONTENTS = re.compile(
    r"(?:^|[\s_-])(?:toc|toctree|table-?of-?contents|indholdsfortegnelse)(?:$|[\s_-])", re.I
)
"""What lists of the contents are called; of a chapter's page they may lead to other pages."""

_NAMED_SHARE, _TITLED_SHARE = 0.2, 0.6
"""The share of letters in links that what leads to other pages has, at least."""

_AS_LARGE = 0.5
"""The share of the letters of the largest article that others have which are content as well."""

_PARTS = frozenset({"section", "aside", "div", "ul"})

_PARTED = re.compile(r"[\W_]+")
HEADING = re.compile(r"h[1-6]")


def is_furniture(node: Node) -> bool:
    """Tell whether an element is a menu or the like, by its tag, its name or what it leads to."""
    if node.tag in _FURNITURE_TAGS:
        return True
    if node.tag in ("body", "main", "article", "html") or HEADING.fullmatch(node.tag):
        return False
    if node.attributes.get("role") in ("navigation", "dialog", "alertdialog"):
        return True
    if _FURNITURE_WORDS.search(node.label) and _is_named_furniture(node):
        return True
    if node.tag == "p" and node.elements:
        return bool(_SEE_ALSO.match(text_of(node))) and is_linked(node)
    if _CONTENTS.search(node.label):
        return is_linked(node)
    return node.tag in _PARTS and _leads_elsewhere(node)


def _is_named_furniture(node: Node) -> bool:
    """Tell whether the name of an element says so of itself, and it has no title of a page in it.

    One around the content may say what else there is: »content-with-sidebar«, »no-banner«.
    """
    own = node.attributes.get("id", "")
    named = node.label.removeprefix(own) if _is_of_heading(own, node) else node.label
    if not _FURNITURE_WORDS.search(_MODIFIERS.sub(" ", named)):
        return False
    return bool(_ASKS.search(named)) or not any(
        item.tag == "main" or (item.tag == "h1" and not is_linked(item)) for item in node.walk()
    )


def is_linked(node: Node) -> bool:
    """Tell whether most of the words of an element are links."""
    links = (text_of(item) for item in node.walk() if item.tag == "a")
    letters = sum(sum(map(str.isalnum, said)) for said in links)
    return letters > 0.5 * sum(map(str.isalnum, text_of(node)))


def _is_of_heading(name: str, node: Node) -> bool:
    """Tell whether an id is made of the heading of the part: »social-ulighed«.

    Ids seldom begin with the number of the heading; one behind them tells them from others.
    """
    said, title = _PARTED.sub(" ", name.lower()).split(), _title_of(node).lower()
    words = re.findall(r"[^\W_]+", title)
    bare = [*dropwhile(str.isdecimal, words)]
    first = [*dropwhile(str.isdecimal, reversed(said))][::-1]
    return any(
        _names(one, other, node.tag) for one in (said, first) for other in (words, bare) if one
    )


def _names(said: Sequence[str], words: Sequence[str], tag: str) -> bool:
    if len(said) == 1:
        return tag == "section" and said == words
    return len(said) <= len(words) and said[:1] == words[:1]


def _leads_elsewhere(node: Node) -> bool:
    """Tell whether a part of a page shows what other pages there are, by its name or its title."""
    named = bool(_OTHER_PAGES.search(node.label))
    if not named and not _OF_OTHER_PAGES.fullmatch(_title_of(node)):
        return False
    letters = sum(map(str.isalnum, text_of(node)))
    linked = sum(_linked_alone(item) for item in node.walk())
    return linked > (_NAMED_SHARE if named else _TITLED_SHARE) * letters


def _linked_alone(node: Node) -> int:
    """Return how many letters the links in an element have, if they are not words of a sentence.

    They are what the element begins with, or most of it.
    """
    shown = [child for child in node.children if not isinstance(child, str) or child.strip()]
    links = [item for item in shown if isinstance(item, Node) and item.tag == "a"]
    letters = sum(sum(map(str.isalnum, text_of(link))) for link in links if not is_hidden(link))
    leads = bool(links) and shown[0] is links[0]
    return letters if leads or 2 * letters >= sum(map(str.isalnum, text_of(node))) else 0


def _title_of(node: Node) -> str:
    """Return the heading that a part of a page begins with, empty if it begins with none."""
    for _ in range(3):
        children = [child for child in node.children if not isinstance(child, str) or child.strip()]
        if not children or isinstance(children[0], str):
            return ""
        node = children[0]
        if HEADING.fullmatch(node.tag):
            return text_of(node)
    return ""


def main_content(root: Node) -> Node:
    """Return the element that holds what the page is about, the root if none does."""
    sizes = _letters(root)
    marked = [
        node
        for node in root.walk()
        if node.tag in ("main", "article") or node.attributes.get("role") == "main"
    ]
    named = [node for node in root.walk() if _MAIN_WORDS.search(node.label)]
    for nodes, share in ((marked, 0.3), (named, 0.5)):
        largest = max(nodes, key=lambda node: sizes[id(node)], default=None)
        if largest is not None and sizes[id(largest)] >= share * sizes[id(root)]:
            inside = {id(node) for node in largest.walk()}
            others = (node for node in nodes if id(node) not in inside)
            least = _AS_LARGE * sizes[id(largest)]
            if alike := [node for node in others if sizes[id(node)] >= least]:
                return _around([largest, *alike], root)
            return _with_what_follows(largest, root) if largest.tag == "article" else largest
    return root


def _around(nodes: Sequence[Node], root: Node) -> Node:
    """Return the smallest element that holds all of ``nodes``."""
    found = root
    for level in zip(*(_path(root, node) for node in nodes), strict=False):
        if any(node is not level[0] for node in level):
            break
        found = level[0]
    return found


def _with_what_follows(article: Node, root: Node) -> Node:
    """Return what holds an article and the parts with headings of their own that go on with it."""
    path = _path(root, article)
    above = path[-2] if len(path) > 1 else root
    parts = [
        child
        for child in above.elements
        if child.tag in ("section", "div") and not is_furniture(child)
    ]
    goes_on = any(
        any(item.tag == "h2" for item in part.walk()) and _running(part) for part in parts
    )
    return above if goes_on else article


def _running(part: Node) -> bool:
    """Tell whether a part of a page has several paragraphs of running text."""
    said = (text_of(item) for item in part.walk() if item.tag == "p" and not is_linked(item))
    return sum(len(text.split()) >= RUNNING for text in said) > 1


def title_outside(root: Node, main: Node) -> Node | None:
    """Return the only heading of a page, with what stands beside it, if ``main`` has none.

    That of the site links to its front page.
    """
    titles = [node for node in root.walk() if node.tag == "h1" and text_of(node)]
    if len(titles) != 1 or is_linked(titles[0]) or _path(main, titles[0]):
        return None
    title = titles[0]
    path = _path(root, title)
    if any(is_hidden(node) or is_furniture(node) for node in path):
        return None
    above = path[-2]
    is_hero = above.tag in ("div", "section", "header") and not _path(above, main)
    menus = any(item.tag in ("nav", "ul", "ol", "form") for item in above.walk())
    return above if is_hero and not menus else title


def _path(root: Node, node: Node) -> list[Node]:
    """Return the elements from ``root`` down to a node, both included."""
    if root is node:
        return [root]
    for child in root.elements:
        if path := _path(child, node):
            return [root, *path]
    return []


def _letters(root: Node) -> dict[int, int]:
    """Return for each element how many letters in it stand outside links and menus."""
    sizes: dict[int, int] = {}
    for node in reversed(list(root.walk())):
        aside = is_hidden(node) or is_furniture(node) or node.tag == "a"
        sizes[id(node)] = (
            0
            if aside
            else sum(
                len(child.strip()) if isinstance(child, str) else sizes[id(child)]
                for child in node.children
            )
        )
    return sizes
