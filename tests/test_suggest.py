"""`dossier suggest` as a user runs it, a few times in a process of its own; and the same list under `mkdocs serve`."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
import yaml

from mkdocs_dossier.build import make_snapshot, render_page
from mkdocs_dossier.inbox import read_inbox
from mkdocs_dossier.pages.site_view import SiteView
from mkdocs_dossier.pages.suggestions import suggestions_page
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.serve.inbox import InboxPage
from tests.conftest import NOW, article
from tests.processes import dossier, run, serving
from tests.small_project import put, settings, small_project

ACTORS = """\
# The actors.
freij: {name: Fahd Jassem al-Frejj, type: person}
secret: {name: Cyr Cook, type: person, status: draft, notes: nobody may know}
"""
FILES = {
    "data/actors.yml": ACTORS,
    "data/articles/one.md": article("It rained. There General Ann Archer met Fahd al-Freij and Cyr Cook."),
    "data/articles/two.md": article("Only Ann Archer & the Hill Farmers Union (HFU) came.", date="2016-08-19"),
}
MUTED = """\
# Not ours.
- Ann Archer   # a general

# - more to come
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return small_project(tmp_path, FILES)


def _listed(project: Path, *options: str) -> list[dict[str, object]]:
    done = run("dossier", "suggest", "--format", "json", *options, cwd=project)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_suggest_lists_names_with_their_spread_sentences_type_and_yaml(project: Path) -> None:
    assert run("dossier", "suggest", cwd=project).stdout == (
        "1. Ann Archer\n"
        "   2 articles of 1 outlet on 2 days; person (“General” stands before it)\n"
        "   data/articles/two.md:6:6\n"
        "      Only Ann Archer & the Hill Farmers Union (HFU) came.\n"
        "   data/articles/one.md:6:26\n"
        "      There General Ann Archer met Fahd al-Freij and Cyr Cook.\n"
        "   | ann-archer:\n"
        "   |   name: Ann Archer\n"
        "   |   type: person\n"
        "   |   status: draft\n"
        "   |   sources:\n"
        "   |     - two\n"
        "   |     - one\n"
        "\n"
        "2. Hill Farmers Union\n"
        "   1 article of 1 outlet on 1 day; organization (“Union” in its name)\n"
        "   also: HFU\n"
        "   data/articles/two.md:6:23\n"
        "      Only Ann Archer & the Hill Farmers Union (HFU) came.\n"
        "   | hill-farmers-union:\n"
        "   |   name: Hill Farmers Union\n"
        "   |   type: organization\n"
        "   |   status: draft\n"
        "   |   aliases:\n"
        "   |     - HFU\n"
        "   |   sources:\n"
        "   |     - two\n"
        "\n"
        "3. Fahd al-Freij\n"
        "   1 article of 1 outlet on 1 day; person (a first name that others in the collection have)\n"
        "   data/articles/one.md:6:41\n"
        "      There General Ann Archer met Fahd al-Freij and Cyr Cook.\n"
        "   probably Fahd Jassem al-Frejj (a name that sounds alike): "
        "add it to the aliases at data/actors.yml:2:1\n"
        "   | - Fahd al-Freij\n"
        "\n"
        "3 in all; --write NUMBER makes a draft, --mute NAME hides one\n"
    )


def test_suggest_as_json_prints_one_object_a_line(project: Path) -> None:
    first, _, third = _listed(project)
    assert (first["number"], first["name"], first["id"], first["articles"]) == (1, "Ann Archer", "ann-archer", 2)
    assert first["sentences"][1] == {  # type: ignore[index]
        "article": "one",
        "path": "data/articles/one.md",
        "line": 6,
        "column": 26,
        "text": "There General Ann Archer met Fahd al-Freij and Cyr Cook.",
    }
    assert third["alias_of"]["actor"] == "freij"  # type: ignore[index]
    assert third["yaml"] == "- Fahd al-Freij\n"


def test_limit_says_how_many_are_listed_and_an_argument_chooses_one(project: Path) -> None:
    assert len(_listed(project, "--limit", "1")) == 1
    assert len(_listed(project, "--limit", "0")) == 3
    done = dossier("suggest", "--limit", "1", cwd=project)
    assert done.stdout.endswith("1 of 3; --limit 0 lists all, --write NUMBER makes a draft, --mute NAME hides one\n")
    for which in ("2", "hill-farmers-union", "hill farmers union"):
        assert [each["number"] for each in _listed(project, which)] == [2]


