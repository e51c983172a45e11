"""The line below a message is one that everybody may see: nothing of a private record, nothing of notes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from mkdocs_dossier.build import write_site
from mkdocs_dossier.cli.problem_text import problem_text
from mkdocs_dossier.diagnostics import CODES, FORMATS, Diagnostic, Place
from mkdocs_dossier.excerpt.excerpt import excerpts
from mkdocs_dossier.model import records
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.validate.private_words import hides_record, is_notes
from tests.conftest import NOW, MakeCollection, article
from tests.processes import run

WORD = "Zilpzalp"


def _said(options: Options) -> str:
    """Everything that the problems of a collection say, in every form, and on the lines below them."""
    _, problems = write_site(options)
    assert problems
    excerpt = excerpts(options)
    texts = [problem_text(problem, excerpt, colours=True) for problem in problems]
    return "\n".join([*texts, *(form(problem) for problem in problems for form in FORMATS.values())])


FIELDS = {
    "a draft": f"status: draft\nsummary: {WORD}\nborn: {WORD}",
    "a draft in quotes": f"'status': \"draft\"\nlinks: {{website: {WORD}}}",
    "a withheld record": f"status: withheld\n{WORD}: {WORD}",
    "a status with a slip": f"statsu: draft\nborn: {WORD}",
    "a status in capitals": f"Status: draft\ntype: {WORD}",
    "a status that nobody knows": f"status: secret\nborn: {WORD}",
    "a draft by a word in another field": f"summary: Draft\nborn: {WORD}",
    "an embargo": f"embargo: 2999-01-01\naliases: [{{name: x, {WORD}: {WORD}}}]",
    "an embargo with a slip": f"embrago: 2999-01-01\nborn: {WORD}",
    "a key with an escape": f'"st\\u0061tus": draft\nborn: {WORD}',
    "a draft with a key twice": f"status: draft\nsummary: {WORD}\nsummary: {WORD}",
    "a draft with a fault of syntax": f"status: draft\nsummary: {WORD}: {WORD}",
    "notes": f"notes: {{{WORD}: 1, {WORD}: 2}}",
    "notes with a colon": f"notes: {WORD}: {WORD}",
    "notes in a block": f"notes: |\n  {WORD}\nborn: x",
    "notes in a block with a fault": f"notes: |\n    {WORD}\n  {WORD}\n {WORD}\nborn: [",
    "notes in a list": f"notes:\n- {WORD}\n- {WORD}: {WORD}: {WORD}",
    "notes with a quote that is open": f'notes: "{WORD}\n  {WORD}',
    "notes over lines": f"notes: {WORD}\n  {WORD}: {WORD}",
    "notes with a slip": f"note: {WORD}",
    "notes in capitals": f"NOTES: {WORD}",
    "notes that lost their indent": f"notes:\n{WORD}: {WORD}",
    "notes in a text that has no end": f'summary: "A bird.\nnotes: {WORD}\nborn: 1950"',
    "notes in such a text on one line": f'roles: [{{title: "Singer, notes: {WORD}, country: "}}]',
    "a status in a text that has no end": f"surname: 'Bird\nstatsu: hidden\ndied: 1950'\nsummary: {WORD}\nborn: {WORD}",
    "a status where nobody reads it": f"links: {{status: draft}}\nsummary: {WORD}\nborn: {WORD}",
    "a published draft": f"status: published\nstatus: draft\nsummary: {WORD}\nborn: {WORD}",
    "a comment": f"born: x  # {WORD}\n# {WORD}\ndied: y # {WORD}",
    "a key of one's own": f"confidential: {WORD}\nborn: x",
    "such a key in a source": f"sources: [{{title: A, wer: {WORD},\n says: {{}}}}]",
}
HOW = {
    "in a list": ("data/actors.yml", "open: {name: Open, type: person}\nbird:\n  name: Bird\n  type: person\n  "),
    "alone": ("data/actors/bird.yml", "name: Bird\ntype: person\n"),
}


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("what", FIELDS)
def test_nothing_of_a_private_record_is_shown(what: str, how: str, collection: MakeCollection) -> None:
    path, start = HOW[how]
    indent = "  " if how == "in a list" else ""
    options = collection({path: start + FIELDS[what].replace("\n", f"\n{indent}") + f"\n{indent}alises: [x]\n"})
    assert WORD.lower() not in _said(options).lower()


IDS = {
    "a draft": f"The {WORD}:\n  name: A\n  type: person\n  status: draft\n",
    "a draft that is damaged": f"The {WORD}:\n  name: A\n  name: A\n  type: person\n",
    "a line of notes that lost its indent": f"a:\n  name: A\n  type: person\n  notes: |\n    So.\nThe {WORD}: yes\n",
    "another one": f"a:\n  name: A\n  type: person\n  notes: |\n    So.\nThe {WORD}:\n   said: yes\n",
    "a line that is an id": f"a:\n  name: A\n  type: person\n  notes: |\n    So.\n{WORD.lower()}: yes\n",
}


@pytest.mark.parametrize("what", IDS)
def test_what_is_no_id_is_not_told_unless_a_public_record_has_it(what: str, collection: MakeCollection) -> None:
    assert WORD.lower() not in _said(collection({"data/actors.yml": IDS[what]})).lower()


def test_the_wrong_id_of_a_public_record_is_told(collection: MakeCollection) -> None:
    assert "'The A' is not an id" in _said(collection({"data/actors.yml": "The A: {name: A, type: person}\n"}))


ARTICLES = {
    "a draft": f"---\ntitle: {WORD}\ndate: 2016\nstatus: draft\n---\n{WORD} [[nobody]]\n",
    "no end of the front matter": f"---\ntitle: {WORD}\ndate: 2016-08-18\nxyzzy: {WORD}\n\n{WORD}\n",
    "no start of the front matter": f"title: {WORD}\nstatus: draft\n---\n{WORD}\n",
    "a fault of syntax": f"---\ntitle: A: {WORD}\ndate: 2016-08-18\n---\n{WORD}\n",
    "a key twice": f"---\ntitle: A\ndate: 2016-08-18\nsummary: {WORD}\nsummary: {WORD}\n---\n{WORD}\n",
    "an anchor": f"---\ntitle: A\ndate: 2016-08-18\nsummary: &{WORD} {WORD}\n---\n{WORD}\n",
    "notes": f"---\ntitle: A\ndate: 2016-08\nnotes: {WORD}\n---\n{WORD} [[nobody]]\n",
    "a mark in the text": f"---\ntitle: {WORD}\ndate: 2016-08\n---\nstatus: draft\n\n{WORD} [[nobody]]\n",
    "a mark in another field": f"---\ntitle: {WORD}\ndate: 2016-08\nsummary: So, status: draft\n---\n{WORD}\n",
    "a slip": f"---\ntitle: {WORD}\nstatsu: hidden\ndate: 2016-08\n---\n{WORD}\n",
}


@pytest.mark.parametrize("what", ARTICLES)
def test_nothing_of_a_private_or_damaged_article_is_shown(what: str, collection: MakeCollection) -> None:
    assert WORD.lower() not in _said(collection({"data/articles/a.md": ARTICLES[what]})).lower()


def test_what_is_open_is_shown_beside_what_is_not(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": f"""
            one:
              name: One
              notes: {WORD}
              type: persn
            two: {{name: Two, type: persn, status: published}}
            three:
              name: {WORD}
              type: persn
              status: draft
            """,
        "data/articles/a.md": article(f"See [[nobody]].\n\nNo {WORD}.", status="published", notes=f"'{WORD}'"),
    }
    said = _said(collection(files))
    for shown in ("type: persn\n", "two: {name: Two, type: persn, status: published}", "See [[nobody]]."):
        assert shown in said
    assert WORD not in said


def test_a_related_place_in_a_private_record_is_named_and_not_shown(collection: MakeCollection) -> None:
    files = {
        "data/actors/bird.yml": f"name: {WORD}\ntype: person\nstatus: withheld\n",
        "data/events.yml": "x: {title: X, date: 2016, actors: [bird]}\n",
    }
    said = _said(collection(files))
    assert "data/actors/bird.yml:1:1: the private record is here" in said
    assert "actors: [bird]" in said and WORD not in said


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_form_of_the_command_shows_what_is_private(form: str, collection: MakeCollection) -> None:
    draft = f"b:\n  name: {WORD}\n  type: {WORD}\n  status: draft\n"
    root = collection({"data/actors.yml": "a: {name: A, type: persn}\n" + draft, "mkdocs.yml": "site_name: A\n"}).root
    done = run("dossier", "check", "--format", form, cwd=root, FORCE_COLOR="1")
    assert done.returncode == 1 and "persn" in done.stdout
    assert WORD not in done.stdout + done.stderr


PLACES: Mapping[str, str] = {
    "a link that leads out of the folder": "data/out.md",
    "a file elsewhere": "mkdocs.yml",
    "a file above": "data/../mkdocs.yml",
    "a file that is gone": "data/gone.yml",
    "a folder": "data",
    "a pipe": "data/pipe.yml",
    "a file that is no text": "data/binary.yml",
}


@pytest.mark.parametrize("what", PLACES)
@pytest.mark.parametrize("code", CODES)
def test_only_files_of_the_collection_are_opened(what: str, code: str, tmp_path: Path) -> None:
    import os

    (tmp_path / "data").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"# {WORD}\n{WORD}: {WORD}\n")
    (tmp_path / "data/out.md").symlink_to(tmp_path / "mkdocs.yml")
    (tmp_path / "data/binary.yml").write_bytes(b"a: \xff\n")
    os.mkfifo(tmp_path / "data/pipe.yml")
    excerpt = excerpts(Options(root=tmp_path, now=NOW))
    problem = Diagnostic(Place(PLACES[what], 2, 1), code, "wrong", related=((Place(PLACES[what], 2), "here"),))
    assert len(problem_text(problem, excerpt, colours=False).splitlines()) == 2


SHOWN: dict[str, tuple[str, list[str | None]]] = {
    "a list": ("a:\n  name: A\n  aliases:\n  - B", ["a:", "  name: A", "  aliases:", "  - B"]),
    "comments": ("# x\na: # x\n  name: 'A #1'# x\n  type: b#c # x", [None, "a:", None, "  type: b#c"]),
    "a text in a block": (
        "a:\n  summary: | # x\n    B # c\n\n    d",
        ["a:", "  summary: |", "    B # c", None, "    d"],
    ),
    "a text over lines": ('a: {name: "B\nc", type: d\n  e}', ['a: {name: "B', 'c", type: d', "  e}"]),
    "a record in several lines of braces": (
        "a: {name: A,\ntype: x,\nstatus: draft}\nb:\n  name: B",
        [None, None, None, "b:", "  name: B"],
    ),
    "two records on a line": ("{a: {name: A}, b: {name: B, status: draft}}", [None]),
    "two open records on a line": ("{a: {name: A}, b: {name: B}}", ["{a: {name: A}, b: {name: B}}"]),
    "notes on the line of other fields": (
        "a: {name: A,\n notes: x, type: y,\n born: z}",
        ["a: {name: A,", None, " born: z}"],
    ),
    "a slip of a field": ("a:\n  nme: A\n  alises: [B]", ["a:", "  nme: A", "  alises: [B]"]),
    "a key that nobody knows": ("a:\n  name: A\n  embassy: B", [None, None, None]),
    "such a key in a part": ("a:\n  sources:\n  - title: A\n    wer: B", ["a:", "  sources:", "  - title: A", None]),
    "an entry that is no record": ("a: {name: A}\nstatus: draft", [None, None]),
    "a key twice in a record": ("a: {name: A, name: B}\nb: {name: C}", [None, "b: {name: C}"]),
    "an id twice": ("a: {name: A}\na: {name: B}", ["a: {name: A}", None]),
    "a fault of syntax": ("a: {name: A}\nb: {name: B", [None, None]),
    "a text that goes on into notes": ('a:\n  name: "A\n  notes: x\n  born: "', [None, None, None, None]),
    "such a text on one line": ('a: {name: "A, notes: x, born: "}', [None]),
    "an article": ("---\ntitle: A\n---\nB\n\nC", [None, "title: A", None, "B", None, "C"]),
    "an article that says it is a draft": ("---\ntitle: A\n---\nB\nstatus: draft", [None, None, None, None, None]),
    "an article with a damaged front matter": ("---\ntitle: A: B\n---\nC", [None, None, None, None]),
    "an explicit key": ("a:\n  ? name\n  : A", ["a:", "  ? name", "  : A"]),
}


@pytest.mark.parametrize("what", SHOWN)
def test_a_line_is_shown_as_far_as_all_of_it_is_known_to_be_public(what: str, tmp_path: Path) -> None:
    text, wanted = SHOWN[what]
    path = tmp_path / "data" / ("articles/a.md" if text.startswith("---") else "actors.yml")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    excerpt = excerpts(Options(root=tmp_path, now=NOW))
    lines = range(1, text.count("\n") + 2)
    place = path.relative_to(tmp_path).as_posix()
    shown = [excerpt(Place(place, line), "bad-value", "wrong") for line in lines]
    assert [None if line is None else line.text for line in shown] == wanted


def test_no_field_is_taken_for_a_word_that_keeps_a_record_back() -> None:
    models = (records.Actor, records.Event, records.Country, records.Article, records.Source, records.Alias)
    parts = (records.Role, records.Relation, records.EventActor, records.EventPlace, records.ExternalReference)
    fields = {info.alias or name for model in (*models, *parts) for name, info in model.model_fields.items()}
    assert [field for field in sorted(fields) if hides_record(field)] == ["embargo", "status"]
    assert [field for field in sorted(fields) if is_notes(field)] == ["notes"]


LARGE = {
    "white space": "a: b\n" + "\n" * 300_000 + "c: d",
    "one word": "x: " + "a" * 1_000_000,
    "one line of blanks": "x: a" + " " * 1_000_000 + "b",
    "many keys": "".join(f"key{n}: 1\n" for n in range(100_000)),
    "many keys on one line": "{" + ", ".join(f"k{n}: 1" for n in range(100_000)) + "}",
    "braces": "x: {" + "}" * 1_000_000 + "x",
    "escapes": "x: " + "\\" * 1_000_000,
    "records": "".join(f"a{n}:\n  name: A\n" for n in range(50_000)),
    "notes": "notes: |\n" + "  a\n" * 300_000,
    "quotes": "notes: '" + "''" * 500_000,
    "invisible characters": "x: " + "\u200b" * 1_000_000,
}


@pytest.mark.parametrize("what", LARGE)
@pytest.mark.parametrize("path", ["actors.yml", "actors/a.yml", "articles/a.md"])
def test_a_large_file_takes_no_longer_than_its_size(what: str, path: str, tmp_path: Path) -> None:
    text = f"---\n{LARGE[what]}\n---\nx\n" if path.endswith(".md") else LARGE[what]
    target = tmp_path / "data" / path
    target.parent.mkdir(parents=True)
    target.write_text(text)
    excerpt = excerpts(Options(root=tmp_path, now=NOW))
    for line in (1, 2, 3, text.count("\n") + 1):
        excerpt(Place(f"data/{path}", line), "bad-value", "wrong")
