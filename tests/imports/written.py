"""Files as the programs that people use write them, all invented, made with those programs' own libraries."""

from __future__ import annotations

import io
import mailbox
import zipfile
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.imports.saved import FIRST, SECOND, TITLE


def docx() -> bytes:
    """A Word document with a heading, a list, a table, a link, and an author in its properties."""
    from docx import Document

    document = Document()
    document.core_properties.author = "Whoever Made It"
    document.add_heading(TITLE, 0)
    document.add_paragraph(FIRST)
    paragraph = document.add_paragraph("He was ")
    paragraph.add_run("late").bold = True
    document.add_heading("The visit", 2)
    document.add_paragraph("the mayor", style="List Bullet")
    document.add_paragraph("two pilots", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, cells in enumerate([("Ship", "Crew"), ("Tug", "3")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def odt() -> bytes:
    """An OpenDocument text with the same."""
    from odfdo import Document, Header, List, ListItem, Paragraph, Table

    document = Document("text")
    document.meta.creator = "Whoever Made It"
    body = document.body
    body.clear()
    body.append(Header(1, TITLE))
    body.append(Paragraph(FIRST))
    items = List()
    items.append(ListItem("the mayor"))
    items.append(ListItem("two pilots"))
    body.append(items)
    table = Table("T", width=2, height=2)
    table.set_values([["Ship", "Crew"], ["Tug", "3"]])
    body.append(table)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\author Whoever Made It}}\f0 "
    + TITLE.encode()
    + rb"\par M\'fcller came. "
    + FIRST.encode()
    + rb"\par "
    + SECOND.encode()
    + rb"\par }"
)


def epub() -> bytes:
    """A book of two chapters and a title page."""
    chapters = {
        "title.xhtml": "<p>The Harbour Book</p>",
        "one.xhtml": f"<h1>The port</h1><p>{FIRST}</p><p>{SECOND}</p>",
        "two.xhtml": f"<h1>The ships</h1><p>{SECOND}</p><p>{FIRST}</p>",
    }
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in chapters)
    refs = "".join(f'<itemref idref="{n}"/>' for n in chapters)
    about = "<dc:title>The Harbour Book</dc:title><dc:creator>Ann Other</dc:creator><dc:date>2016-08-18</dc:date>"
    package = (
        f'<package xmlns:dc="x"><metadata>{about}</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", container)
        book.writestr("OEBPS/book.opf", package)
        for name, text in chapters.items():
            book.writestr(f"OEBPS/{name}", f"<html><head><title>x</title></head><body>{text}</body></html>")
    return file.getvalue()


def mail(number: int = 0, *, html: bool = False) -> EmailMessage:
    """A mail with two recipients, a quotation, a signature and an attachment."""
    message = EmailMessage()
    message["From"] = "Jane Roe <jane@example.org>"
    message["To"] = "A Source <source@example.org>"
    message["Date"] = "Thu, 18 Aug 2016 11:13:00 +0100"
    message["Subject"] = f"The admiral’s visit {number}".strip()
    message.set_content(f"{FIRST}\n\n> Was he there?\n\nFrom then on it rained.\n\n-- \nJane Roe, +1 555 0100\n")
    if html:
        message.set_content(f"<p>{FIRST}</p><ul><li>one</li></ul>", subtype="html")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="plan.pdf")
    return message


def mbox(folder: Path) -> bytes:
    """A mailbox of two mails."""
    box = mailbox.mbox(folder / "made.mbox")
    for number in (1, 2):
        box.add(mail(number))
    box.flush()
    return (folder / "made.mbox").read_bytes()


def warc(pages: dict[str, str], *, packed: bool = True) -> bytes:
    """A web archive of these pages by address, and a picture."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer: Any = WARCWriter(file, gzip=packed)
    found = [(address, "text/html; charset=utf-8", text.encode()) for address, text in pages.items()]
    for address, kind, content in [*found, ("https://example.org/x.png", "image/png", b"\x89PNG")]:
        heads = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(
                address,
                "response",
                payload=io.BytesIO(content),
                http_headers=heads,
                warc_headers_dict={"WARC-Date": "2020-01-02T03:04:05Z"},
            )
        )
    return file.getvalue()
