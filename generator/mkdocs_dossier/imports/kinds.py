"""The kinds of input as one table: how each is recognised, what reads it, and what to do with one that is not read."""

from __future__ import annotations

from mkdocs_dossier.imports.article import read_html_file, read_mhtml_file, read_pdf_file, read_text_file
from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.epub import read_epub
from mkdocs_dossier.imports.feed import read_feed
from mkdocs_dossier.imports.head import Head, begins, has_keys, holds_member, matches, says_mimetype
from mkdocs_dossier.imports.import_kind import ImportKind
from mkdocs_dossier.imports.json_articles import read_json_articles
from mkdocs_dossier.imports.library import read_bibtex, read_csl, read_ris
from mkdocs_dossier.imports.mail import read_eml, read_mbox
from mkdocs_dossier.imports.office import read_docx, read_odt, read_rtf
from mkdocs_dossier.imports.refused import REFUSED
from mkdocs_dossier.imports.site_files import read_markdown
from mkdocs_dossier.imports.warc import read_wacz, read_warc

_HTML = matches(rb"<(?:!doctype\s+html|html|head|body|article|meta|title)\b")


def _is_pdf(head: Head) -> bool:
    return b"%PDF-" in head.content[:1024]


def _is_mhtml(head: Head) -> bool:
    return head.plain.startswith((b"From:", b"MIME-Version:")) and b"multipart/related" in head.plain


def _is_mail(head: Head) -> bool:
    """Whether an input begins with the heads of a mail, three of those that every mail has among them."""
    names = {
        line.partition(b":")[0].strip().lower() for line in head.plain.split(b"\n\n")[0].split(b"\n") if b":" in line
    }
    return len(names & {b"from", b"to", b"date", b"subject", b"message-id", b"received", b"mime-version"}) >= 3


def _is_warc(head: Head) -> bool:
    return head.start.startswith(b"WARC/1") or (
        head.name.lower().endswith(".warc.gz") and head.start[:2] == b"\x1f\x8b"
    )


def _is_wacz(head: Head) -> bool:
    return "datapackage.json" in head.members and any(name.startswith("archive/") for name in head.members)


def _is_cited(head: Head) -> bool:
    """Whether JSON is of the Citation Style Language: its types are its own words."""
    types = frozenset(
        "article article-journal article-magazine article-newspaper book chapter document webpage post post-weblog "
        "report speech thesis paper-conference manuscript legal_case legislation bill interview broadcast "
        "motion_picture".split()
    )
    return head.object.get("type") in types and "title" in head.object and isinstance(head.object.get("title"), str)


_WORDPRESS = rb"wordpress\.org/export/|<wp:wxr_version"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_FEED = rb"<(?:rss|rdf:RDF|feed)[\s>]"
_TEXTS = ("title text", "title maintext", "title articleBody", "headline articleBody", "headline text", "title body")

KINDS: tuple[ImportKind, ...] = (
    ImportKind("pdf", "a PDF", (".pdf",), _is_pdf, read=read_pdf_file),
    ImportKind("mhtml", "a page saved as one file", (".mhtml", ".mht"), _is_mhtml, read=read_mhtml_file),
    ImportKind("docx", "a Word document", (".docx", ".docm"), holds_member("word/document.xml"), read=read_docx),
    ImportKind(
        "odt",
        "a text document",
        (".odt", ".ott"),
        says_mimetype(b"application/vnd.oasis.opendocument.text"),
        read=read_odt,
    ),
    ImportKind("epub", "a book", (".epub",), says_mimetype(b"application/epub+zip"), read=read_epub, many=True),
    ImportKind("rtf", "RTF", (".rtf",), begins(b"{\\rtf"), read=read_rtf),
    ImportKind("mbox", "a mailbox", (".mbox",), begins(b"From "), read=read_mbox, many=True),
    ImportKind("eml", "a mail", (".eml",), looks=_is_mail, read=read_eml),
    ImportKind(
        "wordpress",
        "a WordPress export",
        (),
        matches(_WORDPRESS),
        read=read_feed,
        many=True,
    ),
    ImportKind("feed", "a feed", (".rss", ".atom"), matches(_FEED), read=read_feed, many=True),
    ImportKind("warc", "a web archive", (".warc",), _is_warc, read=read_warc, many=True),
    ImportKind("wacz", "a web archive", (".wacz",), _is_wacz, read=read_wacz, many=True),
    ImportKind("bibtex", "a library (BibTeX)", (".bib", ".bibtex"), read=read_bibtex, many=True),
    ImportKind("ris", "a library (RIS)", (".ris",), matches(rb"\A\s*TY  - "), read=read_ris, many=True),
    ImportKind("csl", "a library (CSL JSON)", (".csljson",), _is_cited, read=read_csl, many=True),
    ImportKind("json-articles", "articles in JSON", (), has_keys(*_TEXTS), read=read_json_articles, many=True),
    ImportKind("xlsx", "a workbook", (".xlsx", ".xlsm"), holds_member("xl/workbook.xml"), makes="records"),
    ImportKind("ods", "a workbook", (".ods", ".ots"), says_mimetype(_ODS), makes="records"),
    ImportKind("table", "a table", (".csv", ".tsv"), makes="records"),
    ImportKind("json-lines", "JSON", (".jsonl", ".ndjson", ".json"), looks=begins(b'{"', b'{ "'), makes="records"),
    ImportKind("markdown", "Markdown", (".md", ".markdown", ".mdx"), looks=begins(b"---\n"), read=read_markdown),
    ImportKind("html", "a web page", (".html", ".htm", ".xhtml"), looks=_HTML, read=read_html_file),
    ImportKind("text", "a plain text", (".txt", ".text"), read=read_text_file),
    *REFUSED,
)
"""In the order in which they are tried: by what the content says, then by the name, then by what the content looks."""


def kind_of(content: bytes, name: str) -> ImportKind | Refusal:
    """Return the kind of an input that can be read, or why it cannot. name: the file's."""
    if not content.strip():
        return Refusal("the file is empty")
    head = Head(content, name)
    kind = _recognised(head)
    if kind is None or (kind.makes and not head.is_text and not (kind.marked(head) or kind.looks(head))):
        if not head.is_text:
            return Refusal("this is no text", "save it as PDF, HTML or plain text")
        kind = _TEXT
    return kind if kind.makes else Refusal(f"this is {kind.what}", kind.hint)


def _recognised(head: Head) -> ImportKind | None:
    marked = next((kind for kind in KINDS if kind.marked(head)), None)
    if marked is not None:
        return marked
    named = next((kind for kind in KINDS if head.ending in kind.endings), None)
    if named is not None and named.name != "text":
        return named
    return next((kind for kind in KINDS if kind.looks(head)), None)


_TEXT = next(kind for kind in KINDS if kind.name == "text")
