"""Collections with private records in them, and the same with these, their traces and all notes deleted.

Hypothesis draws the collection and what of it is private. Private names are those that public texts say as well, so
that they would change what is linked; and each private record is full of words that stand nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tests.random_collections import Key, Project, Record, Records, article_text, projects, yaml_text

CANARY = "zilpzalp"
"""Stands in every private field, and nowhere else."""

NEVER = "2999-12-31"
WAYS: tuple[Record, ...] = (
    {"status": "draft"},
    {"status": "withheld"},
    {"embargo": "2026-01-02"},
    {"embargo": NEVER, "status": "published"},
)
"""What makes a record private on the day of the tests, or for as long as there are any."""

SECTIONS = {"actor": "actors", "event": "events", "article": "articles", "country": "countries"}


@st.composite
def private_projects(draw: st.DrawFn, ways: tuple[Record, ...] = WAYS) -> tuple[Project, Project]:
    """Draw a collection without faults, in which some records are private, and the same with these deleted."""
    project = sound(draw(projects()))
    keys = sorted(project.records)
    private = draw(st.sets(st.sampled_from(keys), min_size=1, max_size=len(keys) - 1))
    public = {
        key: _opened(record) | _moved(key, "was") for key, record in project.records.items() if key not in private
    }
    for section, id in sorted(private):
        heirs = sorted(key for key in public if key[0] == section != "countries" and len(public[key]["formerly"]) == 1)
        if heirs and draw(st.booleans()):
            heir = draw(st.sampled_from(heirs))
            public[heir] = public[heir] | {"formerly": [*public[heir]["formerly"], id]}
    closed = {key: _closed(project.records[key], key, draw(st.sampled_from(ways))) for key in sorted(private)}
    for key in draw(st.sets(st.sampled_from(sorted(private)))):
        closed[key] |= _claiming(draw, key, keys)
    noted = draw(st.sets(st.sampled_from(sorted(public)))) if public else set()
    order = draw(st.permutations(keys))
    present = {key: closed.get(key) or public[key] | (NOTES if key in noted else {}) for key in order}
    present |= {key: OWN[key] for key in draw(st.sets(st.sampled_from(sorted(OWN))))}
    # Copies: in YAML, what stands in two records would be an anchor, which is refused.
    filed = sorted(key for key in public if key[0] != "countries")
    twins = draw(st.sets(st.sampled_from(filed))) if filed else set()
    files = dict(_twin(key, _closed(public[key], key, draw(st.sampled_from(ways)))) for key in sorted(twins))
    apart = project.apart - twins
    without = replace(project, records=deleted(public, private), apart=apart)
    return replace(project, records=deepcopied(present), apart=apart, files=files), without


def deepcopied(records: Records) -> Records:
    return {key: deepcopy(record) for key, record in records.items()}


# -- what is private ---------------------------------------------------------------------------

NOTES: Record = {"notes": [f"{CANARY} said so", {"by": CANARY}]}
_EXTERNAL: Record = {
    "title": f"A {CANARY} book",
    "url": f"https://{CANARY}.example.org/",
    "says": f"{CANARY} was there",
}

OWN: dict[Key, Record] = {
    ("actors", f"{CANARY}-actor"): {
        "name": f"Mr {CANARY.title()}",
        "type": "media",
        "aliases": ["Kerry", "Xinhua", "China", f"the {CANARY}"],
        "not": ["Guan Youfei", "John Kerry met"],
        "countries": ["CL"],
        "relations": [{"type": "opposes", "actor": f"{CANARY}-actor"}],
        "embargo": NEVER,
    },
    ("events", f"{CANARY}-event"): {
        "title": f"A {CANARY} event",
        "date": "2016-08-19",
        "place": {"name": "Santiago", "country": "CL", "lat": -33.4, "lon": -70.6},
        "actors": [f"{CANARY}-actor"],
        "status": "draft",
    },
    ("articles", f"2016/{CANARY}-article"): {
        "title": f"The {CANARY}",
        "date": "2016-08-19",
        "outlet": f"{CANARY}-actor",
        "lang": "de",
        "status": "withheld",
        "body": "Guan Youfei, Kerry and Xinhua met in Chile and China on 3 May 2014. Erdogan was there.",
    },
    ("countries", "QZ"): {"name": CANARY.title(), "aliases": ["Kerry", "Damascus", "Front"], "status": "draft"},
}
"""Private records that no public one knows of, with names that the others say."""


def _closed(record: Record, key: Key, way: Record) -> Record:
    """The record, private, with the word in all its fields that may hold any text."""
    kept = {name: value for name, value in record.items() if name not in ("status", "embargo", "formerly")}
    more: Record = {"summary": f"A *{CANARY}* and [a page](https://{CANARY}.example.org/)."}
    match key[0]:
        case "actors":
            more |= {
                "aliases": [*kept.get("aliases", ()), f"the {CANARY}", {"name": CANARY.upper(), "case": "any"}],
                "roles": [*kept.get("roles", ()), {"title": f"Chief {CANARY}", "organization": f"The {CANARY} office"}],
                "relations": [*kept.get("relations", ()), {"type": CANARY, "actor": key[1], "summary": CANARY}],
                "links": {CANARY: f"https://{CANARY}.example.org/"},
                "sources": [*kept.get("sources", ()), _EXTERNAL],
            }
        case "events":
            more |= {"type": CANARY, "sources": [*kept.get("sources", ()), _EXTERNAL], "title": f"{CANARY} again"}
            more |= {"place": {"name": CANARY, "lat": 1.0, "lon": 2.0, "precision": CANARY}}
        case "articles":
            based = [{"title": CANARY, "outlet": CANARY, "url": f"https://{CANARY}.example.org/a"}]
            more |= {"authors": [CANARY], "url": f"https://{CANARY}.example.org/b", "based_on": based}
            more |= {
                "title": f"{kept['title']} {CANARY}",
                "body": f"{kept['body']}\n\nThe {CANARY} sang on 3 May 2013.",
            }
        case _:
            more |= {"aliases": [*kept.get("aliases", ()), CANARY]}
    return kept | more | _moved(key, f"was-{CANARY}") | NOTES | way


def _opened(record: Record) -> Record:
    return {name: value for name, value in record.items() if name not in ("status", "embargo", "notes", "formerly")}


def _moved(key: Key, word: str) -> Record:
    """What a record was called formerly, as no other one is."""
    return {} if key[0] == "countries" else {"formerly": [f"{key[1]}-{word}"]}


def _claiming(draw: st.DrawFn, key: Key, keys: list[Key]) -> Record:
    """What a private record was called formerly, as others are or were."""
    others = sorted(id for section, id in keys if section == key[0] and (section, id) != key)
    if key[0] == "countries" or not others:
        return {}
    other = draw(st.sampled_from(others))
    return {"formerly": [other, f"{other}-was", f"{key[1]}-was"]}


def _twin(key: Key, record: Record) -> tuple[str, str]:
    """A private record with the id of a public one, in a file of its own: its path and text."""
    section, id = key
    if section == "articles":
        return f"data/articles/{id.title()}.md", article_text(record)
    return f"data/{section}/{CANARY}/{id}.yml", yaml_text(record)


# -- what deleting them leaves -----------------------------------------------------------------


def deleted(public: Records, gone: set[Key]) -> dict[Key, Record]:
    """Return the records without any reference to those that are gone. A country of the world stays where only what
    `countries.yml` says of it is gone.
    """
    gone = gone - {("countries", code) for code in _BUILT_IN}
    return {key: _without(record, lambda kind, id: (SECTIONS[kind], id) in gone) for key, record in public.items()}


Gone = Callable[[str, str], bool]
"""Whether a record of a kind is not there."""


def _without(record: Record, gone: Gone) -> Record:
    """Return a record without its references to what is gone; field by field, as the manual has them."""
    changed = dict(record)
    for field, kind in (("countries", "country"), ("events", "event")):
        if field in record:
            changed[field] = [id for id in record[field] if not gone(kind, id)]
    if "actors" in record:
        changed["actors"] = [one for one in record["actors"] if not gone("actor", _id(one, "actor"))]
    if "sources" in record:
        changed["sources"] = _sources(record["sources"], gone)
    for field in ("roles", "relations"):
        if field in record:
            claims = [_claim(claim, gone) for claim in record[field]]
            changed[field] = [claim for claim in claims if claim is not None]
    if isinstance(record.get("place"), dict):
        changed["place"] = _unless(record["place"], "country", "country", gone)
    if "mentions" in record:
        changed["mentions"] = {phrase: to for phrase, to in record["mentions"].items() if not _names(to, gone)}
    if "body" in record:
        changed["body"] = re.sub(
            r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]",
            lambda link: link[2] or link[1] if gone("actor", link[1]) else link[0],
            record["body"],
        )
    changed = _unless(changed, "outlet", "actor", gone)
    return _unless(changed, "part_of", "event", gone)


def _id(one: Any, key: str) -> str:
    return str(one[key] if isinstance(one, dict) else one)


def _sources(sources: list[Any], gone: Gone) -> list[Any]:
    return [s for s in sources if (isinstance(s, dict) and "title" in s) or not gone("article", _id(s, "article"))]


def _claim(claim: Record, gone: Gone) -> Record | None:
    if "actor" in claim and gone("actor", claim["actor"]):
        return None
    changed = claim | ({"sources": _sources(claim["sources"], gone)} if "sources" in claim else {})
    return _unless(_unless(changed, "organization", "actor", gone), "country", "country", gone)


def _names(value: str, gone: Gone) -> bool:
    return gone("country" if re.fullmatch("[A-Z]{2}", value) else "actor", value)


def _unless(record: Record, field: str, kind: str, gone: Gone) -> Record:
    if field in record and gone(kind, record[field]):
        return {name: value for name, value in record.items() if name != field}
    return record


# -- collections without faults ----------------------------------------------------------------

_BUILT_IN = ("CN", "SY", "RU", "NO", "GE")


def sound(project: Project) -> Project:
    """Return a collection like this one of which a site is built: every reference leads to a record."""
    records = project.records
    ids = {kind: {id for where, id in records if where == section} for kind, section in SECTIONS.items()}
    ids["country"] |= set(_BUILT_IN)

    def gone(kind: str, id: str) -> bool:
        return bool(re.fullmatch("[a-z0-9/-]+|[A-Z]{2}", id)) and id != "false" and id not in ids[kind]

    bodies = {id: record["body"] for (section, id), record in records.items() if section == "articles"}
    return replace(project, records={key: _quoting(_without(r, gone), bodies) for key, r in records.items()})


def _quoting(value: Any, bodies: dict[str, str]) -> Any:
    """Leave out each quote that does not stand in its article, and each place that is not on the globe."""
    if isinstance(value, list):
        return [_quoting(item, bodies) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _quoting(item, bodies) for key, item in value.items()}
    if "quote" in kept and kept["quote"] not in bodies.get(kept.get("article", ""), ""):
        del kept["quote"]
    if kept.get("lon", 0) > 180:
        del kept["lon"]
    return kept