def test_what_is_printed_can_be_pasted_into_the_list(project: Path) -> None:
    first, second, third = _listed(project)
    aliases = f"aliases: [{str(third['yaml']).removeprefix('- ').strip()}]"
    text = ACTORS.replace("al-Frejj, type: person", f"al-Frejj, type: person, {aliases}")
    (project / "data/actors.yml").write_text(f"{text}{first['yaml']}{second['yaml']}", encoding="utf-8")
    done = dossier("check", "--strict", cwd=project)
    assert (done.returncode, done.stdout) == (0, "no problems found\n")
    assert _listed(project) == []
    assert dossier("suggest", cwd=project).stdout == "every name that the articles use is covered\n"


def test_write_makes_drafts_and_never_overwrites(project: Path) -> None:
    dossier("schema", cwd=project)
    done = dossier("suggest", "--write", "1", "hill-farmers-union", cwd=project)
    assert (done.returncode, done.stdout) == (
        0,
        "data/actors/ann-archer.yml: written as a draft\ndata/actors/hill-farmers-union.yml: written as a draft\n",
    )
    text = (project / "data/actors/hill-farmers-union.yml").read_text(encoding="utf-8")
    assert text == (
        "# yaml-language-server: $schema=../../schema/actor.schema.json\nname: Hill Farmers Union\ntype: organization\n"
        "status: draft\naliases:\n  - HFU\nsources:\n  - two\n"
    )
    assert dossier("check", "--strict", cwd=project).returncode == 0
    assert [each["name"] for each in _listed(project)] == ["Fahd al-Freij"]
    assert (project / "data/actors.yml").read_text(encoding="utf-8") == ACTORS
    # A file that is no record of this collection's yet is left as it is.
    (project / "data/actors/ann-archer.yml").rename(project / "data/actors/ann-archer.yml~")
    (project / "data/actors/ann-archer.yml").mkdir()
    done = dossier("suggest", "--write", "Ann Archer", cwd=project)
    assert done.returncode == 1 and "ann-archer.yml is there already; nothing was written" in done.stderr


def test_write_gives_an_id_that_is_free(project: Path) -> None:
    (project / "data/actors.yml").write_text(ACTORS + "ann-archer: {name: Somebody Else, type: person}\n", "utf-8")
    dossier("suggest", "--write", "1", cwd=project)
    assert (project / "data/actors/ann-archer-2.yml").is_file()
    assert dossier("check", "--strict", cwd=project).returncode == 0


