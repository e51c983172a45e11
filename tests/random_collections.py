"""Random small collections, and random edits of them: of records, files, templates, options.

Ids and names come from small pools, so that records refer to each other, share names, and edits meet the same ones.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, ROOT

Record = dict[str, Any]
Key = tuple[str, str]
"""A section (`articles`, `actors`, `events`, `countries`), and an id or code in it."""

Records = Mapping[Key, Record]


@dataclass(frozen=True)
class Project:
    """apart: actors and events that have a file of their own. files: further ones, by path. settings: of `Options`."""

    records: Records
    apart: frozenset[Key] = frozenset()
    files: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=lambda: {"now": NOW})

    def texts(self) -> dict[str, str]:
        """Return all files by path."""
        lists: dict[str, dict[str, Record]] = {"actors": {}, "events": {}, "countries": {}}
        found: dict[str, str] = {}
        for (section, id), record in self.records.items():
            if section == "articles":
                found[f"data/articles/{id}.md"] = article_text(record)
            elif (section, id) in self.apart and section != "countries":
                found[f"data/{section}/{id}.yml"] = yaml_text(record)
            else:
                lists[section][id] = record
        found |= {f"data/{section}.yml": yaml_text(records) for section, records in lists.items() if records}
        return found | self.files

    def options(self, root: Path) -> Options:
        return Options(root=root, **self.settings)


def article_text(record: Record) -> str:
    head = {key: value for key, value in record.items() if key != "body"}
    return f"---\n{yaml_text(head)}---\n\n{record['body']}\n"


def yaml_text(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)


def write(project: Project, root: Path, before: Project | None = None) -> None:
    """Write the files of a project; those of `before` are there. What only has another name is renamed."""
    old, new = {} if before is None else before.texts(), project.texts()
    gone = {text: path for path, text in old.items() if path not in new}
    for path, text in new.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path not in old and text in gone:
            os.rename(root / gone.pop(text), target)
        elif old.get(path) != text:
            target.write_text(text, encoding="utf-8")
    for path in old.keys() - new.keys():
        (root / path).unlink(missing_ok=True)


# -- records -----------------------------------------------------------------------------------

ACTORS = ("guan", "guan-ping", "kerry", "kerry-group", "teresa", "xinhua", "russia-mod", "front")
EVENTS = ("visit", "talks", "war")
ARTICLES = ("2016/visit", "2016/talks", "2016/left", "brief", "other", "visit", "zeta/deep/one", "zeta/two")
CODES = ("CN", "SY", "RU", "NO", "GE", "ZZ")
NAMES = ("Guan Youfei", "Guan Ping", "John Kerry", "Teresa Kerry", "Kerry Group", "Xinhua", "Recep Tayyip Erdoğan")
ALIASES = (
    "Guan",
    "the admiral",
    "Adm. Guan",
    "The Ministry",
    "Front",
    "Forbes Kerry",
    "the Chinese side",
    "关友飞",
    "Georgia",
)
SURNAMES = ("Kerry", "Guan", "Erdogan", "KERRY")
HIDING = ("South China Sea", "Kerry Group", "Guan Hotel", "Norway spruce")
DATES = ("2016-08-18", "2016-08-20", "2016-08", "2016", "2016-08-17/2016-08-19", "2016-08-14~", "2016-02-29", "2015-09")
DAYS = ("2016-08-18", "2016-08-20", "2016-02-29", "2017-01-01", "2016-08-18T01:30:00+08:00")
WHEN = (
    *("on Wednesday", "on 17 August 2016", "yesterday", "in September 2015", "earlier this week", "next month"),
    *("on August 18", "in 2015", "2016-08-16", "on Sunday", "last year"),
)
PLACES = ("China", "Syria", "Norway", "Georgia", "Russia", "the South China Sea", "Beijing", "Zedland", "Damascus")
SENTENCES = (
    *("{who} met {other} in {place} {when}.", "{who} said {when} that {other} had left.", "Nothing happened."),
    *("The Chinese side was content, and {who} will be back {when}.", "In {place}, {other} was not seen."),
    *(
        "[[{id}]] and [[{id}|the envoy]] went to {place}.",
        "“Guan Hotel” is a house in {place}.",
        "KERRY GROUP sold it.",
    ),
    *("President Kerry and Envoy Guan met Guan Ping.", "KERRY LEAVES", "Teresa Kerry saw {other}."),
    *("So said the Syrian and Norwegian press {when}.", "The admiral spoke; Guan's men and Kerry listened."),
)
QUOTES = ("Nothing", "was not seen", "Guan's men", "met", "had left", "never said")


def _some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=most)


def _record(
    required: dict[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> st.SearchStrategy[Record]:
    return st.fixed_dictionaries(required, optional=optional)


def _in(values: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(values)


_COMMON: dict[str, st.SearchStrategy[Any]] = {
    "status": _in(("published", "published", "published", "published", "draft", "withheld")),
    "embargo": _in(("2025-12-31", "2025-12-31", "2025-12-31", "2026-01-02")),
    "notes": _in(("A secret.",)),
}
_SENTENCE = st.builds(
    str.format,
    _in(SENTENCES),
    who=_in(NAMES + ALIASES),
    other=_in(NAMES + SURNAMES),
    place=_in(PLACES),
    when=_in(WHEN),
    id=_in(ACTORS),
)
_SOURCE = st.one_of(
    _in(ARTICLES),
    _record({"article": _in(ARTICLES), "quote": _in(QUOTES)}, says=_in(("It was so.", "It was not."))),
    _record({"title": _in(("A report", "A book"))}, outlet=_in(("xinhua", "Example Post")), date=_in(DATES)),
)
_SUMMARY = _in(("A *short* text.", "An admiral, see [a page](https://example.org/).", "A man of the navy."))
_ALIAS = st.one_of(
    _in(ALIASES),
    _record({"name": _in(ALIASES)}, weak=st.just(True), case=st.just("any"), until=_in(("2016-08-19", "2015"))),
)
_ROLE = _record(
    {"title": _in(("Director", "Envoy", "President"))},
    **{
        "organization": _in(("russia-mod", "front", "A bureau")),
        "country": _in(CODES),
        "from": _in(("2015", "2016-08")),
        "until": _in(("2016-08-19", "2020")),
    },
    sources=_some(_SOURCE),
)
_RELATION = _record(
    {"type": _in(("member-of", "opposes", "friend")), "actor": _in(ACTORS)}, summary=_SUMMARY, sources=_some(_SOURCE, 1)
)
_PLACE = st.one_of(
    _in(PLACES),
    _record({"name": _in(PLACES)}, country=_in(CODES), lat=st.just(33.5), lon=_in(("36.3", "190")).map(float)),
)
RECORDS: dict[str, st.SearchStrategy[Record]] = {
    "articles": _record(
        {"title": _in(("Visit", "Talks in Beijing", "Kerry: no")), "date": _in(DAYS)}
        | {"body": st.lists(_SENTENCE, min_size=1, max_size=5).map(" ".join)},
        outlet=_in(("xinhua", "Xinhua", "Example Post")),
        mentions=st.dictionaries(
            _in(("Kerry", "Guan", "Syria", "yesterday")), _in(("kerry", "false", "SY", "2016-08-01"))
        ),
        actors=_some(_in(ACTORS)),
        countries=_some(_in(CODES)),
        events=_some(_in(EVENTS)),
        formerly=_some(_in(("before", "2015/visit", *ARTICLES[:1]))),
        lang=_in(("en", "en-GB", "fr")),
        temporal_coverage=_in(("2014", "2013-11/2014-03", "2016-08")),
        summary=_SUMMARY,
        **_COMMON,
    ),
    "actors": _record(
        {"name": _in(NAMES), "type": _in(("person", "person", "person", "media", "government", "armed-group"))},
        aliases=_some(_ALIAS, 3),
        countries=_some(_in(CODES)),
        surname=_in(("Kerry", "Youfei")),
        born=_in(("1950", "2016-08-19")),
        summary=_SUMMARY,
        roles=_some(_ROLE),
        relations=_some(_RELATION),
        formerly=_some(_in(("y-guan", "jk", *ACTORS[:2]))),
        sources=_some(_SOURCE),
        **{"not": _some(_in(HIDING))},
        **_COMMON,
    ),
    "events": _record(
        {"title": _in(("A visit", "Talks", "The war")), "date": _in(DATES)},
        type=_in(("meeting", "attack")),
        place=_PLACE,
        countries=_some(_in(CODES)),
        actors=_some(st.one_of(_in(ACTORS), _record({"actor": _in(ACTORS)}, role=_in(("host", "guest"))))),
        part_of=_in(EVENTS),
        known_by_date=st.booleans(),
        formerly=_some(_in(("trip", *EVENTS[:1]))),
        summary=_SUMMARY,
        sources=_some(_SOURCE),
        **_COMMON,
    ),
    "countries": _record(
        {"name": _in(("Zedland", "The Middle Kingdom"))},
        aliases=_some(_in(("Zedland", "Georgia", "the Kingdom"))),
        summary=_SUMMARY,
        **{"not": _some(_in(HIDING))},
        **_COMMON,
    ),
}
IDS = {"articles": ARTICLES, "actors": ACTORS, "events": EVENTS, "countries": CODES}

_KEYS = st.one_of([st.tuples(st.just(section), _in(ids)) for section, ids in IDS.items()])


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Draw a collection of some articles and records."""
    records: dict[Key, Record] = {}
    for section, least in (("articles", 3), ("actors", 4), ("events", 1), ("countries", 0)):
        for id in sorted(draw(st.sets(_in(IDS[section]), min_size=least))):
            records[section, id] = draw(RECORDS[section])
    return Project(records, draw(st.frozensets(_KEYS, max_size=3)))


