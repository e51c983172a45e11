"""PDFs: their text as paragraphs, what they say of themselves, and those without text."""

from __future__ import annotations

import io
import zlib

import pytest

from mkdocs_dossier.imports.article import read_pdf_file
from mkdocs_dossier.imports.draft import Draft, Refusal
from mkdocs_dossier.imports.source import ImportSource, Reading
from tests.imports.saved import FIRST, SECOND, TITLE, pdf

LINES = [
    [
        "The Example Post",
        TITLE,
        "18 August 2016",
        FIRST[:60].strip(),
        FIRST[60:].strip(),
        SECOND[:58] + "-",
        SECOND[58:],
        "1",
    ],
    ["The Example Post", "More of it followed on the next day, and the harbour was full", "of ships.", "2"],
]


def _draft(content: bytes) -> Draft | Refusal:
    found = read_pdf_file(ImportSource(content, "a.pdf", Reading(people=True)))
    return found if isinstance(found, Refusal) else found.drafts[0]


def test_lines_become_paragraphs_and_running_heads_are_left_out() -> None:
    first = ["The Example Post", TITLE, "18 August 2016", "Rear Admiral Max Muster visited the harbour city on Thurs-"]
    first += [
        "day, the port authority said on the same evening in a short",
        "note.",
        "He met the mayor, Jane Roe, and spoke with her about the",
    ]
    first += ["training of pilots.", "1"]
    draft = _draft(pdf([first, LINES[1]]))
    assert isinstance(draft, Draft)
    assert [block.text for block in draft.blocks] == [
        "Rear Admiral Max Muster visited the harbour city on Thursday, the port authority said on the same evening in "
        "a short note.",
        "He met the mayor, Jane Roe, and spoke with her about the training of pilots.",
        "More of it followed on the next day, and the harbour was full of ships.",
    ]
    assert {clue.field: clue.values[0] for clue in draft.clues} == {
        "title": TITLE,
        "date": "2016-08-18",
        "lang": "en",
    }
    left = [left.text for left in draft.left_out]
    assert left == ["The Example Post", "1", "The Example Post", "2", "18 August 2016"]


def test_its_properties_are_guesses() -> None:
    about = f"/Title ({TITLE}) /Author (Ann Other) /CreationDate (D:20160818111300Z)"
    draft = _draft(pdf([[FIRST[:70], FIRST[70:]]], about=about))
    assert isinstance(draft, Draft)
    assert {(clue.field, clue.values[0], clue.given) for clue in draft.clues} >= {
        ("title", TITLE, False),
        ("authors", "Ann Other", False),
        ("date", "2016-08-18", False),
    }
    draft = _draft(pdf([[TITLE, FIRST]], about="/Title (Microsoft Word - doc1.docx)"))
    assert isinstance(draft, Draft)
    assert next(clue.values[0] for clue in draft.clues if clue.field == "title") == TITLE


def _encrypted() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([[FIRST]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _bomb() -> bytes:
    """A page of which some kilobytes are unpacked to two hundred million."""
    packed = zlib.compress(b"0 0 m " * 35_000_000, 9)
    plain = pdf([[""]])
    start, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(packed), packed)
    return plain[:start] + stream + plain[end:]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_encrypted(), "this PDF is encrypted; open it with its password"),
        (pdf([[""], [""]]), "pictures of pages and no text"),
        (pdf([["x"]] * 501), "501 pages"),
        (_bomb(), "this PDF"),
        (b"%PDF-1.4\n", "this PDF is damaged"),
        (b"%PDF-1.7\n" + b"<<" * 100_000, "this PDF is damaged"),
    ],
    ids=["encrypted", "scan", "too long", "bomb", "empty", "nested"],
)
def test_a_pdf_without_text_to_read_is_named_with_the_reason(content: bytes, reason: str) -> None:
    found = _draft(content)
    assert isinstance(found, Refusal)
    assert reason in str(found)
