"""What tests of date phrases share: how a text is read, and how a case is written."""

from __future__ import annotations

import datetime
import re

from mkdocs_dossier.link.date_passages import settle_years
from mkdocs_dossier.link.dates import find_dates
from mkdocs_dossier.link.sentences import split_sentences
from mkdocs_dossier.model.edtf import parse_edtf
from mkdocs_dossier.read.prose import parse_prose

THURSDAY = datetime.date(2016, 8, 18)


def read(text: str, published: datetime.date = THURSDAY, lang: str = "en") -> list[tuple[str, str, str, bool]]:
    spans = find_dates(text, split_sentences(text, lang), published, lang)
    return [(text[s.start : s.end], s.edtf, s.rule, s.inferred) for s in spans]


def check(marked: str, expected: str, published: datetime.date = THURSDAY, lang: str = "en") -> None:
    """Compare what is found in `marked` with the phrases that stand in [brackets] there, or in {braces}.

    expected: `EDTF rule`, separated by commas, `*` after the rule where the date is inferred."""
    marks, phrase = (r"[{}]", r"{([^}]*)}") if "{" in marked else (r"[\[\]]", r"\[([^\]]*)\]")
    phrases = re.findall(phrase, marked)
    found = read(re.sub(marks, "", marked), published, lang)
    wanted = [one.split() for one in expected.split(",") if one.strip()]
    assert [(phrase, edtf, rule + "*" * inferred) for phrase, edtf, rule, inferred in found] == [
        (phrase, edtf, rule) for phrase, (edtf, rule) in zip(phrases, wanted, strict=True)
    ]


_MARK = re.compile(r"\[([^\]=]+) = ([^\]]+)\]")


def read_article(
    body: str, published: datetime.date = THURSDAY, *, title: str = "A title", coverage: str | None = None
) -> list[tuple[str, str, str]]:
    """Return the dates of a whole article in Markdown, in order: phrase, EDTF, rule; `?` and the reason for those that
    are none.
    """
    prose = parse_prose(body, title=title, title_place=(1, 1), first_line=2)
    text = prose.text
    sentences = split_sentences(text)
    time = None if coverage is None else parse_edtf(coverage)
    spans, refused = settle_years(prose, sentences, find_dates(text, sentences, published), published, time)
    found = [(s.start, s.end, s.edtf, s.rule) for s in spans] + [(r.start, r.end, "?", r.reason) for r in refused]
    return [(text[start:end], edtf, rule) for start, end, edtf, rule in sorted(found)]


def check_article(
    marked: str, published: datetime.date = THURSDAY, *, title: str = "A title", coverage: str | None = None
) -> None:
    """Compare what is found with the phrases that stand as `[phrase = EDTF]` in `marked`; `?` where it is no date."""
    wanted = _MARK.findall(marked)
    phrases = {phrase for phrase, _ in wanted}
    found = read_article(_MARK.sub(r"\1", marked), published, title=title, coverage=coverage)
    assert [(phrase, edtf) for phrase, edtf, _ in found if phrase in phrases] == wanted
