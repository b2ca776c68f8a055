"""Documents with known text, set by an own small typesetter and drawn by several libraries.

The typesetter decides where every line stands, so the tests know each word, its order and its
page; fpdf2 and reportlab only draw.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

_WORDS = (
    "regeringen strategien Danmark Europa samarbejde sikkerhed udvikling partnerskab teknologi"
    " kvanteteknologi cybersikkerhed udenrigspolitik forsyningssikkerhed energi klima handel"
    " menneskerettigheder demokrati fællesskab ansvar indsats område mål virksomheder borgere"
    " myndigheder forskning uddannelse investeringer digitalisering infrastruktur værdikæder"
    " grøn omstilling bæredygtighed samfund verden lande regioner Arktis Østersøen Afrika"
    " beredskab robusthed innovation data kunstig intelligens standarder regler principper"
    " ønsker arbejder styrker fremmer sikrer bidrager udbygger prioriterer gennemfører støtter"
    " skal vil kan bør må har er bliver og i på for med til af om mod fra ved under mellem"
    " en et den det der som at ikke også nye stærke fælles globale internationale danske"
    " sammenhængende langsigtede ambitiøse konkrete nødvendige centrale strategiske vigtige"
    " multilaterale udviklingssamarbejde krisestyring rådgivning finansiering EU-regulering"
    " tech-diplomati FN-systemet energieffektivitet folkesundhed ligestilling retssikkerhed"
)
WORDS = _WORDS.split()


@dataclass
class Part:
    """One element of a document; ``note`` is the text of a footnote that hangs on it."""

    kind: str
    text: str
    level: int = 0
    note: str | None = None
    page: int = -1


@dataclass
class Set:
    """How a document is set: columns, type, what surrounds the text."""

    columns: int = 1
    size: float = 10.0
    gutter: float = 18.0
    justified: bool = False
    hyphenate: bool = True
    headers: bool = True
    order: str = "natural"
    boxes: bool = False
    spacing: float = 6.0
    indent: float = 0.0


@dataclass
class Drawn:
    """One piece of text to draw: page, place from the lower left, type."""

    page: int
    x: float
    y: float
    size: float
    bold: bool
    text: str
    width: float | None = None
    key: tuple[int, int] | None = None


@dataclass
class Typeset:
    """What to draw, and where every part came to stand."""

    drawn: list[Drawn] = field(default_factory=list)
    frames: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[int, float, float, float]] = field(default_factory=list)
    pages: int = 0


Measure = Callable[[str, float, bool], float]
WIDTH, HEIGHT, MARGIN = 595.0, 842.0, 62.0


def sentence(rng: random.Random) -> str:
    """Return a sentence of 6–18 words."""
    words = [rng.choice(WORDS) for _ in range(rng.randint(6, 18))]
    words[0] = words[0][0].upper() + words[0][1:]
    if rng.random() < 0.3:
        words[rng.randrange(2, len(words) - 1)] += ","
    return " ".join(words) + "."


def document(seed: int, *, notes: bool = False, boxes: bool = False, parts: int = 40) -> list[Part]:
    """Return a document of numbered headings, paragraphs and lists."""
    rng = random.Random(seed)
    found = [Part("title", "Strategi for " + " ".join(rng.sample(WORDS[:8], 3)))]
    chapter = section = note = 0
    while len(found) < parts:
        turn = rng.random()
        if turn < 0.08 or not chapter:
            chapter, section = chapter + 1, 0
            found.append(Part("heading", f"{chapter} {_title(rng)}", 1))
        elif turn < 0.22:
            section += 1
            found.append(Part("heading", f"{chapter}.{section} {_title(rng)}", 2))
        elif turn < 0.34:
            found += [Part("item", "• " + sentence(rng)) for _ in range(rng.randint(2, 4))]
        elif boxes and turn < 0.42:
            found.append(Part("box", " ".join(sentence(rng) for _ in range(3))))
        text = " ".join(sentence(rng) for _ in range(rng.randint(2, 6)))
        part = Part("paragraph", text)
        if notes and rng.random() < 0.3:
            note += 1
            part.note = " ".join(sentence(rng) for _ in range(rng.randint(1, 2)))
        found.append(part)
    return found


def _title(rng: random.Random) -> str:
    words = rng.sample([word for word in WORDS if len(word) > 4], rng.randint(2, 4))
    return " ".join([words[0].capitalize(), *words[1:]])


class Typesetter:
    """Sets parts into columns and pages."""

    def __init__(self, style: Set, measure: Measure, seed: int = 1) -> None:
        self._style = style
        self._measure = measure
        self._rng = random.Random(seed)
        self._out = Typeset(pages=1)
        self._column = 0
        self._width = (WIDTH - 2 * MARGIN - (style.columns - 1) * style.gutter) / style.columns
        self._y = HEIGHT - MARGIN - 20
        self._bottom = [MARGIN + 20.0] * style.columns
        self._note = 0
        self._top = self._y
        self._pending: dict[tuple[int, int], list[list[str]]] = {}

    def run(self, parts: list[Part]) -> Typeset:
        """Set all parts; their ``page`` says afterwards where each begins."""
        for part in parts:
            self._part(part)
        if self._style.headers:
            self._furniture()
        if self._style.order == "random":
            self._rng.shuffle(self._out.drawn)
        elif self._style.order == "rows":
            self._out.drawn.sort(key=lambda item: (item.page, -item.y, item.x))
        return self._out

    @property
    def _left(self) -> float:
        return MARGIN + self._column * (self._width + self._style.gutter)

    def _part(self, part: Part) -> None:
        size, style = self._style.size, self._style
        if part.kind == "title":
            self._title(part)
        elif part.kind == "heading":
            type_size = size * (1.5 if part.level == 1 else 1.2)
            lines = self._lines(part.text, type_size, True, hyphenate=False)
            self._room(len(lines) * type_size * 1.25 + 4 * size)
            self._y -= 10
            self._put(lines, type_size, True, part)
            self._y -= 4
        elif part.kind == "box":
            self._box(part)
        elif part.kind == "item":
            bullet, text = part.text[0], part.text[2:]
            lines = self._lines(text, size, False, indent=12)
            self._put(lines, size, False, part, indent=12, bullet=bullet)
            self._y -= 2
        else:
            self._paragraph(part)
        self._y -= 0 if part.kind == "heading" else style.spacing

    def _title(self, part: Part) -> None:
        lines = self._broken(part.text, WIDTH - 2 * MARGIN, 22, True, hyphenate=False)
        for line in lines:
            self._out.drawn.append(Drawn(0, MARGIN, self._y, 22, True, line))
            self._y -= 28
        part.page = 0
        self._y -= 12
        self._top = self._y

    def _paragraph(self, part: Part) -> None:
        size = self._style.size
        note: list[str] = []
        text = part.text
        if part.note is not None:
            self._note += 1
            mark = str(self._note)
            note = self._lines(f"{mark} {part.note}", size * 0.8, False)
            height = len(note) * size + 6
            self._room(height + 6 * size)
            if self._bottom[self._column] == MARGIN + 20:
                height += 8
            self._place_note(note, height)
        lines = self._lines(text, size, False, first=self._style.indent)
        if part.note is not None:
            self._room(len(lines) * size * 1.25)
        self._put(lines, size, False, part, first=self._style.indent, mark=bool(part.note))

    def _place_note(self, note: list[str], height: float) -> None:
        """Reserve room at the foot of the column; notes are drawn when the column is left."""
        page, left = self._out.pages - 1, self._left
        key = (page, self._column)
        self._pending.setdefault(key, []).append(note)
        self._bottom[self._column] += height
        self._draw_notes(key, left)

    def _draw_notes(self, key: tuple[int, int], left: float) -> None:
        size = self._style.size * 0.8
        self._out.drawn = [d for d in self._out.drawn if d.key != key]
        self._out.rules = [r for r in self._out.rules if r[0] != key[0] or abs(r[1] - left) > 1]
        lines = [line for note in self._pending[key] for line in note]
        y = MARGIN + 20 + (len(lines) - 1) * size * 1.2
        self._out.rules.append((key[0], left, y + size * 1.3, 80))
        for line in lines:
            self._out.drawn.append(Drawn(key[0], left, y, size, False, line, key=key))
            y -= size * 1.2

    def _box(self, part: Part) -> None:
        size = self._style.size
        lines = self._broken(part.text, self._width - 20, size, False)
        height = len(lines) * size * 1.25 + 20
        self._room(height + 20)
        page = self._out.pages - 1
        part.page = page
        top = self._y + size - 6
        self._out.frames.append((page, self._left, top - height, self._width, height))
        self._y -= 12
        for line in lines:
            self._out.drawn.append(Drawn(page, self._left + 10, self._y, size, False, line))
            self._y -= size * 1.25
        self._y -= 16

    def _lines(
        self,
        text: str,
        size: float,
        bold: bool,
        *,
        indent: float = 0,
        first: float = 0,
        hyphenate: bool | None = None,
    ) -> list[str]:
        return self._broken(
            text, self._width - indent, size, bold, first=first, hyphenate=hyphenate
        )

    def _broken(
        self,
        text: str,
        width: float,
        size: float,
        bold: bool,
        *,
        first: float = 0,
        hyphenate: bool | None = None,
    ) -> list[str]:
        hyphenate = self._style.hyphenate if hyphenate is None else hyphenate
        lines: list[str] = []
        current = ""
        words = text.split(" ")
        while words:
            word = words.pop(0)
            trial = f"{current} {word}".strip()
            room = width - (first if not lines else 0)
            if self._measure(trial, size, bold) <= room:
                current = trial
                continue
            if hyphenate and word.isalpha() and len(word) >= 9 and current:
                for cut in range(len(word) - 3, 2, -1):
                    trial = f"{current} {word[:cut]}-"
                    if self._measure(trial, size, bold) <= room:
                        current, word = trial, word[cut:]
                        break
            lines.append(current)
            current = word
        return [*lines, current]

    def _room(self, height: float) -> None:
        if self._y - height < self._bottom[self._column]:
            self._next_column()

    def _next_column(self) -> None:
        self._column += 1
        top = HEIGHT - MARGIN - 20
        if self._column == self._style.columns:
            self._column = 0
            self._out.pages += 1
            self._bottom = [MARGIN + 20.0] * self._style.columns
        self._y = self._top if self._out.pages == 1 else top

    def _put(
        self,
        lines: list[str],
        size: float,
        bold: bool,
        part: Part,
        *,
        indent: float = 0,
        first: float = 0,
        bullet: str = "",
        mark: bool = False,
    ) -> None:
        for number, line in enumerate(lines):
            self._room(0)
            page = self._out.pages - 1
            if number == 0:
                part.page = page
                if bullet:
                    self._out.drawn.append(Drawn(page, self._left, self._y, size, bold, bullet))
            start = first if number == 0 else 0.0
            last = number == len(lines) - 1
            full = self._width - indent - start
            width = full if self._style.justified and not bold and not last else None
            x = self._left + indent + start
            self._out.drawn.append(Drawn(page, x, self._y, size, bold, line, width))
            if mark and last:
                right = x + self._measure(line, size, bold)
                raised = Drawn(
                    page, right, self._y + 0.35 * size, 0.6 * size, False, str(self._note)
                )
                self._out.drawn.append(raised)
            self._y -= size * 1.25

    def _furniture(self) -> None:
        for page in range(self._out.pages):
            head = Drawn(page, MARGIN, HEIGHT - 40, 8, False, "Udenrigsministeriet | Strategi 2026")
            foot = Drawn(page, WIDTH / 2, 34, 8, False, str(page + 1))
            self._out.drawn += [head, foot]


def draw_fpdf(parts: list[Part], style: Set, seed: int = 1) -> bytes:
    """Draw with fpdf2, each line as one string (justified: word by word)."""
    from fpdf import FPDF

    pdf = FPDF(unit="pt", format=(WIDTH, HEIGHT))
    pdf.set_auto_page_break(False)

    def measure(text: str, size: float, bold: bool) -> float:
        pdf.set_font("Helvetica", "B" if bold else "", size)
        return float(pdf.get_string_width(_latin(text)))

    result = Typesetter(style, measure, seed).run(parts)
    for page in range(result.pages):
        pdf.add_page()
        for number, x, y, width, height in result.frames:
            if number == page:
                pdf.set_fill_color(225, 235, 245)
                pdf.rect(x, HEIGHT - y - height, width, height, style="F")
        for number, x, y, width in result.rules:
            if number == page:
                pdf.line(x, HEIGHT - y, x + width, HEIGHT - y)
        for item in result.drawn:
            if item.page != page:
                continue
            natural = measure(item.text, item.size, item.bold)
            if item.width is None or " " not in item.text:
                pdf.text(item.x, HEIGHT - item.y, _latin(item.text))
                continue
            words = item.text.split(" ")
            extra = (item.width - natural) / (len(words) - 1)
            x = item.x
            for word in words:
                pdf.text(x, HEIGHT - item.y, _latin(word))
                x += measure(word + " ", item.size, item.bold) + extra
    return bytes(pdf.output())


def draw_reportlab(parts: list[Part], style: Set, seed: int = 1) -> bytes:
    """Draw with reportlab, lines as text objects (justified: by word space)."""
    import io

    from reportlab.pdfbase.pdfmetrics import stringWidth
    from reportlab.pdfgen.canvas import Canvas

    def name(bold: bool) -> str:
        return "Times-Bold" if bold else "Times-Roman"

    def measure(text: str, size: float, bold: bool) -> float:
        return float(stringWidth(_latin(text), name(bold), size))

    result = Typesetter(style, measure, seed).run(parts)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT))
    for page in range(result.pages):
        for number, x, y, width, height in result.frames:
            if number == page:
                canvas.rect(x, y, width, height, stroke=1, fill=0)
        for number, x, y, width in result.rules:
            if number == page:
                canvas.line(x, y, x + width, y)
        for item in result.drawn:
            if item.page != page:
                continue
            text = canvas.beginText(item.x, item.y)
            text.setFont(name(item.bold), item.size)
            text.setWordSpace(0)
            if item.width is not None and " " in item.text:
                natural = measure(item.text, item.size, item.bold)
                text.setWordSpace((item.width - natural) / item.text.count(" "))
            text.textOut(_latin(item.text))
            canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _latin(text: str) -> str:
    """The standard fonts have no bullet in Latin-1; both libraries know it as U+0095."""
    return text.replace("•", "\x95")


PRODUCERS = {"fpdf2": draw_fpdf, "reportlab": draw_reportlab}
