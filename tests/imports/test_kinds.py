"""What each kind of input is recognised by, what is read of it, and what is refused by its name."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from mkdocs_dossier.imports.draft import Draft, Refusal
from mkdocs_dossier.imports.import_kind import ImportKind
from mkdocs_dossier.imports.kinds import KINDS, kind_of
from mkdocs_dossier.imports.markdown import written
from mkdocs_dossier.imports.source import Found, ImportSource, Reading
from tests.imports.saved import ABOUT, FIRST, SECOND, TITLE, page
from tests.imports.written import RTF, docx, epub, mail, mbox, odt, warc


def _found(content: bytes, name: str, **reading: bool) -> Found:
    kind = kind_of(content, name)
    assert isinstance(kind, ImportKind), kind
    assert kind.read is not None
    found = kind.read(ImportSource(content, name, Reading(**reading)))  # type: ignore[arg-type]
    assert isinstance(found, Found), found
    return found


def _said(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {clue.field: clue.values for clue in reversed(draft.clues)}


@pytest.mark.parametrize(("content", "name"), [(docx(), "a.docx"), (odt(), "a.odt"), (docx(), "a"), (odt(), "a.txt")])
def test_a_document_is_read_with_its_lists_and_tables_and_without_who_made_it(content: bytes, name: str) -> None:
    found = _found(content, name)
    (draft,) = found.drafts
    assert _said(draft)["title"] == (TITLE,)
    assert "authors" not in _said(draft)
    text = written(draft.blocks)
    assert text.startswith(FIRST)
    assert "- the mayor\n- two pilots\n\n| Ship | Crew |\n| --- | --- |\n| Tug | 3 |" in text
    assert _said(_found(content, name, people=True).drafts[0])["authors"] == ("Whoever Made It",)


def test_a_word_document_opens_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                blip = '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rIdX"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:body>'  # noqa: E501
                content = content.replace(b"</w:body>", blip.encode())
            if name == "word/_rels/document.xml.rels":
                where = (tmp_path / "secret.png").as_uri()
                link = f'<Relationship Id="rIdX" Type="x" Target="{where}" TargetMode="External"/></Relationships>'
                content = content.replace(b"</Relationships>", link.encode())
            new.writestr(name, content)
    kind = kind_of(file.getvalue(), "a.docx")
    assert isinstance(kind, ImportKind)
    assert "secret" not in str(kind.read(ImportSource(file.getvalue(), "a.docx")))  # type: ignore[misc]


def test_rtf_is_read_in_its_encoding() -> None:
    draft = _found(RTF, "a.rtf").drafts[0]
    assert [block.text for block in draft.blocks] == [f"Müller came. {FIRST}", SECOND]
    assert _said(draft)["title"] == (TITLE,)


def test_a_book_is_an_article_for_each_chapter() -> None:
    found = _found(epub(), "a.epub")
    assert [_said(draft)["title"] for draft in found.drafts] == [("The port",), ("The ships",)]
    assert _said(found.drafts[0])["outlet"] == ("The Harbour Book",)
    assert _said(found.drafts[0])["authors"] == ("Ann Other",)
    assert [note.where for note in found.not_taken] == ["OEBPS/title.xhtml"]


def test_a_mail_is_read_without_who_it_went_to() -> None:
    content = mail().as_bytes()
    found = _found(content, "a.eml")
    (draft,) = found.drafts
    said = _said(draft)
    assert (said["title"], said["authors"]) == (("The admiral’s visit 0",), ("Jane Roe",))
    assert said["date"] == ("2016-08-18T11:13:00+01:00",)
    assert [(block.kind, block.text) for block in draft.blocks] == [
        ("paragraph", FIRST),
        ("quote", "Was he there?"),
        ("paragraph", "From then on it rained."),
    ]
    assert "source@example.org" not in str(found)
    assert found.not_taken[0].what == "the attachment plan.pdf"
    asked = _found(content, "a", recipients=True)
    assert asked.drafts[0].blocks[0].text == "To: A Source <source@example.org>"


def test_a_mail_in_html_keeps_its_lists() -> None:
    (draft,) = _found(mail(html=True).as_bytes(), "a.eml").drafts
    assert written(draft.blocks) == f"{FIRST}\n\n- one"


def test_a_mailbox_is_an_article_for_each_mail(tmp_path: Path) -> None:
    found = _found(mbox(tmp_path), "a.mbox")
    assert [_said(draft)["title"][0] for draft in found.drafts] == ["The admiral’s visit 1", "The admiral’s visit 2"]
    assert [block.text for block in found.drafts[1].blocks][-1] == "From then on it rained."
    assert [draft.name for draft in found.drafts] == ["message 1", "message 2"]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Example Post</title><language>en-gb</language>
<item><title>{TITLE}</title><link>https://example.org/1</link><pubDate>Thu, 18 Aug 2016 11:13:00 +0100</pubDate>
<dc:creator>Ann Other</dc:creator><category>Navy</category><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p><p>See <a href="/x">this</a>.</p>]]></content:encoded></item>
<item><title>Empty</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example Post</title><entry><title>{TITLE}</title>
<link rel="alternate" href="https://example.org/1"/><published>2016-08-18T11:13:00+01:00</published>
<author><name>Ann Other</name></author><category term="Navy"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>See <a href="/x">this</a>.</p></div>
</content></entry></feed>"""


