"""A collection whose data are written in Greek letters alone, so that every other word on its pages is the interface's.

It has what makes pages tell all that they can: offices with and without an end, sources that differ, names in other
languages, dates of every kind, places on a map, an outlet with many articles, more of everything than is shown at once.
"""

from __future__ import annotations

from pathlib import Path

SETTINGS = """\
site_name: Συλλογή
site_description: Δοκιμή
site_url: https://example.org/
repo_url: https://example.org/r
edit_uri: edit/
theme: {name: dossier}
plugins:
  - dossier: {search: false, language: LANGUAGE}
"""

_WORDS = (
    "Αλφα Βητα Γαμμα Δελτα Ζητα Θητα Ιωτα Καππα Λαμδα Μικρον Νεον Ξενον Ομικρον Πιον Ροδον Σιγμα Ταυρον Φιλον".split()
)

_PERSON = """\
alpha:
  name: Αλφα Ωμεγα
  type: person
  formerly: [alfa]
  countries: [QX, SY]
  summary: Ενας *ανθρωπος*.
  born: 1950-03
  aliases:
    - {name: Αλφος, from: 2001, until: 2005}
    - {name: Αλφιδης, lang: el}
    - {name: Αλφινος, lang: zh-Hans}
    - {name: Αλφατος, lang: und}
    - Αλφεας
    - Αλφειος
    - Αλφυς
    - Αλφων
    - Αλφωνιδης
    - Αλφωναξ
  roles:
    - {title: Αρχων, organization: omada, from: 2010-05-01, until: 2014, sources: [one]}
    - {title: Γραμματευς, organization: Κατι, country: QX, from: "2014~"}
    - {title: Ταμιας, until: 2003?}
    - {title: Φυλαξ}
  relations:
    - {type: member-of, actor: omada, from: 2001, summary: Φιλια}
    - {type: opposes, actor: beta}
    - {type: φιλος, actor: gamma, until: "2011~"}
  links: {wikidata: Q1, website: "https://example.org/x", Σελις: "https://example.org/y", Σημα: αβγ}
  sources:
    - one
    - {article: one, quote: ηρθε στην πολη}
    - {title: Βιβλος, outlet: Οικος, date: 2001-02, url: "https://example.org/b", archived: "https://example.org/a"}
omada:
  name: Ομαδα Μια
  type: armed-group
  founded: 1999-04-01/1999-06
  dissolved: ../2015
outlet:
  name: Εφημερις
  type: media
"""

_EVENTS = """\
first:
  title: Συναντηση πρωτη
  date: 2016-08-14
  type: meeting
  place: {name: Πολη, country: SY, lat: 33.5, lon: 36.3}
  actors: [{actor: alpha, role: Ξενιος}, beta, omada]
  countries: [QX]
  summary: Ηρθαν.
  part_of: wide
  sources:
    - {article: one, says: Πεντε}
    - {title: Βιβλος, says: Εξι}
    - one
wide: {title: Μεγα, date: 2016-08, actors: [alpha]}
about:
  title: Περιπου
  date: "2012-03-04~"
  actors: [alpha]
  place: {name: Χωρα, lat: 33.6, lon: 36.2, precision: region}
doubtful: {title: Αδηλον, date: "2011?", actors: [alpha, gamma]}
long: {title: Μακρον, date: 2016-08-17/2016-09-02, type: aid, actors: [alpha]}
short: {title: Βραχυ, date: 2016-08-17/2016-08-19, type: κατι, actors: [alpha]}
open: {title: Ανοιχτον, date: 2016-08-20/.., type: vote}
ancient: {title: Παλαιον, date: 0079-08-24, type: other, actors: [alpha]}
"""


def write(project: Path, language: str) -> Path:
    """Write the project, and return its folder."""
    files = {
        "mkdocs.yml": SETTINGS.replace("LANGUAGE", language),
        "docs/about.md": "# Περι\n\nΚειμενο.\n\n## Αλφα\n\n## Βητα\n\n## Γαμμα\n\n```\nαβγ\n```\n",
        "data/actors.yml": _PERSON + "".join(_other(n, word) for n, word in enumerate(_WORDS)),
        "data/events.yml": _EVENTS + "".join(_event(n) for n in range(40)),
        "data/countries.yml": "QX: {name: Χωρα, aliases: [Χωρας]}\n",
        "data/articles/one.md": _article(
            0,
            "Ο Αλφα Ωμεγα ηρθε στην πολη χθες. Η Χωρα χαρηκε στις 2016-08-17.",
            "url: https://example.org/1\narchived: https://example.org/2\nauthors: [Γραφευς, Συγγραφευς]\n"
            "events: [first]\nactors: [gamma]\nsummary: Περιληψη.\n"
            "based_on: [{title: Πηγη, outlet: Οικος, date: 2016-08-01}]\n",
        ),
    }
    for n in range(1, 45):
        one, other = _WORDS[n % 16 + 1], _WORDS[(n * 7) % 16 + 1]
        text = f"Ο Αλφα Ωμεγα και {one} {one}ος και {other} {other}ος ειδαν την Χωρα στις 2016-08-{n % 28 + 1:02}."
        files[f"data/articles/more-{n}.md"] = _article(n, text)
    for path, text in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project


_IDS = {1: "beta", 2: "gamma"}


def _other(n: int, word: str) -> str:
    id = _IDS.get(n, f"actor-{n}")
    return f"{id}:\n  name: {word} {word}ος\n  type: person\n  countries: [QX]\n" if n else ""


def _event(n: int) -> str:
    place = f"place: {{name: Τοπος, lat: {33.5 + n % 3}, lon: 36.3}}" if n % 2 else "place: Τοπος"
    return f"event-{n}: {{title: Γεγονος {n}, date: 2016-08-{n % 20 + 1:02}, type: clash, actors: [alpha], {place}}}\n"


def _article(n: int, text: str, more: str = "") -> str:
    day = f"{2014 + n % 4}-{n % 12 + 1:02}-{n % 28 + 1:02}" if n else "2016-08-18"
    return f"---\ntitle: Αρθρον {n}\ndate: {day}\noutlet: outlet\nlang: el\n{more}---\n\n{text}\n"
