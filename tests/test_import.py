"""`dossier import` as a user runs it, a few times in a process of its own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.imports.saved import ABOUT, FIRST, SECOND, TITLE, page, pdf
from tests.processes import dossier, run, run_in_terminal
from tests.small_project import small_project

ACTORS = """
example-post: {name: The Example Post, type: media, aliases: [Post], links: {website: "https://www.example.org/"}}
jane-roe: {name: Jane Roe, type: person}
"""
DUMP = f"""Home
World
{TITLE}
harbourwatch (61)in #news8 years ago (edited)
18 AUGUST 2016 • 11:13AM
By Ann Other
Share on Facebook
{FIRST}
{SECOND}
Read more: The port in pictures
Comments (12)
BTC 64512.21
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project(tmp_path, {"data/actors.yml": ACTORS})
    (root / "data/articles").mkdir()
    (root / "in").mkdir()
    return root


def _save(project: Path, name: str, content: str | bytes) -> str:
    (project / "in" / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return f"in/{name}"


def test_a_text_dump_becomes_a_draft_with_its_guesses_marked(project: Path) -> None:
    dossier("schema", cwd=project)
    done = run("dossier", "import", _save(project, "dump.txt", DUMP), cwd=project)
    path = "data/articles/2016/an-admiral-visits-the-harbour-city.md"
    assert done.stdout == f"{path}: from in/dump.txt (guessed: title, date, authors, lang; 9 lines left out)\n"
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / path).read_text("utf-8") == (
        "---\n"
        "# yaml-language-server: $schema=../../../schema/article.schema.json\n"
        "# imported from dump.txt; compare it with the original before you publish it\n"
        "status: draft\n"
        f"title: {TITLE}  # guessed from the first line of the text\n"
        'date: 2016-08-18  # guessed from the line "18 AUGUST 2016 • 11:13AM"\n'
        'authors: [Ann Other]  # guessed from the line "By Ann Other"\n'
        "lang: en  # guessed from the words of the text\n"
        "# 9 lines were left out; import it with --dry-run --show-dropped to see them\n"
        f"---\n\n{FIRST}\n\n{SECOND}\n"
    )
    assert run("dossier", "check", "--strict", cwd=project).stdout == "no problems found\n"


def test_a_page_names_its_outlet_by_what_the_collection_knows(project: Path) -> None:
    file = _save(project, "page.html", page(about=ABOUT, lang="en"))
    assert dossier("import", file, cwd=project).returncode == 0
    text = (project / "data/articles/2016/an-admiral-visits-the-harbour-city.md").read_text("utf-8")
    head = text.partition("\n---\n")[0].splitlines()[2:]
    assert head == [
        "status: draft",
        f"title: {TITLE}",
        'date: "2016-08-18T11:13:00+01:00"',
        "outlet: example-post",
        "authors: [Ann Other, Bo Else]",
        "url: https://www.example.org/2016/admiral",
        "lang: en-GB",
        "summary: A visit to the port.",
        "# 2 lines were left out; import it with --dry-run --show-dropped to see them",
    ]


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="POST">', "example-post"),
        ('<link rel="canonical" href="https://news.example.org/x">', "example-post  # guessed from the address"),
        ('<link rel="canonical" href="https://example.com/x">', "example.com  # guessed from the address"),
        ('<meta property="og:site_name" content="nobody">', "Nobody"),
        ('<meta property="og:site_name" content="24heures">', '"24Heures"'),
        ("", None),
    ],
)
def test_the_outlet_is_an_actor_a_text_or_nothing(project: Path, head: str, outlet: str | None) -> None:
    file = _save(project, "2016-08-18.html", page(head=head))
    assert dossier("import", file, cwd=project).returncode == 0
    (made,) = (project / "data/articles/2016").iterdir()
    lines = [line for line in made.read_text("utf-8").splitlines() if line.startswith("outlet:")]
    assert lines == ([f"outlet: {outlet}"] if outlet else [])
    assert dossier("check", "--strict", cwd=project).returncode == 0