@pytest.mark.parametrize(("text", "name"), [(RSS, "feed.xml"), (ATOM, "feed.xml"), (RSS, "a.rss")])
def test_a_feed_is_an_article_for_each_entry(text: str, name: str) -> None:
    found = _found(text.encode(), name)
    (draft,) = found.drafts
    said = _said(draft)
    assert (said["title"], said["outlet"], said["authors"]) == ((TITLE,), ("The Example Post",), ("Ann Other",))
    assert (said["date"], said["url"]) == (("2016-08-18T11:13:00+01:00",), ("https://example.org/1",))
    assert written(draft.blocks) == f"{FIRST}\n\nSee [this](https://example.org/x)."
    assert draft.extra == (("tags", ("Navy",)),)
    assert len(found.not_taken) == ("Empty" in text)


def test_a_wordpress_export_keeps_drafts_as_drafts_and_names_what_is_no_text() -> None:
    item = "<item><title>{0}</title><content:encoded><![CDATA[<p>" + FIRST + "</p>]]></content:encoded>"
    item += "<wp:post_date_gmt>2016-08-18 10:13:00</wp:post_date_gmt><wp:status>{1}</wp:status>"
    item += "<wp:post_type>{2}</wp:post_type><category domain='category'>Navy</category></item>"
    items = "".join(
        item.format(*one) for one in [("A", "publish", "post"), ("B", "draft", "post"), ("C", "inherit", "attachment")]
    )
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"'
    text = f'<?xml version="1.0"?><rss {spaces}><channel><title>Post</title><wp:wxr_version>1.2</wp:wxr_version>{items}'
    found = _found(f"{text}</channel></rss>".encode(), "export.xml")
    assert [(_said(draft)["title"][0], draft.held) for draft in found.drafts] == [("A", False), ("B", True)]
    assert [str(note) for note in found.not_taken] == ["entry 3: attachment 'C'"]


def test_articles_in_json_are_read_in_a_list_and_line_by_line() -> None:
    one = {
        "title": TITLE,
        "maintext": f"{FIRST}\n{SECOND}",
        "date_publish": "2016-08-18 11:13:00",
        "authors": ["Ann Other"],
    }
    one |= {"url": "https://example.org/1", "source_domain": "example.org", "language": "en"}
    for text in (json.dumps([one, one]), "\n".join(json.dumps(one) for _ in range(2))):
        found = _found(text.encode(), "a.json")
        assert len(found.drafts) == 2
        assert [block.text for block in found.drafts[0].blocks] == [FIRST, SECOND]
        assert _said(found.drafts[0])["date"] == ("2016-08-18",)


CSL = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": TITLE,
        "abstract": FIRST,
        "container-title": "Example Post",
        "author": [{"family": "Other", "given": "Ann"}],
        "issued": {"date-parts": [[2016, 8, 18]]},
        "keyword": "navy",
    },
    {"id": "b", "type": "book", "title": "The Harbour Book"},
]
BIBTEX = (
    "@article{a, title={" + TITLE + "}, author={Other, Ann}, journal={Example Post}, year=2016, month=aug, day=18, "
    "abstract={" + FIRST + "}, keywords={navy}}\n@book{b, title={The Harbour Book}}\n"
)
RIS = (
    f"TY  - NEWS\nTI  - {TITLE}\nAU  - Other, Ann\nT2  - Example Post\nDA  - 2016/08/18/\nAB  - {FIRST}\n"
    "KW  - navy\nER  - \n"
    "\nTY  - BOOK\nTI  - The Harbour Book\nER  - \n"
)


@pytest.mark.parametrize(
    ("text", "name"), [(json.dumps(CSL), "a.json"), (BIBTEX, "a.bib"), (RIS, "a.ris"), (RIS, "a.txt")]
)
def test_a_library_gives_articles_where_there_is_an_abstract(text: str, name: str) -> None:
    found = _found(text.encode(), name)
    (draft,) = found.drafts
    said = _said(draft)
    assert (said["title"], said["date"], said["authors"]) == ((TITLE,), ("2016-08-18",), ("Ann Other",))
    assert said["outlet"] == ("Example Post",)
    assert [block.text for block in draft.blocks] == [FIRST]
    assert draft.extra == (("tags", ("navy",)),)
    assert ["The Harbour Book" in note.what for note in found.not_taken] == [True]


