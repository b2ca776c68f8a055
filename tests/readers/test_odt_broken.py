"""OpenDocument files that are broken, locked, hostile or none of ours."""

from __future__ import annotations

import pytest

from strategikort.errors import SourceError
from strategikort.readers import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    TooHeavyError,
    UnknownFormatError,
    read,
)  # fmt: skip
from tests.readers.opendocument import MIMETYPE, NS, flat, odt, p
from tests.readers.test_docx_forms import locked, packed_in_an_unknown_way
from tests.readers.word import zipped

LONG = "Regeringen vil arbejde for et stærkt samarbejde mellem landene i de kommende år."
ENTITY = '<!DOCTYPE a [<!ENTITY b "cc">]>'
ODD = '<?xml version="1.0" encoding="UTF-88"?><a/>'
LOCKED = (
    '<manifest:file-entry manifest:full-path="{}" manifest:size="9">\n'
    "<manifest:encryption-data/></manifest:file-entry>"
)


def packed(content: str | bytes, **parts: str) -> bytes:
    return zipped({"mimetype": MIMETYPE, "content.xml": content, **parts})


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (odt(""), EmptyFileError, "er tom"),
        (odt(p(" ")), EmptyFileError, "er tom"),
        (flat(""), EmptyFileError, "er tom"),
        (odt(p(LONG) * 9)[:700], DamagedFileError, "skåret over"),
        (packed_in_an_unknown_way(odt(p(LONG))), DamagedFileError, "skåret over eller ødelagt"),
        (locked(odt(p(LONG))), DamagedFileError, "OpenDocument-filen er pakket med adgangskode"),
        (packed("<text:p"), DamagedFileError, "OpenDocument-filens indhold er ikke gyldig XML"),
        (packed(ODD), DamagedFileError, "OpenDocument-filens indhold er ikke gyldig XML"),
        (flat(p(LONG))[:-30], DamagedFileError, "ikke gyldig XML"),
        (packed(f"<o {NS}/>"), DamagedFileError, "intet dokument"),
        (zipped({"mimetype": MIMETYPE}), DamagedFileError, "intet dokument"),
        (packed(f"{ENTITY}<a>&b;</a>"), DamagedFileError, "erklæringer, som LibreOffice"),
        (packed(f"{ENTITY}<a>&b;</a>".encode("utf-16")), DamagedFileError, "erklæringer"),
        (flat(p(LONG)).replace(b"<office:doc", ENTITY.encode() + b"<office:doc", 1),
         DamagedFileError, "erklæringer"),
        (packed(b" " * 90 * 2**20), TooHeavyError, "OpenDocument-filen pakker sig ud til over 80 MB"),
        (packed("x", **{"META-INF/manifest.xml": ENTITY + LOCKED.format("content.xml")}),
         EncryptedFileError, "beskyttet med adgangskode"),
        (zipped({"mimetype": MIMETYPE, "encrypted-package": "x",
                 "META-INF/manifest.xml": LOCKED.format("encrypted-package")}),
         EncryptedFileError, "beskyttet med adgangskode"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(data: bytes, error: type[SourceError], said: str) -> None:
    with pytest.raises(error, match=said) as raised:
        read(data, "fil.odt")
    assert "fil.odt" in raised.value.message
    assert raised.value.hint.endswith((".", ")."))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("spreadsheet", "et regneark i OpenDocument-format"),
        ("presentation", "en præsentation i OpenDocument-format"),
        ("graphics", "en tegning i OpenDocument-format"),
        ("text-master", "et dokument i OpenDocument-format"),
    ],
)
def test_other_kinds_of_opendocument_are_named(kind: str, said: str) -> None:
    mimetype = MIMETYPE.removesuffix("text") + kind
    with pytest.raises(UnknownFormatError, match=said):
        read(zipped({"mimetype": mimetype, "content.xml": "<a/>"}), "f.odt")


@pytest.mark.parametrize("part", ["styles.xml", "meta.xml", "META-INF/manifest.xml"])
@pytest.mark.parametrize("broken", ["<a", ODD, ODD.replace("UTF-88", "big5")])
def test_a_broken_part_beside_the_text_is_done_without(part: str, broken: str) -> None:
    content = (
        f"<office:document-content {NS}><office:body><office:text>{p(LONG)}</office:text>"
        "</office:body></office:document-content>"
    )
    assert read(packed(content, **{part: broken}), "f.odt").text == LONG


def test_macros_with_a_password_do_not_lock_the_text() -> None:
    entry = '<manifest:file-entry manifest:full-path="content.xml"/>'
    manifest = entry + LOCKED.format("Basic/Standard/Module1.xml")
    assert read(odt(p(LONG), **{"META-INF__manifest": manifest}), "f.odt").text == LONG


def test_a_template_and_a_package_that_does_not_say_what_it_is_are_read() -> None:
    for parts in ({"mimetype": MIMETYPE + "-template"}, {}):
        content = f"<office:d {NS}><office:body><office:text>{p(LONG)}</office:text></office:body></office:d>"
        assert read(zipped({**parts, "content.xml": content}), "f").text == LONG