def test_what_cannot_be_read_is_named_and_the_others_are_imported(project: Path) -> None:
    names = [
        _save(project, "scan.pdf", pdf([[""]])),
        _save(project, "empty.txt", ""),
        _save(project, "undated.txt", f"{TITLE}\n{FIRST}\n"),
        "in/missing.html",
        _save(project, "good.txt", DUMP),
    ]
    done = dossier("import", *names, cwd=project)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "in/empty.txt: the file is empty",
        "in/missing.html: it cannot be read: no such file or directory",
        "in/scan.pdf: this PDF has pictures of pages and no text (a scan?); recognise its text first, as with: "
        "ocrmypdf in.pdf out.pdf",
        "in/undated.txt: no date of publication was found; give it with --date 2016-08-18, or of many with --date-from",
    ]
    assert len(list((project / "data/articles").rglob("*.md"))) == 1


def test_options_overrule_what_is_found(project: Path) -> None:
    dossier("schema", cwd=project)
    file = _save(project, "undated.txt", f"{TITLE}\n{FIRST}\n")
    options = ["--date", "2016-08-19", "--title", "Another: title", "--outlet", "Example Wire", "--lang", "en-GB"]
    options += [
        "--author",
        "Ann Other",
        "--author",
        "Bo, Else",
        "--url",
        "https://example.org/x",
        "--to",
        "wire/august",
    ]
    done = dossier("import", file, *options, cwd=project)
    assert done.returncode == 0, done.stderr
    text = (project / "data/articles/wire/august/another-title.md").read_text("utf-8")
    assert text.splitlines()[1:11] == [
        "# yaml-language-server: $schema=../../../../schema/article.schema.json",
        "# imported from undated.txt; compare it with the original before you publish it",
        "status: draft",
        'title: "Another: title"',
        "date: 2016-08-19",
        "outlet: Example Wire",
        'authors: [Ann Other, "Bo, Else"]',
        "url: https://example.org/x",
        "lang: en-GB",
        "---",
    ]


@pytest.mark.parametrize("date", ["yesterday", "2016-08", "2016-08-18T11:13"])
def test_an_option_that_is_not_valid_is_refused(project: Path, date: str) -> None:
    done = dossier("import", _save(project, "dump.txt", DUMP), "--date", date, cwd=project)
    assert (done.returncode, f"--date: '{date}'" in done.stderr) == (2, True)
    assert not list((project / "data/articles").rglob("*.md"))


def test_an_option_for_one_article_is_refused_for_two(project: Path) -> None:
    files = [_save(project, "a.txt", DUMP), _save(project, "b.txt", DUMP)]
    done = dossier("import", *files, "--title", "x", cwd=project)
    assert done.returncode == 2
    assert "--title is of one article" in done.stderr
    assert dossier("import", files[0], "--to", "../x", cwd=project).returncode == 2


def test_nothing_is_written_over_and_nothing_twice(project: Path) -> None:
    file = _save(project, "page.html", page(about=ABOUT))
    assert dossier("import", file, cwd=project).returncode == 0
    done = dossier("import", file, cwd=project)
    made = "data/articles/2016/an-admiral-visits-the-harbour-city.md"
    assert done.returncode == 1
    assert done.stderr == f"{file}: the collection has it, in {made}; import it once more with --again\n"
    tracked = page(about={**ABOUT, "headline": "New head", "url": "http://example.org/2016/admiral/?utm_source=x"})
    assert made in dossier("import", _save(project, "again.html", tracked), cwd=project).stderr
    before = (project / made).read_bytes()
    assert dossier("import", file, "--again", cwd=project).returncode == 0
    assert dossier("import", file, "--again", cwd=project).returncode == 0
    assert (project / made).read_bytes() == before
    assert sorted(path.name for path in (project / "data/articles/2016").iterdir()) == [
        "an-admiral-visits-the-harbour-city-2016-08-18-2.md",
        "an-admiral-visits-the-harbour-city-2016-08-18.md",
        "an-admiral-visits-the-harbour-city.md",
    ]