def test_a_web_archive_gives_each_page_with_its_address() -> None:
    pages = {"https://example.org/a": page(about={**ABOUT, "url": ""}), "https://example.org/empty": "<html></html>"}
    for content, name in ((warc(pages), "a.warc.gz"), (warc(pages, packed=False), "a.warc")):
        found = _found(content, name)
        (draft,) = found.drafts
        assert _said(draft)["url"] == ("https://example.org/a",)
        assert draft.name == "https://example.org/a as captured 2020-01-02T03:04:05Z"
        assert [str(note).partition(":")[0] for note in found.not_taken] == ["https", "1 × image/png"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", warc(pages))
    assert len(_found(file.getvalue(), "a.wacz").drafts) == 1


def _zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 100
REFUSED = [
    (OLE + "__substg1.0_".encode("utf-16-le"), "a", "a mail of Outlook"),
    (OLE + "WordDocument".encode("utf-16-le"), "a.txt", "an old Word"),
    (OLE + "Workbook".encode("utf-16-le"), "a", "an old Excel"),
    (OLE, "a", "an old office program"),
    (b"!BDN" + b"\0" * 20, "a", "a mailbox of Outlook"),
    (_zipped("ppt/presentation.xml"), "a", "slides"),
    (_zipped("Index/Document.iwa"), "a", "a document of Pages"),
    (_zipped("x"), "a", "a zip file"),
    (gzip.compress(b"x", mtime=0), "a.txt", "a compressed file"),
    (b"II*\0....", "a", "a picture"),
    (b"RIFF....WEBPVP8 ", "a", "a picture"),
    (b"\0\0\0\x18ftypmp42", "a", "a recording"),
    (b"ID3\x04...", "a", "a recording"),
    (b"SQLite format 3\0", "a", "a database"),
    (b"WEBVTT\n\n00:00", "a", "subtitles"),
    (b"BEGIN:VCARD\n", "a", "a calendar or contacts"),
    (b"body { color: red }", "a.css", "the source of a program"),
    (b"title: x\n", "a.yml", "a file of settings"),
    (b"Title\n=====\n", "a.rst", "text with marks of another kind"),
    (b"\\documentclass{article}", "a.txt", "text with marks of another kind"),
    (b"BOOKMOBI", "a.mobi", "a book for a reader"),
]


@pytest.mark.parametrize(("content", "name", "what"), REFUSED)
def test_what_is_not_read_is_refused_by_its_kind_with_what_to_do(content: bytes, name: str, what: str) -> None:
    found = kind_of(content, name)
    assert isinstance(found, Refusal)
    assert found.reason.startswith("this is ")
    assert what in found.reason
    assert found.hint


def test_every_refused_kind_says_what_to_do_and_every_other_has_a_reader() -> None:
    for kind in KINDS:
        assert bool(kind.hint) == (kind.makes == ""), kind.name
        assert (kind.read is not None) == (kind.makes == "articles"), kind.name


def _bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("word/document.xml", b"\0" * 60_000_000)
    return file.getvalue()


def _entities() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>')
    return file.getvalue()


HOSTILE = {
    "bomb.docx": _bomb(),
    "entities.docx": _entities(),
    "empty.docx": _zipped("word/document.xml"),
    "cut.docx": docx()[:2000],
    "cut.epub": epub()[:400],
    "cut.odt": odt()[:3000],
    "cut.warc.gz": warc({"https://example.org/a": page()})[:300],
    "none.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\n",
    "deep.rtf": b"{\\rtf1" + b"{" * 100_000,
    "laughs.xml": b'<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item>',
    "outside.xml": b'<rss><!DOCTYPE x SYSTEM "file:///etc/passwd"><channel><item><description>x</description></item>',
    "deep.json": b'{"title": "x", "text": "y", "z": ' + b"[" * 200_000,
    "heads.eml": b"From: x\nTo: y\nDate: z\nSubject: " + b"=?utf-8?q?" * 20_000 + b"\n\nText.",
    "parts.eml": b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\ny\n" * 20_000,
    "many.mbox": b"From a\n\nx\n\n" * 5_000,
    "highlight.md": b"{% highlight x %}\n" * 50_000,
    "comments.md": b"<!-- " * 200_000,
    "embeds.md": b"![[a" * 200_000,
    "pictures.md": b"![a](<" * 100_000,
    "fences.md": b"```\n~~~\n" * 50_000,
    "codes.md": b"{{< a " * 100_000,
    "toml.md": b"+++\n" + b"a = [" * 5_000 + b"\n+++\nx",
    "wiki.md": b"[[a|" * 200_000,
    "fields.md": b"---\n" + b"a: [" * 5_000 + b"\n---\nx",
    "broken.bib": b"@article{a, title={" * 2_000,
    "broken.ris": b"TY  - X\n" * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_named_and_never_ends_the_run(name: str) -> None:
    kind = kind_of(HOSTILE[name], name)
    if isinstance(kind, ImportKind) and kind.read is not None:
        assert isinstance(kind.read(ImportSource(HOSTILE[name], name)), Found | Refusal)
