"""PDFs put together object by object, for what no library writes."""

from __future__ import annotations


def raw_pdf(objects: list[bytes]) -> bytes:
    """Return a PDF of these objects, the first being the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), extra) + data + b"\nendstream"


def one_page(
    content: bytes, more: list[bytes] | None = None, resources: bytes = b"", fonts: bytes = b""
) -> bytes:
    """Return a PDF of one page with Helvetica as F1; ``more`` are the objects from 5 on."""
    helvetica = b"/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    font = b"/Font << /F1 << /Type /Font " + helvetica + b" >> " + fonts + b" >>"
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << " + font + resources + b" >> >>",
            content,
            *(more or []),
        ]
    )
