"""Actors and events in bulk: CSV, JSON Lines, FollowTheMoney; errors by row and column."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterable

import pytest

from mkdocs_dossier.imports.batch import Destination, Ids, RecordFile, record_files
from mkdocs_dossier.imports.cells import Cells
from mkdocs_dossier.imports.draft import Refusal
from mkdocs_dossier.imports.import_kind import ImportKind
from mkdocs_dossier.imports.json_lines import read_json_lines
from mkdocs_dossier.imports.kinds import kind_of
from mkdocs_dossier.imports.rows import RowKind, Rows
from mkdocs_dossier.imports.sheets import sheet_rows
from mkdocs_dossier.imports.table import How, read_cells, read_table
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.read.yaml_tree import parse_yaml, plain

COUNTRIES = frozenset(built_in_territories())
IDS = Ids(
    {"actor": frozenset(("jane-roe",)), "event": frozenset(), "article": frozenset(), "country": COUNTRIES},
    {"actor": frozenset(("j-roe",)), "event": frozenset()},
    {"actor": {"jane-roe": "data/actors.yml"}, "event": {}},
    {"jane roe": "jane-roe"},
    frozenset(("actor", "event", "article", "country")),
)


def _made(*read: Rows, place: Destination | None = None) -> tuple[dict[str, object], list[str]]:
    """The records by path, each as plain values, and what is wrong, a line each."""
    files, troubles = record_files([row for rows in read for row in rows.rows], IDS, place or Destination())
    return _plain(files), [str(trouble) for rows in read for trouble in rows.troubles] + [str(one) for one in troubles]


def _plain(files: Iterable[RecordFile]) -> dict[str, object]:
    found = {}
    for file in files:
        root, problems = parse_yaml(file.text, file.path)
        assert root is not None and not problems
        found[file.path.removeprefix("data/")] = plain(root)
    return found


def _csv(text: str, kind: RowKind | None = None, name: str = "actors.csv") -> Rows:
    return read_table(text, name, kind)


def test_a_table_becomes_records_as_drafts() -> None:
    made, wrong = _made(
        _csv(
            "name,type,countries,aliases,born,links.wikidata,roles.title,roles.from,summary\n"
            'Max Muster,person,cn;SY,"M. Muster; The Admiral",1957,Q1,Admiral,2015-03,"He said: ""no"".\nTwice."\n'
            "Example Navy,military,,,,,,,\n"
        )
    )
    assert wrong == []
    assert made == {
        "actors/max-muster.yml": {
            "status": "draft",
            "name": "Max Muster",
            "type": "person",
            "aliases": ["M. Muster", "The Admiral"],
            "countries": ["CN", "SY"],
            "summary": 'He said: "no". Twice.',
            "born": "1957",
            "roles": [{"title": "Admiral", "from": "2015-03"}],
            "links": {"wikidata": "Q1"},
        },
        "actors/example-navy.yml": {"status": "draft", "name": "Example Navy", "type": "military"},
    }


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffname;type;countries\nA B;person;SY\n",
        "name\ttype\tcountries\r\nA B\tperson\tSY\r\n",
        "\n name , type , countries \n\n A B , person , SY \n , , \n",
        'type,"name",countries,\nperson,"A B",sy,\n',
    ],
)
def test_separators_marks_and_blanks_do_not_matter(text: str) -> None:
    made, wrong = _made(_csv(text))
    assert wrong == []
    assert made == {"actors/a-b.yml": {"status": "draft", "name": "A B", "type": "person", "countries": ["SY"]}}


def test_errors_name_the_row_and_the_column_and_other_rows_are_read() -> None:
    made, wrong = _made(
        _csv(
            "id,name,type,countries,born\n,A,persn,,\n,B,person,XX,\n,C,person,SY,20166\n,D,,,\nE F,E,person,,\n"
            ",Jane Roe,person,,\n,G,person,,\n,G,person,,\n,H,person\n,I,person,,,x\n,J. Roe,person\n"
        )
    )
    assert list(made) == ["actors/g.yml", "actors/h.yml"]
    assert sorted(wrong) == [
        "actors.csv:11: more cells (6) than columns (5) (put quotes around a cell that holds the separator)",
        "actors.csv:12:id: a record was called 'j-roe' before (links to that address lead on; give another id)",
        "actors.csv:2:type: 'persn' is not a known type (did you mean 'person'?)",
        "actors.csv:3:countries: there is no country 'XX'",
        "actors.csv:4:born: '20166' is not a date (born: Date of birth (EDTF).)",
        "actors.csv:5: 'type' is missing (type: What kind of actor it is.)",
        "actors.csv:6:id: 'E F' is not an id (a-z, 0-9 and hyphens, as 'e-f')",
        "actors.csv:7:id: there is 'jane-roe' already, in data/actors.yml (nothing is written over; change that "
        "record, or give another id)",
        "actors.csv:9:id: 'g' is the id of row 8 of actors.csv (give each an id of its own, in a column 'id')",
    ]


def test_an_unknown_column_is_told_once_with_what_was_meant() -> None:
    made, wrong = _made(_csv("name,type,alises,place.name\nA,person,x,y\nB,person,x,y\n", "actor"))
    assert list(made) == ["actors/a.yml", "actors/b.yml"]
    assert wrong[0] == (
        "actors.csv:1:alises: there is no field of this name, so it is left out "
        """(did you mean 'aliases'?; else --ignore "alises", or --map "alises=…")"""
    )
    assert wrong[1].startswith("actors.csv:1:place.name: there is no field of this name")
    assert len(wrong) == 2


def test_events_have_places_and_actors_of_the_collection_and_of_other_tables() -> None:
    made, wrong = _made(
        _csv("name,type\nMax Muster,person\nX,persn\n"),
        _csv(
            "title,date,place.name,place.country,place.lat,place.lon,actors\n"
            "Talks,2016-08-18,Port,SY,33.5,36.3,jane-roe;max-muster\nTalks,2016-08-19,,,,,\nLost,2016,,,,,Jane R\n",
            name="list.csv",
        ),
    )
    assert wrong == [
        "actors.csv:3:type: 'persn' is not a known type (did you mean 'person'?)",
        "list.csv:4:actors: there is no actor 'Jane R' (did you mean 'jane-roe'?)",
    ]
    assert made["events/talks.yml"] == {
        "status": "draft",
        "title": "Talks",
        "date": "2016-08-18",
        "place": {"name": "Port", "country": "SY", "lat": "33.5", "lon": "36.3"},
        "actors": ["jane-roe", "max-muster"],
    }
    assert list(made) == ["actors/max-muster.yml", "events/talks.yml", "events/talks-2016-08-19.yml"]


def test_what_refers_to_a_row_that_is_not_imported_is_not_imported_either() -> None:
    actors = _csv("name,type,relations.type,relations.actor\nA,person,ally-of,b\nB,person,ally-of,c\n")
    made, wrong = _made(actors)
    assert made == {}
    assert [line.partition(" (")[0] for line in wrong] == [
        "actors.csv:3:relations.actor: there is no actor 'c'",
        "actors.csv:2:relations.actor: there is no actor 'b'",
    ]


def test_a_status_column_counts_more_than_the_default() -> None:
    text = "name,type,status\nA,person,published\nB,person,withheld\nC,person,\nD,persn,draft\nE,person,hidden\n"
    made, wrong = _made(_csv(text), place=Destination(status="published"))
    assert [record.get("status") for record in made.values()] == [None, "withheld", None]  # type: ignore[attr-defined]
    assert [line.partition(" (")[0] for line in wrong] == [
        "actors.csv:5:type: 'persn' is not a known type",
        "actors.csv:6:status: this is no known status",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n1,2\n", "nobody knows what these rows are"),
        ("name,name,type\nA,B,person\n", "this column stands here twice"),
        ("", "this is no table"),
        ('name,type\n"A,person\n', "'type' is missing"),
    ],
)
def test_a_table_that_cannot_be_read_is_named(text: str, message: str) -> None:
    made, wrong = _made(_csv(text, name="x.csv"))
    assert made == {}
    assert message in wrong[0]


def _lines(*values: object) -> Rows:
    return read_json_lines(
        "\n".join(json.dumps(value, ensure_ascii=False) for value in values), "x.jsonl", None, COUNTRIES
    )


def test_json_lines_have_the_fields_of_the_yaml() -> None:
    made, wrong = _made(
        _lines(
            {
                "name": "A B",
                "type": "person",
                "aliases": ["A", {"name": "B", "weak": True}],
                "born": 1957,
                "died": None,
            },
            {"title": "T", "date": "2016-08-18", "place": {"name": "P", "lat": 1.50}},
        )
    )
    assert wrong == []
    assert made["actors/a-b.yml"] == {
        "status": "draft",
        "name": "A B",
        "type": "person",
        "aliases": ["A", {"name": "B", "weak": "true"}],
        "born": "1957",
    }
    assert made["events/t.yml"] == {
        "status": "draft",
        "title": "T",
        "date": "2016-08-18",
        "place": {"name": "P", "lat": "1.5"},
    }


def test_errors_in_json_lines_name_the_line_and_the_field() -> None:
    deep: object = "x"
    for _ in range(50):
        deep = [deep]
    rows = _lines(
        {"name": "A", "type": "persn"}, {"name": "B", "typ": "person"}, {"name": "C", "type": "person", "notes": deep}
    )
    more = read_json_lines('{"name": "D"\n[1]\n{"x": 1}\n' + "[" * 100_000, "y.jsonl", None, COUNTRIES)
    made, wrong = _made(rows, more)
    assert made == {}
    starts = [
        "x.jsonl:3: this nests deeper than 20 levels",
        "y.jsonl:1: this line is not JSON",
        "y.jsonl:2: this line is no JSON object",
        "y.jsonl:3: nobody knows what this is",
        "y.jsonl:4: this line is not JSON",
        "x.jsonl:1:type: 'persn' is not a known type (did you mean 'person'?)",
        "x.jsonl:2:typ: unknown key 'typ'",
    ]
    assert [line[: len(start)] for line, start in zip(wrong, starts, strict=True)] == starts


ENTITIES = (
    {
        "id": "ftm-1",
        "schema": "Person",
        "properties": {
            "name": ["Max Muster", "Muster, Max"],
            "alias": ["The Admiral"],
            "weakAlias": ["Muster"],
            "nationality": ["cn"],
            "country": ["zz"],
            "birthDate": ["1957-03"],
            "deathDate": ["unknown"],
            "position": ["Admiral"],
            "wikidataId": ["Q1"],
            "website": ["https://example.org/max"],
            "sourceUrl": ["https://www.example.org/list"],
            "summary": ["An invented admiral."],
            "notes": ["A long note. " * 40],
        },
    },
    {"id": "ftm-2", "schema": "Company", "properties": {"name": ["Example Ltd"], "incorporationDate": ["2001-02-03"]}},
    {"id": "ftm-3", "schema": "PublicBody", "properties": {"name": ["Port Authority"], "jurisdiction": ["sy"]}},
    {"id": "ftm-4", "schema": "Organization", "properties": {"name": ["Port Authority"], "dissolutionDate": ["2020"]}},
    {"id": "ftm-5", "schema": "Membership", "properties": {"member": ["ftm-1"]}},
    {"id": "ftm-6", "schema": "Membership", "properties": {}},
    {
        "id": "ftm-7",
        "schema": "Event",
        "properties": {
            "name": ["Visit"],
            "startDate": ["2016-08-17"],
            "endDate": ["2016-08-18T10:00:00"],
            "location": ["Port"],
            "involved": ["ftm-1", "ftm-9"],
        },
    },
    {"id": "ftm-8", "schema": "Company", "properties": {"alias": ["Nameless"]}},
)


def test_follow_the_money_entities_become_records() -> None:
    rows = _lines(*ENTITIES)
    made, wrong = _made(rows)
    assert made == {
        "actors/max-muster.yml": {
            "status": "draft",
            "name": "Max Muster",
            "type": "person",
            "aliases": ["Muster, Max", "The Admiral", {"name": "Muster", "weak": "true"}],
            "countries": ["CN"],
            "summary": "An invented admiral.",
            "born": "1957-03",
            "roles": [{"title": "Admiral"}],
            "links": {"wikidata": "Q1", "website": "https://example.org/max"},
            "notes": [("A long note. " * 40).strip()],
            "sources": [{"title": "example.org", "url": "https://www.example.org/list"}],
        },
        "actors/example-ltd.yml": {
            "status": "draft",
            "name": "Example Ltd",
            "type": "company",
            "founded": "2001-02-03",
        },
        "actors/port-authority.yml": {
            "status": "draft",
            "name": "Port Authority",
            "type": "government",
            "countries": ["SY"],
        },
        "actors/port-authority-2.yml": {
            "status": "draft",
            "name": "Port Authority",
            "type": "organization",
            "dissolved": "2020",
        },
        "events/visit.yml": {
            "status": "draft",
            "title": "Visit",
            "date": "2016-08-17/2016-08-18",
            "place": "Port",
            "actors": ["max-muster"],
        },
    }
    assert rows.skipped == {"Membership": 2}
    assert wrong == [
        "x.jsonl:1:country: 'ZZ' is no country here, so it is left out (add it to countries.yml, and import again)",
        "x.jsonl:1:died: 'unknown' is not a date, so it is left out",
        "x.jsonl:7:involved: 'ftm-9' was not imported, so it is left out",
        "x.jsonl:8: 'name' is missing (name: The name it is best known by.)",
    ]


def test_an_entity_keeps_its_own_id_in_a_comment() -> None:
    files, _ = record_files(_lines(ENTITIES[1]).rows, IDS, Destination())
    assert files[0].text.splitlines()[:2] == [
        "# yaml-language-server: $schema=../../schema/actor.schema.json",
        "# from FollowTheMoney, Company ftm-2",
    ]


@pytest.mark.parametrize(
    "entity",
    [
        {"schema": "Person", "properties": {"name": [None, 5, {"id": 3}, [["x"]]]}},
        {"schema": "Person", "properties": {"name": "\n---\nstatus: published", "country": ["\x00", "a" * 10_000]}},
        {"schema": "Event", "properties": {"name": ["[[x]] <b>"], "date": ["2016-99"], "sourceUrl": ["https://"]}},
        {"schema": "Person", "properties": {"name": ["x"], "birthDate": ["9" * 5000], "sourceUrl": ["http:///"]}},
    ],
)
def test_hostile_entities_do_no_harm(entity: object) -> None:
    made, _ = _made(_lines(entity))
    assert all(isinstance(record, dict) and record["status"] == "draft" for record in made.values())


def _values(text: str, key: str, *, how: How | None = None, kind: RowKind | None = None) -> list[object]:
    made, wrong = _made(read_table(text, "actors.csv", kind, how))
    assert wrong == []
    return [record[key] for record in made.values() if isinstance(record, dict)]


@pytest.mark.parametrize("header", ["Name,TYPE,Born", "name , Type, BORN", "NAME,type,born"])
def test_a_header_is_read_in_any_case(header: str) -> None:
    assert _values(f"{header}\nA,person,1957\n", "born") == ["1957"]


def test_columns_are_mapped_or_left_out_and_others_are_named() -> None:
    text = "Full Name,Kind,Shoe size,Note to self\nMax Muster,person,44,x\n"
    how = How({"full name": "name", "kind": "type"}, frozenset(("note to self",)))
    made, wrong = _made(read_table(text, "people.csv", None, how))
    assert made == {"actors/max-muster.yml": {"status": "draft", "name": "Max Muster", "type": "person"}}
    assert len(wrong) == 1
    assert wrong[0].startswith("people.csv:1:Shoe size: there is no field of this name, so it is left out")
    assert '--ignore "Shoe size"' in wrong[0]
    _, wrong = _made(read_table(text, "actors.csv", "actor"))
    assert 'no column is the name (say which of them it is, as with: --map "Full Name=name")' in wrong[-1]


@pytest.mark.parametrize("before", ["sep=;\n", "sep=;\r\n", "Members of the port\n\n", "A list;;\n;;\n"])
def test_what_stands_above_the_header_does_not_matter(before: str) -> None:
    assert _values(f"{before}name;type;born\nA;person;1957\n", "born") == ["1957"]


DATES = {
    "1957": "1957",
    "1957-08": "1957-08",
    "18.08.1957": "1957-08-18",
    "18/08/1957": "1957-08-18",
    "08/18/1957": "1957-08-18",
    "18 August 1957": "1957-08-18",
    "Aug 18, 1957": "1957-08-18",
    "August 1957": "1957-08",
    "08/1957": "1957-08",
    "1957-08-18T10:00:00Z": "1957-08-18",
    "1957-08-18 00:00:00": "1957-08-18",
    "19570818": "1957-08-18",
    "1957.0": "1957",
    "Approximately 1957": "1957~",
    "circa August 1957": "1957-08~",
    "c. 1957": "1957~",
    "1950s": "195X",
    "02/02/1957": "1957-02-02",
}


@pytest.mark.parametrize(("cell", "value"), DATES.items())
def test_a_date_is_read_in_every_style_that_is_one_day(cell: str, value: str) -> None:
    assert _values(f'name,type,born\nA,person,"{cell}"\n', "born") == [value]


def test_a_date_that_may_be_two_days_is_refused_with_both_unless_it_is_said() -> None:
    text = "name,type,born\nA,person,01/02/1955\nB,person,1955\n"
    made, wrong = _made(read_table(text, "actors.csv", None))
    assert list(made) == ["actors/b.yml"]
    assert wrong == [
        "actors.csv:2:born: '01/02/1955' is 1955-02-01 or 1955-01-02 "
        "(say --day-first or --month-first, or write it as 1955-02-01)"
    ]
    for day_first, value in ((True, "1955-02-01"), (False, "1955-01-02")):
        assert _values(text, "born", how=How(cells=Cells(day_first=day_first)))[0] == value


COUNTRIES_AS_WRITTEN = {
    "Syria": ["SY"],
    "syrie": ["SY"],
    "Сирия": ["SY"],
    "叙利亚": ["SY"],
    "SYR": ["SY"],
    "sy": ["SY"],
    "Congo, Democratic Republic of the": ["CD"],
    "SY, TR": ["SY", "TR"],
    "Syria; Türkiye": ["SY", "TR"],
    "Germany|FRA": ["DE", "FR"],
    "United Kingdom/France": ["GB", "FR"],
}


@pytest.mark.parametrize(("cell", "codes"), COUNTRIES_AS_WRITTEN.items())
def test_countries_are_read_by_name_or_code(cell: str, codes: list[str]) -> None:
    assert _values(f'name,type,countries\nA,person,"{cell}"\n', "countries") == [codes]


def test_a_country_that_is_none_is_named() -> None:
    _, wrong = _made(read_table("name,type,countries\nA,person,Atlantis\n", "actors.csv", None))
    assert len(wrong) == 1
    assert wrong[0].startswith("actors.csv:2:countries: ")
    assert "ATLANTIS" in wrong[0].upper()


@pytest.mark.parametrize(
    ("cell", "type"),
    [
        *(("Person", "person"), ("Individual", "person"), ("NGO", "organization"), ("Militia", "armed-group")),
        *(("Armed Group", "armed-group"), ("Newspaper", "media"), ("ministry", "government"), ("company", "company")),
    ],
)
def test_types_are_read_by_common_words(cell: str, type: str) -> None:
    assert _values(f"name,type\nA,{cell}\n", "type") == [type]


def test_aliases_are_split_at_bars_too() -> None:
    assert _values("name,type,aliases\nA,person,B C|D E; F\n", "aliases") == [["B C", "D E", "F"]]


def test_actors_of_events_are_found_by_name_in_the_collection_and_in_other_tables() -> None:
    events = "title,date,actors\nVisit,2016-08-18,Jane Roe; max muster;jane-roe\n"
    made, wrong = _made(
        read_table("name,type\nMax Muster,person\n", "actors.csv", None), read_table(events, "events.csv", None)
    )
    assert wrong == []
    visit = made["events/visit.yml"]
    assert isinstance(visit, dict)
    assert visit["actors"] == ["jane-roe", "max-muster", "jane-roe"]


def test_a_list_in_json_is_a_table_too() -> None:
    text = json.dumps([{"name": "A", "type": "person"}, {"name": "B", "type": "person"}], indent=2)
    made, wrong = _made(read_json_lines(text, "actors.json", None, COUNTRIES))
    assert (sorted(made), wrong) == (["actors/a.yml", "actors/b.yml"], [])


def test_a_header_of_very_many_columns_is_refused_at_once() -> None:
    _, wrong = _made(read_table(",".join(f"c{n}" for n in range(100_000)) + "\n", "actors.csv", None))
    assert wrong == ["actors.csv:1: there are more than 1000 columns (save the ones that you need as a table)"]


def _xlsx() -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    for row in [
        ["Members"],
        [],
        ["Name", "Type", "Born"],
        ["A", "Person", dt.date(1957, 8, 18)],
        ["B", "Person", 1957],
    ]:
        sheet.append(row)
    book.create_sheet("Notes").append(["x"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _ods() -> bytes:
    from odfdo import Document, Table

    book = Document("spreadsheet")
    book.body.clear()
    table = Table("Members")
    table.set_values([["Name", "Type", "Born"], ["A", "Person", dt.date(1957, 8, 18)], ["B", "Person", 1957]])
    book.body.append(table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("content", [_xlsx(), _ods()])
def test_a_workbook_is_a_table(content: bytes) -> None:
    kind = kind_of(content, "a")
    assert isinstance(kind, ImportKind)
    assert kind.makes == "records"
    sheet = sheet_rows(content)
    assert isinstance(sheet, tuple)
    rows = read_cells(sheet[0], "a.xlsx", None, How())
    made, wrong = _made(rows)
    assert wrong == []
    assert [record["born"] for record in made.values() if isinstance(record, dict)] == ["1957-08-18", "1957"]


def test_a_damaged_workbook_is_refused() -> None:
    for content in (_xlsx()[:3000], b"PK\x03\x04", _ods()[:2000]):
        assert isinstance(sheet_rows(content), Refusal)


LINKED = (
    {"id": "a", "schema": "Person", "properties": {"firstName": ["Max"], "lastName": ["Muster"]}},
    {"id": "b", "schema": "LegalEntity", "properties": {"name": ["Example Port"]}},
    {"id": "c", "schema": "Person", "properties": {"name": ["Bo Else"], "position": ["Cook"]}},
    {"id": "d", "schema": "Position", "properties": {"name": ["Minister of Ports"], "organization": ["b"]}},
    {
        "schema": "Directorship",
        "properties": {
            "director": ["a"],
            "organization": ["b"],
            "role": ["chair"],
            "startDate": ["2015-03-01T00:00:00"],
        },
    },
    {"schema": "Membership", "properties": {"member": ["c"], "organization": ["b"]}},
    {"schema": "Membership", "properties": {"member": ["c"], "organization": ["nobody"]}},
    {"schema": "Occupancy", "properties": {"holder": ["a"], "post": ["d"], "endDate": ["2016"]}},
    {"schema": "Family", "properties": {"person": ["a"], "relative": ["c"], "relationship": ["cousin"]}},
    {"schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"]}},
)


def test_links_of_follow_the_money_become_roles_and_relations() -> None:
    rows = _lines(*LINKED)
    made, wrong = _made(rows)
    assert made["actors/max-muster.yml"] == {
        "status": "draft",
        "name": "Max Muster",
        "type": "person",
        "roles": [
            {"title": "chair", "organization": "example-port", "from": "2015-03-01"},
            {"title": "Minister of Ports", "organization": "example-port", "until": "2016"},
        ],
        "relations": [{"type": "family-of", "actor": "bo-else", "summary": "cousin"}],
    }
    bo = made["actors/bo-else.yml"]
    assert isinstance(bo, dict)
    assert bo["roles"] == [{"title": "Cook"}, {"title": "member", "organization": "example-port"}]
    assert rows.skipped == {"Ownership": 1}
    assert wrong == ["x.jsonl:3:roles.organization: 'nobody' was not imported, so it is left out"]