# -- edits -------------------------------------------------------------------------------------


@st.composite
def histories(draw: st.DrawFn, least: int, most: int) -> list[Project]:
    """Draw a collection, and what becomes of it edit by edit."""
    project = draw(projects())
    history = [project]
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=least, max_size=most)):
        project = edit(draw, project)
        history.append(project)
    return history


def _key(draw: st.DrawFn, project: Project) -> Key:
    """Draw which record is edited: one that is there."""
    section = draw(_in(tuple(dict.fromkeys(section for section, _ in project.records))))
    return draw(st.sampled_from([key for key in project.records if key[0] == section]))


def _with(project: Project, records: Records) -> Project:
    return replace(project, records=records) if records else project


def _put(draw: st.DrawFn, project: Project) -> Project:
    key = draw(_KEYS)
    return _with(project, {**project.records, key: draw(RECORDS[key[0]])})


def _remove(draw: st.DrawFn, project: Project) -> Project:
    gone = _key(draw, project)
    return _with(project, {key: record for key, record in project.records.items() if key != gone})


def _rename(draw: st.DrawFn, project: Project) -> Project:
    section, id = _key(draw, project)
    new = section, draw(_in(IDS[section]))
    rest = {key: record for key, record in project.records.items() if key != new or new == (section, id)}
    return _with(project, {new if key == (section, id) else key: record for key, record in rest.items()})


