"""The kinds of input that are known and not read: each is refused by its name, with what to do."""

from __future__ import annotations

from mkdocs_dossier.imports.head import Head, HeadTest, begins, holds_member
from mkdocs_dossier.imports.import_kind import ImportKind, never

_OCR = "recognise its text first (OCR), and import that"
_AS_TEXT = "save it as PDF, HTML or plain text, and import that"
_AS_DOCX = "save it as .docx or .odt, and import that"
_UNPACK = "unpack it, and import the folder"
_PROGRAMS = (
    ".py .js .mjs .ts .jsx .tsx .vue .svelte .css .scss .less .sass .php .rb .go .rs .java .c .h .cpp .cs .sh .bat "
    ".ps1 .sql .r .ipynb .njk .liquid .hbs .astro"
).split()


def _refused(
    name: str, what: str, hint: str, *endings: str, marked: HeadTest = never, looks: HeadTest = never
) -> ImportKind:
    return ImportKind(name, what, endings, marked, looks, makes="", hint=hint)


def _is_zip(head: Head) -> bool:
    return head.start.startswith(b"PK\x03\x04")


def _is_ole(*streams: str) -> HeadTest:
    """The test of an old compound file with a stream of one of these names."""
    names = [name.encode("utf-16-le") for name in streams]

    def holds(head: Head) -> bool:
        return head.start.startswith(b"\xd0\xcf\x11\xe0") and any(name in head.content for name in names)

    return holds


def _riff(kind: bytes) -> HeadTest:
    def holds(head: Head) -> bool:
        return head.start.startswith(b"RIFF") and head.content[8:12] == kind

    return holds


def _media(head: Head) -> bool:
    return head.content[4:8] == b"ftyp" or head.start.startswith((b"\x1aE\xdf\xa3", b"ID3", b"OggS", b"fLaC"))


REFUSED: tuple[ImportKind, ...] = (
    _refused(
        "msg",
        "a mail of Outlook (.msg)",
        "save it as .eml, or drag it into a mail program that does",
        ".msg",
        marked=_is_ole("__substg1.0_"),
    ),
    _refused("doc", "a document of an old Word (.doc)", _AS_DOCX, ".doc", ".dot", marked=_is_ole("WordDocument")),
    _refused(
        "xls",
        "a table of an old Excel (.xls)",
        "save it as .xlsx or CSV, and import that",
        ".xls",
        marked=_is_ole("Workbook", "Book"),
    ),
    _refused(
        "ppt",
        "slides of an old PowerPoint (.ppt)",
        "save them as PDF, and import that",
        ".ppt",
        marked=_is_ole("PowerPoint Document"),
    ),
    _refused("ole", "a file of an old office program", _AS_TEXT, marked=begins(b"\xd0\xcf\x11\xe0")),
    _refused(
        "pst",
        "a mailbox of Outlook (.pst, .ost)",
        "export it as .mbox or .eml, as with: readpst FILE",
        ".pst",
        ".ost",
        marked=begins(b"!BDN"),
    ),
    _refused(
        "pptx",
        "slides (.pptx, .odp, .key)",
        "save them as PDF, and import that",
        ".pptx",
        ".ppsx",
        ".odp",
        ".key",
        marked=holds_member("ppt/presentation.xml"),
    ),
    _refused("pages", "a document of Pages", _AS_DOCX, ".pages", marked=holds_member("Index/Document.iwa")),
    _refused(
        "archive",
        "an archive",
        _UNPACK,
        ".zip",
        ".tar",
        ".7z",
        ".rar",
        ".tgz",
        ".xz",
        ".bz2",
        marked=begins(b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ"),
    ),
    _refused("zip", "a zip file", _UNPACK, marked=_is_zip),
    _refused(
        "gzip",
        "a compressed file",
        "unpack it, and import what is in it",
        ".gz",
        marked=begins(b"\x1f\x8b", b"\x28\xb5\x2f\xfd"),
    ),
    _refused(
        "picture",
        "a picture",
        _OCR,
        *".png .jpg .jpeg .gif .webp .tif .tiff .bmp .heic .avif .jp2".split(),
        marked=begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"),
    ),
    _refused("picture", "a picture", _OCR, marked=_riff(b"WEBP")),
    _refused(
        "djvu",
        "scanned pages (.djvu)",
        "convert it to PDF with its text, and import that",
        ".djvu",
        ".djv",
        marked=begins(b"AT&TFORM"),
    ),
    _refused(
        "media",
        "a recording",
        "write down what is said, and import that text",
        *".mp3 .mp4 .m4a .wav .ogg .opus .flac .mov .avi .mkv .webm".split(),
        marked=_media,
    ),
    _refused("media", "a recording", "write down what is said, and import that text", marked=_riff(b"WAVE")),
    _refused(
        "subtitles",
        "subtitles",
        "save what is said as plain text, and import that",
        ".srt",
        ".vtt",
        ".ass",
        marked=begins(b"WEBVTT"),
    ),
    _refused(
        "webarchive",
        "a web archive of Safari",
        "save the page as 'Page Source', or as PDF",
        ".webarchive",
        marked=begins(b"bplist00"),
    ),
    _refused("postscript", "PostScript", "convert it to PDF", ".ps", ".eps", marked=begins(b"%!PS")),
    _refused(
        "ebook",
        "a book for a reader (.mobi, .azw3, .fb2)",
        "save it as .epub, and import that",
        ".mobi",
        ".azw",
        ".azw3",
        ".fb2",
    ),
    _refused(
        "database",
        "a database",
        "export the table that you need as CSV, and import that",
        ".sqlite",
        ".sqlite3",
        ".db",
        ".mdb",
        ".accdb",
        ".parquet",
        ".feather",
        ".sav",
        ".dta",
        ".rdata",
        marked=begins(b"SQLite format 3", b"PAR1"),
    ),
    _refused(
        "program",
        "a program",
        "import the text that it is about",
        ".exe",
        ".dll",
        ".so",
        ".jar",
        ".apk",
        marked=begins(b"\x7fELF", b"MZ\x90"),
    ),
    _refused(
        "code",
        "the source of a program",
        "import the text that it is about",
        *_PROGRAMS,
    ),
    _refused(
        "settings",
        "a file of settings",
        "import the texts beside it",
        *".yml .yaml .toml .ini .cfg .conf .env .lock .xml .xsl .svg .plist .log".split(),
    ),
    _refused(
        "markup",
        "text with marks of another kind (.rst, .tex, .org, .adoc, .wiki, .textile)",
        "convert it to Markdown or HTML, and import that",
        *".rst .tex .org .adoc .asciidoc .wiki .mediawiki .textile .typ".split(),
        looks=begins(b"\\documentclass"),
    ),
    _refused(
        "calendar",
        "a calendar or contacts",
        "export a table as CSV, and import that",
        ".ics",
        ".vcf",
        ".vcard",
        marked=begins(b"BEGIN:VCALENDAR", b"BEGIN:VCARD"),
    ),
    _refused("geo", "a map", "export a table as CSV, and import that", ".kml", ".kmz", ".geojson", ".gpx", ".shp"),
    _refused("font", "a font", "import the texts beside it", ".woff", ".woff2", ".ttf", ".otf", ".eot"),
)
"""A zip file and a file of an old office program behind those that say more."""
