"""Drafts under `mkdocs serve`: shown where an editor asks for them, marked wherever they stand, never in a build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_dossier.build import make_snapshot
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, MakeCollection, article
from tests.processes import Server, run, serving
from tests.site_edits import append, files_of, swap
from tests.small_project import settings, small_project
from tests.test_same_bytes import shown

EPOCH = {"SOURCE_DATE_EPOCH": "1767225600"}  # the first moment of 2026
SETTINGS = settings("search: false, drafts: true", more="validation: {omitted_files: ignore}\n")
FILES = {
    "data/actors.yml": """
kerry:
  name: John Kerry
  type: person
  relations: [{type: opposes, actor: lavrov}]
lavrov: {name: Sergei Lavrov, type: person, status: draft, notes: Ask nobody.}
gazette: {name: The Gazette, type: media, status: withheld}
""",
    "data/events.yml": "talks: {title: Talks, date: 2016-08-18, actors: [kerry, lavrov], embargo: 2026-03-01}\n",
    "data/countries.yml": "QZ: {name: Zedland, status: draft}\nNO: {summary: A cold place., status: draft}\n",
    "data/articles/open.md": article("John Kerry met Sergei Lavrov in Zedland, not in Norway.", outlet="The Gazette"),
    "data/articles/plan.md": article("John Kerry has a plan.", title="A plan", status="draft", notes="Not yet."),
}
MARKED = {
    "actors/lavrov": ("Sergei Lavrov (draft)", "draft"),
    "actors/gazette": ("The Gazette (withheld)", "withheld"),
    "events/talks": ("Talks (embargo until 2026-03-01)", "embargo until 2026-03-01"),
    "articles/plan": ("A plan (draft)", "draft"),
    "countries/zedland": ("Zedland (draft)", "draft"),
    "countries/norway": ("Norway<", "draft: what countries.yml says of it"),
}
"""Pages, what they are called, and why they are not published."""
LISTED = {
    "actors/": ("Sergei Lavrov (draft)", "The Gazette (withheld)"),
    "events/": ("Talks (embargo until 2026-03-01)",),
    "articles/": ("A plan (draft)", "The Gazette (withheld)"),
    "countries/": ("Zedland (draft)",),
    "actors/kerry/": ("Sergei Lavrov (draft)", "Talks (embargo until 2026-03-01)", "A plan (draft)"),
    "dates/2016/08/18/": ("Talks (embargo until 2026-03-01)",),
    "explore/timeline/": ("Talks (embargo until 2026-03-01)",),
    "dossier/names.js": ("Sergei Lavrov (draft)", "Talks (embargo until 2026-03-01)"),
    "dossier/connections.js": ("Sergei Lavrov (draft)", "Talks (embargo until 2026-03-01)"),
    "": ("A plan (draft)",),
}


def _project(root: Path, settings: str = SETTINGS) -> Path:
    return small_project(root, {**FILES, "mkdocs.yml": settings})


@pytest.mark.promise("drafts")
def test_serve_shows_drafts_and_marks_them_on_their_pages_and_wherever_they_are_listed(tmp_path: Path) -> None:
    with serving(_project(tmp_path), **EPOCH) as server:
        server.wait_for("", lambda page: "<main" in page)
        for path, (name, why) in MARKED.items():
            page = server.get(f"{path}/")
            assert f">{name}" in _heading(page)
            assert f"<strong>Not published</strong> ({why})" in page
        for path, names in LISTED.items():
            page = server.get(path)
            assert [name for name in names if name not in page] == [], path
            if not path.endswith(".js"):
                assert '<meta name="robots" content="noindex">' in page
                assert "Drafts are shown." in page
                assert "Not published" not in page.partition("<main")[2]
        _never_a_note(server)
        # What is published loses its mark, and what is not gets one.
        with (
            server.turning("actors/lavrov/", lambda page: "Not published" not in page and ">Sergei Lavrov<" in page),
            server.turning("actors/", lambda page: "Ann New (draft)" in page),
        ):
            swap("data/actors.yml", "status: draft, ", "")(tmp_path)
            append("data/actors.yml", "new: {name: Ann New, type: person, status: draft}\n")(tmp_path)
        # Without the option they are gone.
        with (
            server.turning("actors/", lambda page: "Ann New" not in page and "John Kerry" in page),
            server.turning("actors/new/", lambda page: page == "HTTP 404"),
        ):
            swap("mkdocs.yml", "drafts: true", "drafts: false")(tmp_path)
        assert "noindex" not in server.get("")
    assert not list((tmp_path / ".cache").rglob("*"))  # nothing of drafts was kept


def _heading(page: str) -> str:
    found = re.search(r"<h1.*?</h1>", page, re.DOTALL)
    assert found is not None
    return found[0]


def _never_a_note(server: Server) -> None:
    pages = [server.get(path) for path in (*LISTED, *(f"{path}/" for path in MARKED))]
    assert [page for page in pages if "Ask nobody" in page or "Not yet" in page] == []


def test_the_environment_asks_for_drafts_too_in_whatever_theme(tmp_path: Path) -> None:
    settings = SETTINGS.replace(", drafts: true", "").replace("name: dossier", "name: mkdocs")
    with serving(_project(tmp_path, settings), **EPOCH, DOSSIER_DRAFTS="1") as server:
        page = server.wait_for("actors/lavrov/", lambda page: "Sergei" in page)
        assert "Sergei Lavrov (draft)" in page
        assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize("theme", ["dossier", "mkdocs"])
@pytest.mark.promise("drafts")
def test_a_build_leaves_drafts_out_whatever_was_asked_for_and_says_so(theme: str, tmp_path: Path) -> None:
    settings = SETTINGS.replace("name: dossier", f"name: {theme}")
    built = []
    for wanted in ("true", "false"):
        root = _project(tmp_path / wanted, settings.replace("drafts: true", f"drafts: {wanted}"))
        on = {"DOSSIER_DRAFTS": "1"} if wanted == "true" else {}
        done = run("mkdocs", "build", "--clean", cwd=root, **EPOCH, **on)
        tree = run("dossier", "build", "--to", "out", cwd=root, **EPOCH, **on)
        check = run("dossier", "check", "--format", "json", cwd=root, **EPOCH, **on)
        assert (done.returncode, tree.returncode, check.returncode) == (0, 0, 0), done.stderr + tree.stderr
        told = [("drafts are left out" in one.stderr) for one in (done, tree, check)]
        assert told == [wanted == "true"] * 3
        assert check.stdout.count('"code": "private-reference"') == 1
        built.append((files_of(root / "site"), files_of(root / "out")))
    assert built[0] == built[1]
    assert not [path for files in built[0] for path in files if "lavrov" in path or "talks" in path or "plan" in path]


def test_a_build_out_of_the_memory_of_a_preview_shows_nothing_of_its_drafts(collection: MakeCollection) -> None:
    options = collection(FILES)
    preview = Options(root=options.root, now=NOW, drafts=True)
    snapshot = make_snapshot(preview, keep_good=True)
    assert "Sergei Lavrov (draft)" in repr(shown(snapshot).data)
    again = shown(make_snapshot(options, snapshot))
    anew = shown(make_snapshot(options))
    assert again == anew
    assert "(draft)" not in repr(anew)


def test_a_marked_outlet_is_found_by_its_name(collection: MakeCollection) -> None:
    options = collection(FILES)
    preview = shown(make_snapshot(Options(root=options.root, now=NOW, drafts=True)))
    page = next(page for page in preview.pages if page.page.path == "articles/open.md")
    assert r"[The Gazette (withheld)](../actors/gazette.md)" in page.markdown