def test_one_title_at_two_addresses_is_two_articles(project: Path) -> None:
    for number in (1, 2):
        file = _save(project, f"{number}.html", page(about={**ABOUT, "url": f"https://example.org/{number}"}))
        assert dossier("import", file, cwd=project).returncode == 0
    assert len(list((project / "data/articles").rglob("*.md"))) == 2


def test_titles_that_differ_by_a_number_are_two_articles(project: Path) -> None:
    files = [_save(project, f"{n}.txt", DUMP.replace(TITLE, f"{TITLE}, part {n}")) for n in (1, 2)]
    done = run("dossier", "import", *files, cwd=project)
    assert (done.returncode, len(list((project / "data/articles").rglob("*.md")))) == (0, 2), done.stderr


def test_two_files_of_one_run_are_told_apart(project: Path) -> None:
    other = DUMP.replace("18 AUGUST", "19 AUGUST")
    files = [_save(project, "a.txt", DUMP), _save(project, "b.txt", other), _save(project, "c.txt", DUMP)]
    done = dossier("import", *files, cwd=project)
    assert (done.returncode, len(list((project / "data/articles").rglob("*.md")))) == (1, 2)
    assert done.stderr.startswith("in/c.txt: the collection has it")


def test_a_dry_run_prints_and_writes_nothing(project: Path) -> None:
    file = _save(project, "dump.txt", DUMP)
    done = dossier("import", file, "--dry-run", "--show-dropped", cwd=project)
    assert done.stdout.startswith("# data/articles/2016/an-admiral-visits-the-harbour-city.md\n---\n")
    assert f"{file}: left out (prices): BTC 64512.21" in done.stderr.splitlines()
    assert done.stderr.count("left out (") == 9
    assert not list((project / "data/articles").rglob("*.md"))


