"""Inputs as other programs make them, all invented: a page, a PDF."""

from __future__ import annotations

import json
from collections.abc import Sequence

TITLE = "An admiral visits the harbour city"
FIRST = "Rear Admiral Max Muster of the Invented Navy visited the harbour city on Thursday, the port authority said."
SECOND = "He met the mayor, Jane Roe, and spoke with her about the training of pilots and about aid for the island."
ABOUT = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2016-08-18T11:13:00+01:00",
    "author": [{"@type": "Person", "name": "Ann Other"}, {"@type": "Person", "name": "Bo Else"}],
    "publisher": {"@type": "Organization", "name": "The Example Post"},
    "url": "https://www.example.org/2016/admiral",
    "inLanguage": "en_GB",
    "description": "A visit to the port.",
}


def page(body: str = "", *, head: str = "", lang: str = "", about: object = None) -> str:
    """A saved page. body: in place of the article."""
    script = f'<script type="application/ld+json">{json.dumps(about)}</script>' if about is not None else ""
    body = body or f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    return (
        f"<!doctype html><html{f' lang={lang!r}' if lang else ''}><head>{head}{script}</head><body>"
        f"<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>{body}<footer>© 2016 The Example Post</footer>"
        "</body></html>"
    )


def pdf(pages: Sequence[Sequence[str]], *, about: str = "") -> bytes:
    """A PDF with these lines on its pages, in a font that every reader has. about: its properties, in PDF."""
    fonts = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< {about} >>",
    ]
    for number, lines in enumerate(pages):
        text = "\n".join(f"({line.translate(_ESCAPED)}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 750 Td\n{text}\nET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {fonts} /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    content = b"%PDF-1.4\n"
    offsets = []
    for number, item in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{item}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(content)}\n%%EOF"
    return content + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