_FIELDS = {
    "articles": ("body", "body", "mentions", "date", "title", "status", "outlet", "events", "formerly"),
    "actors": ("name", "aliases", "not", "type", "status", "roles", "relations", "formerly"),
    "events": ("date", "sources", "status", "place", "part_of", "title", "formerly"),
    "countries": ("aliases", "not", "name", "status"),
}


def _change(draw: st.DrawFn, project: Project) -> Project:
    """Give a record one field of another, or take it away."""
    key = _key(draw, project)
    field, other = draw(_in(_FIELDS[key[0]])), draw(RECORDS[key[0]])
    changed = {name: value for name, value in project.records[key].items() if name != field}
    changed |= {field: other[field]} if field in other else {}
    return _with(project, {**project.records, key: changed})


def _order(draw: st.DrawFn, project: Project) -> Project:
    return replace(project, records=dict(reversed(project.records.items())))


def _move(draw: st.DrawFn, project: Project) -> Project:
    """Give a record a file of its own, or put it back into the list."""
    return replace(project, apart=project.apart ^ {_key(draw, project)})


def _file(draw: st.DrawFn, project: Project) -> Project:
    """Put a file there that is not read, or is broken, or take it away."""
    places = ("data/articles/stray.txt", "data/events.yaml", "data/actors/broken.yml", "data/articles/broken.md")
    places += ("data/actors/more/kerry.yml", "data/actors/more/kerry.yml")  # of which another may have the id
    texts = (None, None, "", "{name: [}\n", "---\ntitle: A\n---\n", "name: B\n", _DRAFT, _DRAFT, _DRAFT[:-14])
    return _with_file(project, draw(_in(places)), draw(st.sampled_from(texts)))


_DRAFT = "name: Guan Ping\ntype: person\nstatus: draft\n"


def _template(draw: st.DrawFn, project: Project) -> Project:
    """Give the project a template of its own, or take it away."""
    name, more = draw(_in(_TEMPLATES)), draw(st.sampled_from((None, "\nMore.\n", "{{ page.nothing }}", "{% if %}")))
    text = None if more is None else (_PAGES / name).read_text(encoding="utf-8") + more
    return _with_file(project, f"templates/pages/{name}", text)


_PAGES = ROOT / "templates/pages"
_TEMPLATES = tuple(sorted(path.relative_to(_PAGES).as_posix() for path in _PAGES.rglob("*.jinja")))


def _with_file(project: Project, path: str, text: str | None) -> Project:
    rest = {name: content for name, content in project.files.items() if name != path}
    return replace(project, files=rest if text is None else {**rest, path: text})


def _set(draw: st.DrawFn, project: Project) -> Project:
    name = draw(_in(tuple(_SETTINGS)))
    return replace(project, settings={**project.settings, name: draw(st.sampled_from(_SETTINGS[name]))})


_SETTINGS: dict[str, tuple[Any, ...]] = {
    "maps": (True, False),
    "drafts": (True, False),
    "max_file_size": (5_000_000, 300),
    "now": (NOW, datetime(2026, 1, 2, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)),
}
_EDITS = (_change, _change, _change, _put, _put, _rename, _rename, _remove, _move, _order, _file, _template, _set)