def test_a_folder_that_leads_out_of_the_data_is_refused(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    os.symlink(elsewhere, project / "data/articles/2016")
    done = dossier("import", _save(project, "dump.txt", DUMP), cwd=project)
    assert done.returncode == 1
    assert "a link on the way leads out of data/" in done.stderr
    assert list(elsewhere.iterdir()) == []


def test_a_file_that_is_too_big_is_named(project: Path) -> None:
    done = dossier("import", _save(project, "dump.txt", DUMP), "--max-size", "100", cwd=project)
    assert done.stderr == "in/dump.txt: it has more than 100 bytes; raise --max-size\n"


HOSTILE = [
    "---\nstatus: published\n---\n",
    "[[jane-roe]] and [[nobody]] met.",
    "<script>alert(1)</script> <img src=x onerror=alert(2)> was written there.",
    "{{ config }} {% raw %} ![x](https://example.org/x.png) [y](javascript:alert(3)) was said.",
    "# Heading that is text",
    "> quoted, and `code` and **bold** and | a | table |",
    "    indented code, and a definition:",
    "[a]: https://example.org/",
    "title: x\u2028status: published",
]


def test_text_stays_text_and_the_record_stays_a_draft(project: Path) -> None:
    title = 'A "title": with # and [[jane-roe]] \u2028status: published'
    text = "\n\n".join([title, "18 August 2016", FIRST, *HOSTILE, SECOND])
    file = _save(project, "hostile\nstatus: published.txt", text)
    done = dossier("import", file, cwd=project)
    assert done.returncode == 0, done.stderr
    assert dossier("check", "--strict", cwd=project).stdout == "no problems found\n"
    (made,) = (project / "data/articles/2016").iterdir()
    assert made.read_text("utf-8").count("\nstatus: draft\n") == 1
    made.write_text(made.read_text("utf-8").replace("\nstatus: draft\n", "\n", 1))
    assert dossier("check", "--strict", cwd=project).stdout == "no problems found\n"
    assert dossier("build", "--to", "out", cwd=project).returncode == 0
    shown = next((project / "out/docs/articles/2016").glob("*.md")).read_text("utf-8")
    assert "<script" not in shown
    assert "[y](javascript" not in shown


def test_without_the_extra_the_command_that_installs_it_is_told(project: Path) -> None:
    (project / "none").mkdir()
    for name in ("lxml", "pypdf", "trafilatura"):
        (project / "none" / f"{name}.py").write_text("raise ImportError('not here')\n")
    files = [
        _save(project, "a.html", page(about=ABOUT)),
        _save(project, "b.pdf", pdf([[FIRST]])),
        _save(project, "c.txt", DUMP),
    ]
    path = os.pathsep.join([str(project / "none"), os.environ.get("PYTHONPATH", "")])
    done = run("dossier", "import", *files, cwd=project, PYTHONPATH=path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "in/a.html: reading HTML needs an extra; install it with: pip install 'mkdocs-dossier[import]'",
        "in/b.pdf: reading PDF needs an extra; install it with: pip install 'mkdocs-dossier[import]'",
    ]
    assert len(list((project / "data/articles").rglob("*.md"))) == 1


def test_tables_become_files_with_their_schema(project: Path) -> None:
    dossier("schema", cwd=project)
    actors = _save(
        project, "actors.csv", "\ufeffname;type;countries\nMax Muster;person;cn\nJane Roe;person;\nB;persn;\n"
    )
    events = _save(
        project, "events.jsonl", json.dumps({"title": "Visit", "date": "2016-08-18", "actors": ["max-muster"]})
    )
    done = dossier("import", actors, events, "--publish", cwd=project)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [f"{actors}: 1 actor, 2 rows not imported", f"{events}: 1 event"]
    assert [line.partition(" (")[0] for line in done.stderr.splitlines()] == [
        f"{actors}:3:id: there is 'jane-roe' already, in data/actors.yml",
        f"{actors}:4:type: 'persn' is not a known type",
    ]
    assert (project / "data/actors/max-muster.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schema/actor.schema.json\n"
        "name: Max Muster\ntype: person\ncountries: [CN]\n"
    )
    assert (project / "data/events/visit.yml").is_file()
    assert dossier("check", "--strict", cwd=project).stdout == "no problems found\n"
    done = dossier("import", actors, cwd=project)
    assert "data/actors/max-muster.yml" in done.stderr


def test_entities_of_no_use_are_counted_by_their_schema(project: Path) -> None:
    entities = [
        {"id": "a", "schema": "Person", "properties": {"name": ["Max Muster"]}},
        {"id": "b", "schema": "Ownership", "properties": {}},
        {"id": "c", "schema": "Ownership", "properties": {}},
        {"id": "d", "schema": "Vessel", "properties": {"name": ["X"]}},
    ]
    file = _save(project, "entities.ftm.json", "\n".join(map(json.dumps, entities)))
    done = dossier("import", file, cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{file}: 1 actor",
        f"{file}: left out, since records have no place for it: 2 Ownership, 1 Vessel",
    ]


def test_a_long_import_shows_how_far_it_is_on_a_terminal_only(project: Path) -> None:
    files = [
        _save(project, f"{n}.txt", f"Ship number {n} sails\n18 August 2016\n" + "It sailed. " * 40_000)
        for n in range(20)
    ]
    printed = run_in_terminal("dossier", "import", *files, cwd=project, TERM="xterm", CI="")
    assert "importing articles [" in printed
    assert printed.count("data/articles/2016/ship-number-") == 20
    piped = run("dossier", "import", *files, "--again", cwd=project, TERM="xterm", CI="")
    assert (piped.stderr, "importing" in piped.stdout) == ("", False)