def test_write_prints_the_line_for_an_alias_and_writes_nothing(project: Path) -> None:
    done = dossier("suggest", "--write", "3", cwd=project)
    assert (done.returncode, done.stdout) == (
        0,
        "data/actors.yml:2:1: add below 'aliases:' of freij:\n    - Fahd al-Freij\n",
    )
    assert not (project / "data/actors").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--write",), "say which to write"),
        (("--write", "99"), "'99' is no number, id or name of a suggestion (there are 3; 'dossier suggest')"),
        (("--mute", " "), "--mute takes a name"),
        (("--mute", "Ann Archer", "--write", "1"), "--mute goes alone"),
        (("--limit", "-1"), "-1 is not in the range"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(options: tuple[str, ...], message: str, project: Path) -> None:
    done = dossier("suggest", *options, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_collection_with_errors_is_looked_through_as_far_as_it_can_be_read(project: Path) -> None:
    (project / "data/articles/three.md").write_text("no front matter", encoding="utf-8")
    done = dossier("suggest", cwd=project)
    assert done.returncode == 0
    assert done.stdout.startswith("1. Ann Archer\n")
    assert done.stderr == "1 error, 0 warnings in data/: 'dossier check' lists them\n"
    (project / "data/actors.yml").write_text("- [", encoding="utf-8")
    done = dossier("suggest", "--write", "1", cwd=project)
    assert done.returncode == 1
    assert "data/actors.yml cannot be read, so nobody knows which ids are taken" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_collection_without_articles_or_without_a_folder_ends_well(tmp_path: Path) -> None:
    root = small_project(tmp_path, {})
    done = dossier("suggest", cwd=root)
    assert (done.returncode, done.stdout) == (0, "every name that the articles use is covered\n")
    assert dossier("suggest", "--mute", "Ann Archer", cwd=root).returncode == 1
    assert not (root / "data").exists()


def test_how_far_it_is_is_told_article_by_article(project: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_inbox(Options(root=project, now=NOW), lambda *far: told.append(far))
    assert told[-2:] == [("looking for names", 1, 2), ("looking for names", 2, 2)]


# -- muting ----------------------------------------------------------------------------------------


def test_mute_makes_the_list_and_the_name_is_gone(project: Path) -> None:
    dossier("schema", cwd=project)
    done = dossier("suggest", "--mute", "Ann Archer", cwd=project)
    assert (done.returncode, done.stdout) == (0, "data/muted.yml: added: Ann Archer\n")
    assert (project / "data/muted.yml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../schema/muted.schema.json\n"
        "# Names that `dossier suggest` never proposes.\n\n- Ann Archer\n"
    )
    assert [each["name"] for each in _listed(project)] == ["Hill Farmers Union", "Fahd al-Freij"]
    assert dossier("check", "--strict", cwd=project).returncode == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MUTED, MUTED + '- "No: 1"\n- Eid al-Adha\n'),
        ("  - Ann Archer", '  - Ann Archer\n  - "No: 1"\n  - Eid al-Adha\n'),
        ("[Ann Archer]  # all\n", '[Ann Archer, "No: 1", Eid al-Adha]  # all\n'),
        ("[]\n", '["No: 1", Eid al-Adha]\n'),
        ("# nothing yet\n", '# nothing yet\n- "No: 1"\n- Eid al-Adha\n'),
    ],
)
def test_mute_keeps_what_stands_in_the_list_with_its_layout(before: str, after: str, project: Path) -> None:
    path = project / "data/muted.yml"
    path.write_text(before, encoding="utf-8")
    done = dossier("suggest", "--mute", "No: 1", "--mute", "Eid al-Adha", cwd=project)
    assert done.returncode == 0, done.stderr
    assert path.read_text(encoding="utf-8") == after
    assert yaml.safe_load(after)[-2:] == ["No: 1", "Eid al-Adha"]
    assert dossier("check", "--strict", cwd=project).returncode == 0


def test_a_name_that_is_muted_already_is_not_added_again(project: Path) -> None:
    path = project / "data/muted.yml"
    path.write_text(MUTED, encoding="utf-8")
    done = dossier("suggest", "--mute", "ann ARCHER", cwd=project)
    assert (done.returncode, done.stdout) == (0, "data/muted.yml: there already: ann ARCHER\n")
    assert path.read_text(encoding="utf-8") == MUTED


@pytest.mark.parametrize("broken", ["names: {a: b}\n", "- [\n", "just a text\n", "- *a\n"])
def test_a_list_that_is_broken_is_not_added_to(broken: str, project: Path) -> None:
    path = project / "data/muted.yml"
    path.write_text(broken, encoding="utf-8")
    done = dossier("suggest", "--mute", "Ann Archer", cwd=project)
    assert done.returncode == 1
    assert "data/muted.yml:" in done.stderr and "fix it first" in done.stderr and "Traceback" not in done.stderr
    assert path.read_text(encoding="utf-8") == broken
    assert "data/muted.yml:" in dossier("check", cwd=project).stdout


# -- the built site, and mkdocs serve ----------------------------------------------------------------


