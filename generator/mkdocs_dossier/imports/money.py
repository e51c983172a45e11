"""Entities of FollowTheMoney (https://followthemoney.tech/) to rows: the properties that a record has a field for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mkdocs_dossier.imports.rows import Row, RowKind, Trouble
from mkdocs_dossier.imports.words import one_line
from mkdocs_dossier.model.edtf import EdtfError, parse_edtf
from mkdocs_dossier.read.yaml_tree import Mapping, Node, Scalar, Sequence

SCHEMATA: dict[str, tuple[RowKind, str]] = {
    "Person": ("actor", "person"),
    "Organization": ("actor", "organization"),
    "PublicBody": ("actor", "government"),
    "Company": ("actor", "company"),
    "LegalEntity": ("actor", "other"),
    "Event": ("event", ""),
}
"""What is imported: the kind of record, and the type of an actor."""

_SUMMARY = 300
_MOST = 100
"""Code points of a summary; values of one property that are read."""

_COUNTRIES = ("country", "nationality", "jurisdiction", "mainCountry", "citizenship")
_DATES = {
    "birthDate": "born",
    "deathDate": "died",
    "incorporationDate": "founded",
    "dissolutionDate": "dissolved",
}


def is_entity(value: dict[str, Any]) -> bool:
    return isinstance(value.get("schema"), str) and isinstance(value.get("properties"), dict)


def read_entity(
    entity: dict[str, Any], path: str, number: int, countries: frozenset[str]
) -> tuple[Row, tuple[Trouble, ...]] | str:
    """Return the row of an entity and what was left out of it, or the name of a schema that is not imported."""
    schema = one_line(str(entity["schema"]))[:80]
    if schema not in SCHEMATA:
        return schema
    kind, type = SCHEMATA[schema]
    properties = {str(key): tuple(texts(value)) for key, value in entity["properties"].items()}
    notes: list[Trouble] = []
    fields = dict(_actor(properties, type, number) if kind == "actor" else _event(properties, number))
    codes = tuple(_codes(properties, countries, path, number, notes))
    if codes:
        fields["countries"] = _list(codes, number)
    fields |= dict(_dates(properties, kind, path, number, notes))
    fields |= dict(_about(properties, number))
    names = dict(enumerate(fields, 1))
    root = Mapping(number, 1, {}, {key: Scalar(key, number, at) for at, key in names.items()})
    root.items.update({key: _moved(fields[key], at) for at, key in names.items()})
    key = one_line(str(entity.get("id") or ""))[:200]
    comment = f"from FollowTheMoney, {schema} {key}".rstrip()
    return Row(path, number, kind, root, names, key=key, comment=comment), tuple(notes)


def texts(value: Any) -> Iterator[str]:
    """The texts of a property; what it refers to with an object around counts by its id."""
    for item in (value if isinstance(value, list) else [value])[:_MOST]:
        text = item.get("id") if isinstance(item, dict) else item
        if isinstance(text, str) and (line := one_line(text)):
            yield line


Properties = dict[str, tuple[str, ...]]
Fields = Iterator[tuple[str, Node]]


def _actor(properties: Properties, type: str, line: int) -> Fields:
    names = properties.get("name", ()) or _from_parts(properties)
    if names:
        yield "name", Scalar(names[0], line, 1)
    yield "type", Scalar(type, line, 1)
    full = dict.fromkeys((*names[1:], *properties.get("alias", ()), *properties.get("previousName", ())))
    aliases: list[Node] = [Scalar(name, line, 1) for name in full if name not in names[:1]]
    for name in dict.fromkeys(properties.get("weakAlias", ())):
        if name not in full and name not in names:
            aliases.append(_mapping({"name": Scalar(name, line, 1), "weak": Scalar("true", line, 1)}, line))
    if aliases:
        yield "aliases", Sequence(line, 1, aliases)
    roles: list[Node] = [_mapping({"title": Scalar(title, line, 1)}, line) for title in properties.get("position", ())]
    if roles:
        yield "roles", Sequence(line, 1, roles)
    links: dict[str, Node] = {}
    for name, key in (("wikidataId", "wikidata"), ("website", "website")):
        if properties.get(name):
            links[key] = Scalar(properties[name][0], line, 1)
    if links:
        yield "links", _mapping(links, line)


def _from_parts(properties: Properties) -> tuple[str, ...]:
    """The name of a person who has none in one piece: `firstName lastName`."""
    parts = (properties.get(name, ("",))[0] for name in ("firstName", "middleName", "lastName"))
    name = " ".join(part for part in parts if part)
    return (name,) if name else ()


def _event(properties: Properties, line: int) -> Fields:
    titles = properties.get("name", ()) or properties.get("title", ())
    if titles:
        yield "title", Scalar(titles[0], line, 1)
    places = properties.get("location", ()) or properties.get("address", ())
    if places:
        yield "place", Scalar(places[0], line, 1)
    involved = tuple(dict.fromkeys((*properties.get("involved", ()), *properties.get("organizer", ()))))
    if involved:
        yield "actors", _list(involved, line)


def _codes(
    properties: Properties, countries: frozenset[str], path: str, line: int, notes: list[Trouble]
) -> Iterator[str]:
    """Yield the country codes, each once; what is none here is noted."""
    given = {value.upper(): name for name in reversed(_COUNTRIES) for value in properties.get(name, ())}
    for code, name in sorted(given.items()):
        if code in countries:
            yield code
        else:
            hint = "add it to countries.yml, and import again"
            notes.append(
                Trouble(path, line, name, f"'{code[:80]}' is no country here, so it is left out", hint, note=True)
            )


def _dates(properties: Properties, kind: RowKind, path: str, line: int, notes: list[Trouble]) -> Fields:
    if kind == "event":
        dates = {"date": _period(properties)}
    else:
        dates = {field: values[0] for name, field in _DATES.items() if (values := properties.get(name))}
    for field, value in dates.items():
        if not value:
            continue
        try:
            yield field, Scalar(parse_edtf(day_of(value)).text, line, 1)
        except EdtfError as error:
            notes.append(Trouble(path, line, field, f"{error}, so it is left out", note=True))


def day_of(text: str) -> str:
    """A time is a day here."""
    return "/".join(part.partition("T")[0].partition(" ")[0] for part in text.split("/"))


def _period(properties: Properties) -> str:
    if properties.get("date"):
        return properties["date"][0]
    start, end = (properties.get(name, ("",))[0] for name in ("startDate", "endDate"))
    return f"{start or '..'}/{end or '..'}" if (start and end and start != end) else start or end


def _about(properties: Properties, line: int) -> Fields:
    """A short text is the summary, a long one is for the editors alone."""
    texts = [text for name in ("summary", "description", "notes") for text in properties.get(name, ())]
    short = next((text for text in texts if len(text) <= _SUMMARY), None)
    if short is not None:
        yield "summary", Scalar(short, line, 1)
    rest = [text for text in texts if text != short]
    if rest:
        yield "notes", _list(tuple(rest), line)
    sources: list[Node] = [
        _mapping({"title": Scalar(_site(url), line, 1), "url": Scalar(url, line, 1)}, line)
        for url in properties.get("sourceUrl", ())
        if url.startswith(("http://", "https://")) and " " not in url
    ]
    if sources:
        yield "sources", Sequence(line, 1, sources)


def _site(url: str) -> str:
    return url.split("/")[2].removeprefix("www.") or url


def _list(values: tuple[str, ...], line: int) -> Sequence:
    return Sequence(line, 1, [Scalar(value, line, 1) for value in values])


def _mapping(items: dict[str, Node], line: int) -> Mapping:
    return Mapping(line, 1, items, {key: Scalar(key, line, 1) for key in items})


def _moved(node: Node, column: int) -> Node:
    """The same tree in a column: that of its field, by which a message names it."""
    if isinstance(node, Scalar):
        return node._replace(column=column)
    if isinstance(node, Sequence):
        return Sequence(node.line, column, [_moved(item, column) for item in node.items])
    items = {key: _moved(item, column) for key, item in node.items.items()}
    return Mapping(node.line, column, items, {key: Scalar(key, node.line, column) for key in items})
