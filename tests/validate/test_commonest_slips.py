"""What people write wrong most often is named once, with the way to mend it; and what is right is never doubted."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_dossier.check import check
from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW
from tests.small_project import small_project

PERSON = "ann:\n  name: {}\n  type: person\n"
ARTICLE = "---\ntitle: {}\ndate: 2016-08-18\n---\nNothing happened.\n"


def _found(folder: Path, path: str, text: str) -> tuple[Diagnostic, ...]:
    small_project(folder, {"data/articles/other.md": ARTICLE.format("Other"), path: text})
    return check(Options(root=folder, now=NOW))


CURLY = {
    "English": PERSON.format("“Ann Other”"),
    "German": PERSON.format("„Ann Other“"),
    "Polish": PERSON.format("„Ann Other”"),
    "Swedish": PERSON.format("”Ann Other”"),
    "the second one straight": PERSON.format('“Ann Other"'),
    "with a blank behind": PERSON.format("“Ann Other” "),
    "an alias": PERSON.format("Ann\n  aliases:\n    - “Annie”"),
    "an alias that is a mapping": PERSON.format("Ann\n  aliases: [{name: “Annie”, weak: true}]"),
    "a list in brackets": PERSON.format("Ann\n  aliases: [“Other, Ann”]"),
    "a phrase that hides": PERSON.format("Ann\n  not: [“Ann Street”]"),
    "an organization": PERSON.format("Ann\n  roles: [{title: Head, organization: “The Works”}]"),
}


@pytest.mark.parametrize("case", CURLY)
def test_curly_quotes_around_a_name_are_told_of_where_they_stand(case: str, tmp_path: Path) -> None:
    text = CURLY[case]
    (problem,) = _found(tmp_path, "data/actors.yml", text)
    assert (problem.code, problem.severity) == ("curly-quotes", "warning")
    line = text.split("\n")[problem.place.line - 1]
    assert line[problem.place.column - 1] in "“„”"
    assert "straight quotes" in problem.hint


@pytest.mark.parametrize(("field", "code"), [("url: “https://example.org”", "bad-link"), ("lang: “en”", "bad-value")])
def test_a_value_that_is_refused_for_its_curly_quotes_is_told_of_once(field: str, code: str, tmp_path: Path) -> None:
    (problem,) = _found(tmp_path, "data/articles/a.md", ARTICLE.format(f"A\n{field}"))
    assert problem.code == code and "straight quotes" in problem.hint


def test_a_private_record_is_not_told_of(tmp_path: Path) -> None:
    assert _found(tmp_path, "data/actors.yml", PERSON.format("“Zilp Zalp”\n  status: draft")) == ()


def test_a_warning_stays_where_the_record_is_read_again(tmp_path: Path) -> None:
    wrong = PERSON.format("“Ann Other”")
    assert len(_found(tmp_path, "data/actors.yml", wrong)) == 1
    (moved,) = _found(tmp_path, "data/actors.yml", f"# a line more\n{wrong}")
    assert moved.place.line == 3
    assert _found(tmp_path, "data/actors.yml", PERSON.format("Ann Other")) == ()


NO_FIELDS = {
    "one field": ("data/actors.yml", "ann:\n  name:Ann\n", 2),
    "all fields": ("data/actors.yml", "ann:\n  name:Ann\n  type:person\n", 2),
    "a file": ("data/actors/ann.yml", "name:Ann\ntype:person\n", 1),
    "an event": ("data/events/a.yml", "title:A\ndate:2016\n", 1),
    "an article": ("data/articles/a.md", "---\ntitle:A\ndate:2016-08-18\n---\nx\n", 2),
    "an item": ("data/actors.yml", PERSON.format("Ann\n  roles:\n    - title:Head"), 4),
    "a second item": ("data/actors.yml", PERSON.format("Ann\n  roles:\n    - title: A\n    - title:Head"), 5),
    "a relation": ("data/actors.yml", PERSON.format("Ann\n  relations:\n    - type:ally-of"), 4),
    "quoted": ("data/actors.yml", 'ann:\n  name:"Ann"\n', 2),
    "a list": ("data/actors.yml", "ann:\n  countries:[SY]\n", 2),
}


@pytest.mark.parametrize("case", NO_FIELDS)
def test_a_blank_that_is_missing_everywhere_is_told_of(case: str, tmp_path: Path) -> None:
    path, text, line = NO_FIELDS[case]
    (problem,) = _found(tmp_path, path, text)
    assert "blank behind the colon" in problem.hint
    assert problem.place.line == line


MISSPELT = {
    "letters that changed places": ("data/actors.yml", "ann:\n  nmae: Ann\n  type: person\n", "name"),
    "a capital": ("data/actors.yml", "ann:\n  Name: Ann\n  type: person\n", "name"),
    "a letter too few": ("data/actors.yml", "ann:\n  name: Ann\n  typ: person\n", "type"),
    "a letter too many": ("data/actors.yml", "ann:\n  names: Ann\n  type: person\n", "name"),
    "another language": ("data/articles/a.md", ARTICLE.format("A").replace("title", "titel"), "title"),
    "a capital in front matter": ("data/articles/a.md", ARTICLE.format("A").replace("date", "Date"), "date"),
    "in capitals": ("data/events.yml", "a:\n  TITLE: A\n  date: 2016\n", "title"),
    "in an item": ("data/actors.yml", PERSON.format("Ann\n  roles:\n    - tilte: Head"), "title"),
    "in a mapping": ("data/events.yml", "a:\n  title: A\n  date: 2016\n  place: {nane: X}\n", "name"),
    "in an alias": ("data/actors.yml", PERSON.format("Ann\n  aliases:\n    - nam: Annie"), "name"),
    "in a reference": ("data/articles/a.md", ARTICLE.format("A\nbased_on: [{titel: B}]"), "title"),
}


@pytest.mark.parametrize("case", MISSPELT)
def test_a_misspelt_key_that_is_required_is_told_of_once(case: str, tmp_path: Path) -> None:
    path, text, key = MISSPELT[case]
    problems = _found(tmp_path, path, text)
    assert [problem.code for problem in problems] == ["unknown-key"]
    assert problems[0].hint == f"did you mean '{key}'?"


def test_a_key_that_is_missing_beside_a_misspelt_one_is_told_of_too(tmp_path: Path) -> None:
    problems = _found(tmp_path, "data/actors.yml", "ann:\n  nmae: Ann\n  summry: X\n")
    assert [problem.code for problem in problems] == ["missing-key", "unknown-key", "unknown-key"]
    assert "'type'" in problems[0].message


UNREAD = (
    *(f"articles/a.{ending}" for ending in ("docx", "pdf", "html", "HTM", "odt", "rtf", "doc", "epub", "eml", "mhtml")),
    *("articles/2016/a.pdf", "actors.csv", "people.xlsx", "list.TSV", "actors/a.csv", "events/2016/a.ods"),
)


@pytest.mark.parametrize("path", UNREAD)
def test_a_file_that_has_to_be_imported_is_no_longer_passed_over(path: str, tmp_path: Path) -> None:
    (problem,) = _found(tmp_path, f"data/{path}", "x")
    assert (problem.code, problem.place.path) == ("unexpected-file", f"data/{path}")
    assert "dossier import" in problem.hint


RIGHT = {
    "a headline in quotes": ("data/articles/a.md", ARTICLE.format("“We stay”")),
    "a nickname in the middle": ("data/actors.yml", PERSON.format("Ann “Annie” Other")),
    "two quoted words": ("data/actors.yml", PERSON.format("“Ann” and “Bob”")),
    "curly quotes that are meant": ("data/actors.yml", PERSON.format('"“Annie”"')),
    "a letter that looks like a quote": ("data/actors.yml", PERSON.format("‘Abd al-Ra’i’")),
    "an apostrophe at the end": ("data/actors.yml", PERSON.format("the Others’")),
    "guillemets": ("data/actors.yml", PERSON.format("«Works»")),
    "a summary in quotes": ("data/actors.yml", PERSON.format("Ann\n  summary: “A life”")),
    "notes in quotes": ("data/actors.yml", PERSON.format("Ann\n  notes: “name:Ann”")),
    "a text with a colon": ("data/actors.yml", PERSON.format("Ann\n  summary: see:this")),
    "a colon in a name": ("data/actors.yml", PERSON.format("name:Ann")),
    "items below their key": ("data/actors.yml", PERSON.format("Ann\n  aliases:\n  - Annie\n  - Nan")),
    "a wide indent": ("data/actors.yml", "ann:\n     name: Ann\n     type: person\n"),
    "tabs between a key and its value": ("data/actors.yml", PERSON.format("\tAnn")),
    "a picture": ("data/articles/a.png", "x"),
    "a table elsewhere": ("data/sources/table.csv", "x"),
    "a note": ("data/README.md", "x"),
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_gets_no_hint(case: str, tmp_path: Path) -> None:
    assert _found(tmp_path, *RIGHT[case]) == ()
