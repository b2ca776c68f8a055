"""The table of commands."""

from __future__ import annotations

from strategikort import __version__
from strategikort.cli.framework import DanishApp
from strategikort.settings import read_settings

app = DanishApp(
    "strategikort",
    "Find, vis og citér præcis, hvad danske strategidokumenter siger, og præcis hvor.",
    version=__version__,
    examples=(
        'strategikort søg "kvanteteknologi"',
        "strategikort vis pejlemærker",
        "strategikort dokumenter tech",
    ),
    flags={
        "--ingen-pager": "Vis lange svar på én gang.",
        "--links": "Lav links til kilderne på enhver terminal.",
        "--ingen-links": "Lav ingen links.",
        "--fejlsøg": "Vis hele fejlen, hvis noget går galt.",
    },
    defaults=read_settings,
    usual="søg",
    option_words={
        "--antal": ("limit", "count", "number", "max", "top"),
        "--dokument": ("document", "doc"),
        "--type": ("kind", "slags"),
        "--slags": ("kind", "type"),
        "--nøjagtig": ("exact",),
        "--forklar": ("explain",),
        "--format": ("output",),
        "--format tekst": ("text", "txt", "plain"),
        "--format md": ("markdown",),
        "--format xlsx": ("excel",),
        "--format sqlite": ("db", "sql"),
        "--format opensearch": ("elasticsearch", "elastic"),
        "--format dot": ("graphviz",),
        "--version": ("v",),
        "--samling": ("collection", "library"),
        "--farve": ("color", "colour"),
        "--farve aldrig": ("no-color", "no-colour", "ingen-farve"),
        "--rå": ("raw",),
        "--stil": ("style", "format"),
        "--json": ("format",),
        "--stil kort": ("kort", "short"),
        "--stil fodnote": ("fodnote", "footnote"),
        "--stil apa": ("apa",),
        "--stil chicago": ("chicago",),
        "--stil markdown": ("markdown",),
        "--stil bibtex": ("bibtex", "bib"),
        "--stil ris": ("ris",),
        "--stil csl-json": ("csl-json", "csl"),
        "--stil w3c": ("w3c",),
        "--adresse": ("address", "url", "link"),
        "--citat": ("quote", "quotation"),
        "--set": ("seen", "accessed"),
        "--mindst": ("min", "minimum"),
        "--pakke": ("package", "bundle"),
        "--overskriv": ("overwrite", "force"),
        "--navne": ("names",),
        "--uenigheder": ("disagreements", "conflicts"),
        "--aktør": ("actor",),
        "--styrke": ("strength",),
        "--emne": ("subject", "topic"),
        "--sikre": ("sure", "certain"),
        "--frist": ("deadline", "due", "inden", "hvornår"),
        "--søg": ("search", "query"),
        "--titel": ("title",),
        "--udgiver": ("publisher",),
        "--dato": ("date",),
        "--profil": ("profile",),
        "--kopiér": ("copy",),
        "--afløser": ("replaces", "supersedes"),
        "--adgangskode": ("password",),
        "--vis-struktur": ("structure", "show-structure"),
        "--skriv-profil": ("write-profile",),
        "--processer": ("workers", "jobs", "processes"),
        "--alle": ("all",),
        "--alt": ("all",),
        "--vis": ("show", "print"),
        "--ingen-pager": ("no-pager",),
        "--ingen-links": ("no-links",),
        "--fejlsøg": ("debug", "verbose", "traceback"),
    },
    words="strategikort.cli.words:words",
)
app.lazy(
    "søg",
    "strategikort.cli.search:search",
    help="Find steder i dokumenterne.",
    other_words=("find", "search"),
)
app.lazy(
    "vis",
    "strategikort.cli.show:show",
    help="Vis afsnit: et id, en slags (pejlemærker), et nummer (rk 6) eller et navn (Afrika).",
    other_words=("show", "læs", "read"),
)
app.lazy(
    "dokumenter",
    "strategikort.cli.documents:documents",
    help="Vis samlingen eller ét dokuments indhold.",
    other_words=("list", "liste", "indhold"),
)
app.lazy(
    "citér",
    "strategikort.cli.cite:cite",
    help="Skriv henvisninger, der er klar til at sætte ind.",
    other_words=("cite", "quote", "citat", "henvis", "henvisning"),
)
app.lazy(
    "verificér",
    "strategikort.cli.verify:verify",
    help="Kontrollér, om en teksts citater står ordret i dokumenterne.",
    other_words=("verify", "check", "tjek", "kontrollér"),
)
app.lazy(
    "fravær",
    "strategikort.cli.absence:absence",
    help="Vis, at noget ikke står i dokumenterne, med alt, hvad der er søgt efter.",
    other_words=("absence",),
)
app.lazy(
    "kort",
    "strategikort.cli.map:strategy_map",
    help="Vis, hvordan dokumenterne hænger sammen, og ordene, der viser det.",
    other_words=("map",),
)
app.lazy(
    "sammenlign",
    "strategikort.cli.compare:compare",
    help="Sæt det, dokumenterne siger om et emne, ved siden af hinanden.",
    other_words=("compare",),
)
app.lazy(
    "forpligtelser",
    "strategikort.cli.commitments:commitments",
    help="Vis, hvem der skal, vil, bør eller opfordres til at gøre hvad.",
    other_words=("commitments", "løfter"),
)
app.lazy(
    "eksportér",
    "strategikort.cli.export:export",
    help="Skriv samlingen eller en søgning til andre programmer: Markdown, CSV, SQLite og flere.",
    other_words=("export",),
)
app.lazy(
    "mcp",
    "strategikort.cli.mcp:mcp",
    help="Giv en assistent samlingen at søge i, citere fra og prøve citater mod.",
)
app.lazy(
    "tilføj",
    "strategikort.cli.add:add",
    help="Tilføj egne dokumenter: PDF, Word, OpenDocument, e-bøger, websider, Markdown og tekst.",
    section="Egne dokumenter",
    other_words=("add", "import", "importér"),
)
app.lazy(
    "fjern",
    "strategikort.cli.remove:remove",
    help="Fjern egne dokumenter fra samlingen.",
    section="Egne dokumenter",
    other_words=("remove", "delete", "slet"),
)
app.lazy(
    "opdatér",
    "strategikort.cli.update:update",
    help="Læs de filer igen, der er ændret.",
    section="Egne dokumenter",
    other_words=("update",),
)
app.lazy(
    "status",
    "strategikort.cli.status:status",
    help="Vis samlingen, og hvor godt hvert dokument blev læst.",
    section="Egne dokumenter",
)
app.lazy(
    "forskel",
    "strategikort.cli.difference:difference",
    help="Vis, hvad der er ændret fra én udgave til den næste.",
    section="Egne dokumenter",
    other_words=("diff",),
)
app.lazy(
    "gentjek",
    "strategikort.cli.recheck:recheck_citations",
    help="Slå gamle citater op i den nyeste udgave.",
    section="Egne dokumenter",
    other_words=("recheck",),
)
app.lazy(
    "åbn",
    "strategikort.cli.open:open_reference",
    help="Åbn filen på den side, hvor et afsnit står.",
    section="Egne dokumenter",
    other_words=("open",),
)
app.lazy(
    "skema",
    "strategikort.cli.schema:schema",
    help="Skriv JSON-skemaet for en kommandos svar.",
    other_words=("schema",),
)
app.lazy(
    "config",
    "strategikort.cli.config:config",
    help="Vis indstillingerne, og hvor hver af dem kommer fra.",
    section="Programmet",
    other_words=("settings", "indstillinger", "konfiguration"),
)
app.lazy(
    "fuldførelse",
    "strategikort.cli.complete:completion",
    help="Skriv det, der skal til for at fuldføre med tabulator i bash, zsh, fish og PowerShell.",
    section="Programmet",
    other_words=("completion",),
)
app.lazy(
    "man",
    "strategikort.cli.manual:manual",
    help="Skriv manualsiden.",
    section="Programmet",
    other_words=("manual", "manpage"),
)
