"""Each kind of edit by itself, in a collection so large that only what it concerns is made anew: pages are as if all
of them were.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, article
from tests.site_edits import append, remove, swap
from tests.small_project import Step, put
from tests.test_same_bytes import WAYS, Shown, Way, anew, same

ACTORS = """
ann:
  name: Ann Archer
  type: person
  countries: [SY]
  aliases: [Annie Archer]
  roles:
    - {title: Envoy, organization: ministry, from: 2016-01, sources: [{article: rests, quote: was made envoy}]}
bob:
  name: Bob Barker
  type: person
  relations:
    - {type: commands, actor: ann, sources: [{article: rests, quote: a letter}]}
chen: {name: Chen Wei, type: person, countries: [TW]}
chong: {name: Ian Jay Ja Chong, type: person, countries: [TW]}
ministry: {name: The Ministry, type: government, countries: [RU]}
reuters: {name: Reuters, type: media, aliases: [Reuters News]}
"""
EVENTS = """
war: {title: The war, date: 2011/2017, countries: [SY]}
talks: {title: Talks, date: 2016-03-17, part_of: war, actors: [{actor: ann, role: host}, bob], sources: [rests]}
truce: {title: Truce, date: 2016-03-20, countries: [RU]}
"""
RESTS = article(
    "All was quiet. Then somebody was made envoy. Nobody saw a letter.",
    title="Rests",
    date="2016-03-01",
    outlet="Reuters News",
)
FILES = {
    "data/actors.yml": ACTORS,
    "data/events.yml": EVENTS,
    "data/articles/rests.md": RESTS,
    "data/articles/attached.md": article(
        "Nothing. ![A dot](dot.png)",
        date="2016-03-19",
        actors="[bob, dan]",
        events="[talks]",
        countries="[TR]",
        sources="[rests]",
    ),
    "data/articles/norway.md": article("Bob Barker was in Norway.", date="2016-03-05"),
    "data/articles/by-hand.md": article("So said [[dan|the man]].", date="2016-03-06"),
    "data/articles/ruled.md": article("The tall one left.", date="2016-03-07", mentions="{tall one: dan}"),
    "data/articles/shout.md": article("THE SHOUT IS LOUD", date="2016-03-08"),
    "data/articles/alias.md": article("Annie Archer spoke.", date="2016-03-08"),
    "data/articles/family.md": article("Ann Archer came. Annie Jane Archer, Zoe Archer and Archer.", date="2016-03-08"),
    "data/articles/chen.md": article("Chen Wei came. Chen spoke.", date="2016-03-08"),
    "data/articles/chong.md": article("Ian Jay Ja Chong came. Chong Mei spoke.", date="2016-03-08"),
} | {
    f"data/articles/{number:02}.md": article(
        f"Ann Archer spoke of Syria on {number % 3 + 15} March 2016. Bob Barker did not.",
        date=f"2016-03-{number // 2 + 10}",
        outlet="reuters",
    )
    for number in range(24)
}
"""With fewer articles all are grouped anew at each edit."""


def _both(*steps: Step) -> Step:
    def step(root: Path) -> None:
        for each in steps:
            each(root)

    return step


def _picture(colour: str) -> Step:
    def step(root: Path) -> None:
        file = BytesIO()
        Image.new("RGB", (3, 2), colour).save(file, "PNG")
        (root / "data/articles/dot.png").write_bytes(file.getvalue())

    return step


def _add(text: str) -> Step:
    return append("data/actors.yml", text)


EDITS: dict[str, Step] = {
    "an article comes between others": put(
        "data/articles/new.md", article("Ann Archer met Bob Barker in Syria.", date="2016-03-12")
    ),
    "an article comes on a day of its own": put("data/articles/new.md", article("Bob Barker.", date="2016-03-04")),
    "an article comes that names nobody": put("data/articles/new.md", article("Nothing.", date="2016-03-12")),
    "two articles go": _both(remove("data/articles/07.md"), remove("data/articles/08.md")),
    "one goes while another comes": _both(
        remove("data/articles/07.md"), put("data/articles/new.md", article("Ann Archer, Syria.", date="2016-03-13"))
    ),
    "the last that names a country goes": remove("data/articles/norway.md"),
    "an article is of another day": swap("data/articles/05.md", "2016-03-12", "2016-03-18"),
    "an article names another day": swap("data/articles/05.md", "17 March", "2 March"),
    "an article has another title": swap("data/articles/rests.md", "title: Rests", "title: Rests on this"),
    "an article has another outlet": swap("data/articles/05.md", "outlet: reuters", "outlet: ministry"),
    "a quote stands in another sentence": swap("data/articles/rests.md", "All was quiet. ", ""),
    "a quote stands nowhere": swap("data/articles/rests.md", "was made envoy", "became envoy"),
    "an article is about no event": swap("data/articles/attached.md", "events: [talks]\n", ""),
    "an article is of no country": swap("data/articles/attached.md", "countries: [TR]\n", ""),
    "an article has another picture": _picture("gold"),
    "an article has no picture": remove("data/articles/dot.png"),
    "a source is withheld": swap("data/articles/rests.md", "title: Rests", "title: Rests\nstatus: draft"),
    "an event is withheld": swap("data/events.yml", "title: Talks,", "title: Talks, status: draft,"),
    "an event is of another day": swap("data/events.yml", "2016-03-20", "2016-03-10"),
    "an event comes between others": append("data/events.yml", "mid: {title: Mid, date: 2016-03-18}\n"),
    "an event comes on a day of its own": append("data/events.yml", "end: {title: The end, date: 2016-04-02}\n"),
    "an event goes": swap("data/events.yml", "truce: {title: Truce, date: 2016-03-20, countries: [RU]}\n", ""),
    "an event has another title": swap("data/events.yml", "title: Truce", "title: A truce"),
    "an event is part of another": swap("data/events.yml", "title: Truce,", "title: Truce, part_of: war,"),
    "an event is about nobody": swap("data/events.yml", "{actor: ann, role: host}, ", ""),
    "an actor has another name": swap("data/actors.yml", "name: Ann Archer", "name: Ann B. Archer"),
    "an actor has another id": swap("data/actors.yml", "ministry: {name: The M", "office: {name: The M"),
    "an actor is of another type": swap("data/actors.yml", "Ministry, type: government", "Ministry, type: military"),
    "an actor is of another country": swap("data/actors.yml", "type: government, countries: [RU]", "type: government"),
    "an actor has another office": swap("data/actors.yml", "from: 2016-01", "from: 2016-05"),
    "an actor has no relation": swap("data/actors.yml", "commands, actor: ann", "commands, actor: reuters"),
    "an actor is withheld": swap("data/actors.yml", "name: Bob Barker", "name: Bob Barker\n  status: draft"),
    "an outlet has no other name": swap("data/actors.yml", "aliases: [Reuters News]", "aliases: [RN]"),
    "an actor comes to whom a link by hand leads": _add("dan: {name: Daniel, type: person}\n"),
    "an actor comes while another one goes": _both(
        _add("dan: {name: Daniel, type: person}\n"), swap("data/actors.yml", "bob:\n", "rob:\n")
    ),
    "an actor comes who is named in any case": _add("x: {name: X, type: other, aliases: [{name: shout, case: any}]}\n"),
    "an actor comes of that surname": _add("zoe: {name: Zoe Archer, type: person}\n"),
    "an actor comes of that alias": _add("annie: {name: Annie Archer, type: other}\n"),
    "an actor comes in the place of a missing one": _both(
        swap("data/actors.yml", "organization: ministry", "organization: office"),
        swap("data/actors.yml", "ministry: {name: The M", "bureau: {name: The M"),
    ),
    "a person's name has words less": swap("data/actors.yml", "  aliases: [Annie Archer]\n", ""),
    "a person's family name comes last": swap(
        "data/actors.yml", "Wei, type: person, countries: [TW]", "Wei, type: person"
    ),
    "other persons' family name comes last": swap(
        "data/actors.yml", "Chong, type: person, countries: [TW]", "Chong, type: person"
    ),
    "a country has another name": put("data/countries.yml", "SY: {name: The Syrian Republic}\n"),
    "a country has another alias": put("data/countries.yml", "NO: {aliases: [Nothing]}\n"),
}


def _options(root: Path) -> Options:
    for path, text in FILES.items():
        put(path, text)(root)
    _picture("navy")(root)
    return Options(root=root, now=NOW)


def _is_same(warm: Way, options: Options, wanted: Shown, after: str) -> None:
    try:
        same(warm(options), wanted)
    except AssertionError as error:
        raise AssertionError(f"after this edit: {after}") from error


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shown]:
    """What is shown after each edit, and under no name before all of them, made anew."""
    shown = {}
    for name, step in {"": lambda _: None, **EDITS}.items():
        root = tmp_path_factory.mktemp("anew")
        options = _options(root)
        step(root)
        shown[name] = anew(options)
    return shown


@pytest.mark.parametrize("way", WAYS)
def test_after_each_edit_and_back_all_is_as_if_made_anew(way: str, tmp_path: Path, wanted: Mapping[str, Shown]) -> None:
    options, good = _options(tmp_path), wanted[""]
    warm = WAYS[way](tmp_path)
    same(warm(options), good)
    for name, step in EDITS.items():
        step(tmp_path)
        edited = wanted[name]
        assert edited != good, f"{name}: nothing is another"
        _is_same(warm, options, edited, name)
        (tmp_path / "data/articles/new.md").unlink(missing_ok=True)
        (tmp_path / "data/countries.yml").unlink(missing_ok=True)
        _options(tmp_path)
        _is_same(warm, options, good, f"{name}, and back")
