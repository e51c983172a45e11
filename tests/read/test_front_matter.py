"""An article's file: front matter between two lines '---', then the text."""

from __future__ import annotations

import pytest

from mkdocs_dossier.diagnostics import Diagnostic
from mkdocs_dossier.stages import link
from tests.conftest import MakeCollection, article

HEAD = "---\ntitle: A brief\ndate: 2016-08-18\n---\n"


def _linked(collection: MakeCollection, text: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of the only article, or None where it is left out."""
    options = collection({"data/actors.yml": "kerry: {name: John Kerry, type: person}"})
    path = options.data_folder / "articles" / "a.md"
    path.parent.mkdir()
    path.write_bytes(text.encode())
    corpus, problems = link(options)
    texts = [a.text for a in corpus.articles]
    return (texts[0] if texts else None), problems


GOOD = {
    "plain": HEAD + "John Kerry spoke.\n",
    "Windows line ends": (HEAD + "John Kerry spoke.\n").replace("\n", "\r\n"),
    "old Macintosh line ends": (HEAD + "John Kerry spoke.\n").replace("\n", "\r"),
    "a byte order mark": "\ufeff" + HEAD + "John Kerry spoke.\n",
    "spaces after the marks": HEAD.replace("---", "---  ") + "John Kerry spoke.\n",
    "a rule in the text": HEAD + "John Kerry spoke.\n\n---\n\nMore.\n",
    "front matter in the text": HEAD + "John Kerry spoke.\n\n---\ntitle: no\n---\n",
    "no line at the end": HEAD + "John Kerry spoke.",
    "a line separator": HEAD + "John Kerry spoke.\u2028More.\n",
}


@pytest.mark.parametrize("what", GOOD)
def test_front_matter_is_read_with(what: str, collection: MakeCollection) -> None:
    text, problems = _linked(collection, GOOD[what])
    assert problems == ()
    assert text is not None and "John Kerry spoke." in text and "2016-08-18" not in text


DAMAGED = {
    "no front matter": ("John Kerry spoke.\n", "front-matter", 1),
    "text before it": ("\n" + HEAD + "Text.\n", "front-matter", 1),
    "no end": ("---\ntitle: A\ndate: 2016-08-18\n\nJohn Kerry spoke.\n", "front-matter", 1),
    "nothing in it": ("---\n---\nJohn Kerry spoke.\n", "front-matter", 1),
    "only a comment in it": ("---\n# title\n---\nJohn Kerry spoke.\n", "front-matter", 1),
    "a list in it": ("---\n- title\n---\nJohn Kerry spoke.\n", "front-matter", 2),
    "a mere text in it": ("---\ntitle\n---\nJohn Kerry spoke.\n", "front-matter", 2),
    "bad YAML": ("---\ntitle: A\ndate: [2016\n---\nJohn Kerry spoke.\n", "yaml-syntax", None),
    "a key twice": ("---\ntitle: A\ndate: 2016-08-18\ntitle: B\n---\nJohn Kerry spoke.\n", "duplicate-key", 4),
    "a tag": ("---\ntitle: !x A\ndate: 2016-08-18\n---\nJohn Kerry spoke.\n", "yaml-feature", 2),
    "no title": ("---\ndate: 2016-08-18\n---\nJohn Kerry spoke.\n", "missing-key", 1),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_an_article_is_left_out_whole_and_reported_once_with(what: str, collection: MakeCollection) -> None:
    content, code, line = DAMAGED[what]
    text, problems = _linked(collection, content)
    assert text is None
    assert [p.code for p in problems] == [code]
    assert line is None or problems[0].place.line == line


def test_places_in_front_matter_count_from_the_top_of_the_file(collection: MakeCollection) -> None:
    _, problems = _linked(collection, "---\ntitle: Эрдоган\ndate: 2016-08-18\ncountries: [Ж, 国]\n---\n\nText.\n")
    found = [(p.code, p.place.line, p.place.column) for p in problems]
    assert found == [("unknown-country", 4, 13), ("unknown-country", 4, 16)]


def test_places_in_the_text_count_from_the_top_of_the_file(collection: MakeCollection) -> None:
    body = "Первая строка.\n\nВторая: John Kerry spoke."
    options = collection(
        {
            "data/actors.yml": "kerry: {name: John Kerry, type: person}",
            "data/articles/a.md": article(body, title="Эрдоган and John Kerry"),
        }
    )
    (linked,) = link(options)[0].articles
    places = [linked.prose.place(m.start) for m in linked.mentions if m.kind == "actor"]
    assert places == [(2, 20), (8, 9)]


def test_next_line_characters_in_front_matter_do_not_move_the_text(collection: MakeCollection) -> None:
    body = "John Kerry spoke."
    options = collection(
        {
            "data/actors.yml": "kerry: {name: John Kerry, type: person}",
            "data/articles/a.md": article(body, summary="'one\x85two'"),
        }
    )
    (linked,) = link(options)[0].articles
    assert [linked.prose.place(m.start) for m in linked.mentions] == [(7, 1)]


def test_an_article_with_no_text_is_an_article(collection: MakeCollection) -> None:
    text, problems = _linked(collection, HEAD)
    assert problems == ()
    assert text is not None