def test_nothing_of_it_is_in_a_built_site(project: Path) -> None:
    assert run("mkdocs", "build", "--site-dir", "before", cwd=project).returncode == 0
    assert dossier("build", "--to", "before-tree", cwd=project).returncode == 0
    dossier("suggest", "--mute", "Mutedname Onlyhere", cwd=project)
    assert run("mkdocs", "build", "--site-dir", "after", cwd=project).returncode == 0
    assert dossier("build", "--to", "after-tree", cwd=project).returncode == 0
    for before, after in (("before", "after"), ("before-tree", "after-tree")):
        files = _files(project / after)
        assert files == _files(project / before)
        assert not any("suggestions" in path or "muted" in path for path in files)
        assert not any(b"no record covers" in text or b"Onlyhere" in text for text in files.values())


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith((".gz", "manifest.json")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


PAGE = "dossier/suggestions/"


def test_serve_has_the_list_as_a_page_that_follows_edits_and_no_other_page_shows_it(project: Path) -> None:
    with serving(project) as server:
        page = server.wait_for(PAGE, lambda text: "Ann Archer" in text)
        assert "Hill Farmers Union" in page and "2 articles of 1 outlet on 2 days" in page
        assert 'href="../../articles/one/"' in page and "dossier/serve/banner.js" in page
        assert 'href="../../actors/freij/"' in page and "nobody may know" not in page
        assert "data-pagefind-body" not in page
        for path, link in (("", "dossier/suggestions/"), ("actors/freij/", "../../dossier/suggestions/")):
            assert f'href="{link}"' in server.get(path)
        assert "Ann Archer" not in server.get("dossier/names.js")
        with server.turning(PAGE, lambda text: "1 · Ann Archer" not in text and "Hill Farmers Union" in text):
            (project / "data/muted.yml").write_text("- Ann Archer\n", encoding="utf-8")
        with server.turning(PAGE, lambda text: "Dag Dyer" in text):
            (project / "data/articles/three.md").write_text(article("So said Minister Dag Dyer."), encoding="utf-8")
        # While it is half saved, what it muted stays muted.
        with server.turning(PAGE, lambda text: "error[empty-file]" in text):
            (project / "data/muted.yml").write_text("", encoding="utf-8")
        page = server.get(PAGE)
        assert "1 · Ann Archer" not in page and "Dag Dyer" in page
        with server.turning(PAGE, lambda text: "1 · Ann Archer" in text and "error[empty-file]" not in text):
            (project / "data/muted.yml").unlink()
        assert server.log().count("Building documentation") == 1


def test_whoever_asks_for_the_page_of_a_large_collection_does_not_wait_for_the_list(project: Path) -> None:
    snapshot = make_snapshot(Options(root=project, now=NOW), keep_good=True)
    ready = threading.Event()
    inbox = InboxPage(ready.set)
    found = inbox.find(snapshot, patience=0)
    assert found is None or len(found) == 3
    assert ready.wait(60) and inbox.has(snapshot)
    assert next(each.name for each in inbox.find(snapshot, patience=0) or ()) == "Ann Archer"
    text, problem = render_page(suggestions_page(SiteView(snapshot.site), None, {}), snapshot)
    assert problem is None and "The list appears here by itself." in (text or "")


def test_the_page_has_no_place_where_one_written_by_hand_lies(project: Path) -> None:
    (project / "docs/dossier").mkdir()
    (project / "docs/dossier/suggestions.md").write_text("# My own\n", encoding="utf-8")
    with serving(project) as server:
        page = server.wait_for(PAGE, lambda text: "My own" in text)
        assert "Ann Archer" not in page


def test_a_template_that_fails_is_logged_and_the_server_goes_on(project: Path) -> None:
    own = project / "templates/pages/suggestions.md.jinja"
    own.parent.mkdir(parents=True)
    own.write_text("# {{ page.title }}\n\nMine: {{ page.total }}\n", encoding="utf-8")
    with serving(project) as server:
        server.wait_for(PAGE, lambda text: "Mine: 3" in text)
        with server.turning(PAGE, lambda text: "error[bad-template]" in text):
            own.write_text("{{ page.nothing }}", encoding="utf-8")
        assert "Fahd" in server.get("actors/freij/")
        with server.turning(PAGE, lambda text: "Again: 3" in text):
            own.write_text("Again: {{ page.total }}", encoding="utf-8")


def test_other_addresses_are_served_where_pages_are_no_folders(project: Path) -> None:
    put("mkdocs.yml", settings(more="use_directory_urls: false\n"))(project)
    with serving(project) as server:
        server.wait_for("dossier/suggestions.html", lambda text: "Ann Archer" in text)
        assert 'href="dossier/suggestions.html"' in server.get("")


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "{{ page }}", "`x`"])
def test_markup_in_the_texts_stays_text_on_the_page(name: str, project: Path) -> None:
    body = f"There General Ann {name} Archer met Ann Archer, and {name} as well."
    (project / "data/articles/one.md").write_text(article(body), encoding="utf-8")
    with serving(project) as server:
        page = server.wait_for(PAGE, lambda text: "Ann Archer" in text)
        main = page.partition("<main")[2].partition("</main>")[0]
        assert "<script" not in main and 'javascript:alert(1)"' not in main
