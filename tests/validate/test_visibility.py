"""What is private is never written: a site with private records is the site without them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_dossier.build import write_site
from mkdocs_dossier.diagnostics import FORMATS
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.stages import link
from tests.conftest import NOW, MakeCollection, article
from tests.small_project import write

PRIVATE = ["status: draft", "status: withheld", "embargo: 2026-01-02", "embargo: 2999-12-31", "status: secret"]
PUBLIC = ["status: published", "embargo: 2026-01-01", "embargo: 2016-08-18", "notes: hush"]

SECRET_FILES = {
    "data/actors.yml": "reuters: {name: Reuters, type: media}\n",
    "data/actors/canary.yml": "name: Canary Bird\ntype: person\nsummary: Canary summary.\ncountries: [CA]\n",
    "data/events/canary-event.yml": "title: Canary event\ndate: 2001-02-03\ncountries: [CH]\nactors: [canary, reuters]",
    "data/articles/canary-article.md": article(
        "The canary of Canary Bird sang in Chile on 2002-03-04 with Reuters.", title="Canary song", date="2003-04-05"
    ),
    "data/articles/open.md": article("Canary Bird and Reuters met.", events="[canary-event]", actors="[canary]"),
    "data/events/open.yml": "title: A\ndate: 2016\nactors: [canary]\nsources: [canary-article]\npart_of: canary-event",
}
SECRET = ("data/actors/canary.yml", "data/events/canary-event.yml", "data/articles/canary-article.md")


def _closed(files: dict[str, str], field: str) -> dict[str, str]:
    """The files with `field` in each secret one."""
    changed = dict(files)
    for path in SECRET:
        mark = "---\n" if path.endswith(".md") else ""
        changed[path] = mark + field + "\n" + files[path].removeprefix(mark)
    return changed


@pytest.mark.parametrize("field", PRIVATE)
def test_a_private_record_is_on_no_page_index_count_or_calendar(field: str, collection: MakeCollection) -> None:
    site, problems = write_site(collection(_closed(SECRET_FILES, field)))
    written = {**{path: page.markdown for path, page in site.pages.items()}}
    assert [path for path in written if "canary" in path] == []
    assert not {page for page in site.site.index.calendar if page[:4] in ("2001", "2002", "2003")}
    # Its name stands in a public article; its own words stand nowhere.
    told = "\n".join(text for path, text in written.items() if path != "articles/open.md")
    assert not [word for word in ("Canary summary", "Canary song", "Canary event", "sang", "Chile") if word in told]
    assert not {"CA", "CH", "CL"} & site.site.country_paths.keys()
    index = site.site.index
    keys = {key for _, key in (*index.appearances, *index.events, *index.co_occurrences)}
    assert "canary" not in keys
    assert [a.article.id for a in index.appearances["actor", "reuters"]] == ["open"]
    assert index.co_occurrences.get(("actor", "reuters"), ()) == ()
    if "secret" not in field:
        assert {p.code for p in problems} == {"private-reference"}
        assert {p.place.path for p in problems} == {"data/articles/open.md", "data/events/open.yml"}


@pytest.mark.parametrize("field", PUBLIC)
def test_a_record_is_public_from_the_first_moment_of_its_day_on(field: str, collection: MakeCollection) -> None:
    site, problems = write_site(collection(_closed(SECRET_FILES, field)))
    assert problems == ()
    assert {"actors/canary.md", "events/canary-event.md", "articles/canary-article.md"} <= set(site.pages)
    assert "hush" not in "".join(page.markdown for page in site.pages.values())


RECORDS = {
    "data/actors/kerry.yml": "name: John Kerry\ntype: person\ncountries: [US]\nrelations: [{type: x, actor: lavrov}]\n",
    "data/actors/lavrov.yml": "name: Sergei Lavrov\ntype: person\naliases: [the minister]\ncountries: [RU]\n",
    "data/actors/shoigu.yml": "name: Sergei Shoigu\ntype: person\naliases: [the minister]\ncountries: [RU]\n",
    "data/events/talks.yml": "title: Talks\ndate: 2016-08-26\nactors: [kerry, lavrov]\nsources: [one]\npart_of: war\n",
    "data/events/war.yml": "title: War\ndate: 2011/..\ncountries: [SY]\nactors: [{actor: shoigu}]\nsources: [two]\n",
    "data/articles/one.md": article(
        "John Kerry met the minister in Geneva. Kerry left [[lavrov]] behind.", events="[talks]"
    ),
    "data/articles/two.md": article("Sergei Shoigu and Sergei Lavrov flew to Iran on 2016-08-19.", actors="[kerry]"),
}
HIDING = st.dictionaries(st.sampled_from(sorted(RECORDS)), st.sampled_from(PRIVATE[:4]), min_size=1)


def _pages(files: dict[str, str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        site, _ = write_site(Options(root=write(Path(folder), files), now=NOW))
    return {path: page.markdown for path, page in site.pages.items()}


def _hide(path: str, text: str, field: str) -> str:
    return text.replace("---\n", f"---\n{field}\n", 1) if path.endswith(".md") else f"{text}{field}\n"


@given(HIDING)
@settings(max_examples=20, deadline=None)
def test_private_records_leave_the_same_site_as_deleted_ones(hidden: dict[str, str]) -> None:
    open_file = {"data/articles/zero.md": article("Nobody."), "data/actors.yml": "a: {name: Ann, type: person}\n"}
    present = {path: _hide(path, text, hidden[path]) if path in hidden else text for path, text in RECORDS.items()}
    deleted = {path: text for path, text in RECORDS.items() if path not in hidden}
    assert _pages({**open_file, **present}) == _pages({**open_file, **deleted})


def test_a_private_territory_leaves_no_trace(collection: MakeCollection) -> None:
    files = {
        "data/countries.yml": """
            XR: {name: Rojava, status: draft}
            SY: {summary: Canary text., aliases: [Canaria], status: draft}
            """,
        "data/events/war.yml": "title: War\ndate: 2011\ncountries: [SY, XR]\n",
        "data/articles/one.md": article("Rojava lies in Syria, not in Canaria.", mentions="{Syria: XR}"),
    }
    site, problems = write_site(collection(files))
    assert {p.code for p in problems} == {"private-reference"}
    assert set(site.site.country_paths) == {"SY"}
    assert "Canary" not in "".join(page.markdown for page in site.pages.values())
    assert site.site.index.events["country", "SY"] and ("country", "XR") not in site.site.index.events


def test_a_link_by_hand_to_a_private_actor_is_text_and_is_reported_as_private(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": "canary: {name: Canary Bird, type: person, status: draft}\n",
        "data/articles/a.md": article("It was [[canary|the bird]]."),
    }
    site, problems = write_site(collection(files))
    assert [p.code for p in problems] == ["private-reference"]
    assert "the bird" in site.pages["articles/a.md"].markdown
    assert "canary" not in site.pages["articles/a.md"].markdown


WORDS = "Zilpzalp"
HUSHED = {
    "notes": f"notes: {WORDS}",
    "notes that are a list": f"notes: [{WORDS}, {{{WORDS}: {WORDS}}}]",
    "notes with a key twice": f"notes: {{{WORDS}: 1, {WORDS}: 2}}",
    "notes with a colon": f"notes: {WORDS}: {WORDS}",
    "a withheld record with a bad date": f"status: withheld\nborn: {WORDS}",
    "a withheld record with an unknown key": f"status: withheld\n{WORDS}: 1",
    "a withheld record with a bad reference": f"status: withheld\nrelations: [{{type: a, actor: {WORDS.lower()}}}]",
    "a withheld record with a bad link": f"status: withheld\nlinks: {{website: '{WORDS}'}}",
    "a withheld record with a bad country": f"status: withheld\ncountries: [{WORDS}]",
    "a withheld record with an odd quote": f"status: withheld\nsources: [{{article: open, quote: {WORDS}}}]",
    "a record with an odd status": f"status: {WORDS}",
    "a record with an odd status that is a list": f"status: [{WORDS}]",
    "a record with an odd embargo": f"embargo: when {WORDS} comes home",
    "a record whose status is misspelt": f"staus: draft\nborn: {WORDS}",
    "a record whose embargo is misspelt": f"embrgo: 2999-01-01\naliases: {{{WORDS}: {WORDS}}}",
    "an embargoed record with a bad alias": f"embargo: 2999-01-01\naliases: [{{name: x, case: {WORDS}}}]",
}


@pytest.mark.parametrize("what", HUSHED)
@pytest.mark.promise("no-private-word")
def test_no_page_and_no_message_repeats(what: str, collection: MakeCollection) -> None:
    files = {
        "data/actors/bird.yml": f"name: Bird\ntype: person\n{HUSHED[what]}\n",
        "data/articles/open.md": article("Bird sang."),
    }
    site, problems = write_site(collection(files))
    said: Iterable[str] = [form(problem) for problem in problems for form in FORMATS.values()]
    shown = [page.markdown for page in site.pages.values()]
    assert [text for text in (*said, *shown) if WORDS.lower() in text.lower()] == []


@pytest.mark.promise("no-private-word")
def test_hints_never_suggest_a_private_record(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": "zilpzalp: {name: Zilp Zalp, type: person, formerly: [bird], status: draft}\n",
        "data/events.yml": """
            a: {title: A, date: 2016, actors: [zilpzal], sources: [hushe, The Attic]}
            b: {title: B, date: 2016, actors: [Zilp Zal, bird], part_of: song-of-zil}
            c: {title: C, date: 2016, part_of: A Song at Daw}
            song-of-zilp: {title: A Song at Dawn, date: 2016, status: draft}
            """,
        "data/articles/hushed.md": article("A.", title="The Attics", status="draft"),
    }
    _, problems = link(collection(files))
    assert len(problems) == 7
    assert not [p for p in problems if "did you mean" in p.hint or "renamed" in p.hint]


@pytest.mark.promise("no-private-word")
def test_what_a_private_record_is_or_was_called_stands_in_no_other_records_way(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": """
            bird: {name: Bird, type: person, formerly: [wing, secret]}
            secret: {name: H, type: person, formerly: [bird, wing], status: draft}
            """,
        "data/events.yml": """
            song: {title: Song, date: 2016, formerly: [tune, secret]}
            secret: {title: H, date: 2016, formerly: [song, tune], status: draft}
            """,
        "data/articles/open.md": article("Bird sang.", formerly="[shut, secret]"),
        "data/articles/secret.md": article("Text.", formerly="[open, shut]", status="draft"),
    }
    assert link(collection(files))[1] == ()


def test_a_slip_of_the_pen_is_named_in_a_private_record_too(collection: MakeCollection) -> None:
    files = {
        "data/actors.yml": "a:\n  name: A\n  type: person\n  status: drafft\n"
        "b:\n  name: B\n  type: persn\n  alises: [B]\n  status: draft\n",
    }
    _, problems = link(collection(files))
    assert [(p.place.line, p.code, p.hint) for p in problems] == [
        (4, "bad-status", "did you mean 'draft'?"),
        (7, "bad-value", "did you mean 'person'?"),
        (8, "unknown-key", "did you mean 'aliases'?"),
    ]


def test_hints_never_suggest_a_picture_that_only_a_draft_shows(collection: MakeCollection) -> None:
    files = {
        "data/articles/open.md": article("![A](zilpzalp-hous.png) ![B](opened.png)"),
        "data/articles/other.md": article("![C](open.png)"),
        "data/articles/hushed.md": article("![D](zilpzalp-house.png) ![E](open.png)", status="draft"),
        "data/articles/zilpzalp-house.png": "",
        "data/articles/open.png": "",
    }
    _, problems = link(collection(files))
    hints = {p.message: p.hint for p in problems if p.code == "unknown-picture"}
    assert "zilpzalp-house" not in repr(problems)
    assert [hint for hint in hints.values() if "did you mean" in hint] == ["did you mean 'open.png'?"]
