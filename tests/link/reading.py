"""What tests of date phrases share: how a text is read, and how a case is written."""

from __future__ import annotations

import datetime
import re

from mkdocs_dossier.link.dates import find_dates
from mkdocs_dossier.link.sentences import split_sentences

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
