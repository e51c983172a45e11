"""A real `mkdocs serve`, and editors that save each in a way of their own; MkDocs' options for serving."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.error import HTTPError

import pytest

from tests.faults import FAULTS, FILES
from tests.processes import serving
from tests.small_project import put, small_project

Save = Callable[[Path, str], None]


def _in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def _by_replacing(path: Path, text: str) -> None:
    """As most editors do it: all at once."""
    other = path.with_name(f".{path.name}.tmp")
    other.write_text(text, encoding="utf-8")
    os.replace(other, path)


def _by_a_backup(path: Path, text: str) -> None:
    """As Vim and Emacs do it: the old one is put away, then the new one is written."""
    (path.parent / "4913").write_bytes(b"")
    (path.parent / "4913").unlink()
    os.replace(path, path.with_name(f"{path.name}~"))
    time.sleep(0.05)
    path.write_text(text, encoding="utf-8")
    path.with_name(f"{path.name}~").unlink()


def _by_removing(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.1)
    path.write_text(text, encoding="utf-8")


def _in_pieces(path: Path, text: str) -> None:
    """As over a slow network."""
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(text), max(len(text) // 4, 1)):
            file.flush()
            time.sleep(0.1)
            file.write(text[start : start + max(len(text) // 4, 1)])


SAVES: dict[str, Save] = {
    "in place": _in_place,
    "by replacing": _by_replacing,
    "by a backup": _by_a_backup,
    "by removing": _by_removing,
    "in pieces": _in_pieces,
}
EDITED = {
    "data/actors.yml": ("A rear admiral.", "actors/guan-youfei/"),
    "data/actors/wang-yi.yml": ("name: Wang Yi", "actors/wang-yi/"),
    "data/articles/visit.md": ("met ministers", "articles/visit/"),
    "docs/about.md": ("By hand", "about/"),
    "templates/pages/event.md.jinja": ("our own template", "events/talks/"),
    "templates/theme/footer.html": ("Our own footer", "actors/xinhua/"),
}


def _hold(project: Path, saves: Iterable[tuple[str, str]]) -> None:
    """saves: the way of saving, and the file."""
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        for name, path in saves:
            text, page = EDITED[path]
            new = f"{text.removeprefix('name: ')} {name}"
            edited = FILES[path].replace(text, text.replace(text.removeprefix("name: "), new))
            with server.turning(
                f"small/{page}", lambda shown, new=new: new in shown and 'class="problems"' not in shown
            ):
                SAVES[name](project / path, edited)


def test_every_way_of_saving_and_every_kind_of_file_is_noticed_and_leaves_no_banner(tmp_path: Path) -> None:
    pairs = [(name, path) for i, name in enumerate(SAVES) for j, path in enumerate(EDITED) if (i + j) % 2 == 0]
    _hold(small_project(tmp_path, FILES), pairs)


@pytest.mark.long
def test_every_way_of_saving_every_kind_of_file_is_noticed(tmp_path: Path) -> None:
    _hold(small_project(tmp_path, FILES), [(name, path) for name in SAVES for path in EDITED])


def test_what_editors_leave_beside_a_file_changes_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        before = server.get("small/dossier/serve/state")
        for folder in ("data", "data/articles", "docs", "templates/pages", "templates/theme"):
            for name in (".x.md.swp", ".#x.md", "#x.md#", "x.md~", "4913", "x.yml~", "x.html~"):
                (project / folder / name).write_text("{{ [", encoding="utf-8")
        time.sleep(1)  # a server that is slower says nothing either
        assert server.get("small/dossier/serve/state") == before
        with server.turning("small/about/", lambda page: "Another text." in page):
            _in_place(project / "docs/about.md", "# About\n\nAnother text.\n")
        assert "problems" not in server.get("small/about/").replace('id="dossier:problems"', "")
        with pytest.raises(HTTPError, match="404"):
            server.get("small/x.md~")


def test_files_that_are_created_renamed_and_removed_are_noticed_wherever_they_lie(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        with server.turning("small/actors/li/", lambda page: "Li Keqiang" in page):
            put("data/actors/li.yml", "name: Li Keqiang\ntype: person\n")(project)
        with (
            server.turning("small/actors/li-keqiang/", lambda page: "Li Keqiang" in page),
            server.turning("small/actors/li/", _is_gone),
        ):
            os.rename(project / "data/actors/li.yml", project / "data/actors/li-keqiang.yml")
        with server.turning("small/actors/li-keqiang/", _is_gone):
            os.rename(project / "data/actors", project / "data/actors-later")
        with server.turning("small/actors/li-keqiang/", lambda page: "Li Keqiang" in page):
            os.rename(project / "data/actors-later", project / "data/actors")
        with server.turning("small/new/", lambda page: "A new page." in page):
            put("docs/new.md", "# New\n\nA new page.\n")(project)
        with (
            server.turning("small/newer/", lambda page: "A new page." in page),
            server.turning("small/new/", _is_gone),
        ):
            os.rename(project / "docs/new.md", project / "docs/newer.md")
        with server.turning("small/newer/", _is_gone):
            (project / "docs/newer.md").unlink()


def _is_gone(page: str) -> bool:
    return page == "HTTP 404"


def test_a_folder_that_another_one_takes_the_place_of_is_followed(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        with server.turning("small/actors/li/", lambda page: "Li Keqiang" in page):
            os.rename(project / "data", project / "old")
            shutil.copytree(project / "old", project / "data")
            put("data/actors/li.yml", "name: Li Keqiang\ntype: person\n")(project)
        with server.turning("small/actors/li/", lambda page: "Li Peng" in page):
            put("data/actors/li.yml", "name: Li Peng\ntype: person\n")(project)


def test_a_page_written_by_hand_is_said_to_lead_nowhere_for_as_long_as_it_does(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    about = FILES["docs/about.md"].replace("see [Guan]", "see [Li](actors/li.md) and [Guan]")
    put("docs/about.md", about)(project)
    with serving(project) as server:
        server.wait_for("small/actors/xinhua/", lambda page: "actors/li.md" in page)
        with server.turning("small/actors/xinhua/", lambda page: "<main" in page and 'class="problems"' not in page):
            put("data/actors/li.yml", "name: Li Keqiang\ntype: person\n")(project)
        assert 'href="../actors/li/"' in server.get("small/about/")
        with server.turning("small/actors/xinhua/", lambda page: "actors/li.md" in page):
            (project / "data/actors/li.yml").unlink()


def test_without_live_reload_all_pages_are_served_as_they_are_and_say_what_is_wrong(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    FAULTS["a single record is empty"].break_it(project)
    with serving(project, "--no-livereload") as server:
        page = server.wait_for("small/actors/guan-youfei/", lambda page: "<main" in page)
        assert "<code>data/actors/wang-yi.yml:" in page and "<script>" not in page and "banner.js" not in page
        assert "<code>data/actors/wang-yi.yml:" in server.get("small/about/")
        assert ".problems" in server.get("small/dossier/serve/banner.css")


@pytest.mark.parametrize(
    ("option", "theme"),
    [("--livereload", "dossier"), ("--dirty", "dossier"), ("--clean", "dossier"), ("--clean", "mkdocs")],
)
def test_with_any_other_option_an_edit_is_followed_and_an_error_ends_nothing(
    option: str, theme: str, tmp_path: Path
) -> None:
    project = small_project(tmp_path, FILES)
    put("mkdocs.yml", FILES["mkdocs.yml"].replace("{name: dossier}", f"{{name: {theme}}}"))(project)
    with serving(project, option) as server:
        server.wait_for("small/actors/guan-youfei/", lambda page: "A rear admiral." in page)
        with server.turning("small/actors/guan-youfei/", lambda page: "A vice admiral." in page):
            put("data/actors.yml", FILES["data/actors.yml"].replace("A rear", "A vice"))(project)
        with server.turning("small/actors/guan-youfei/", lambda page: 'class="problems"' in page):
            FAULTS["an article is empty"].break_it(project)
        page = server.get("small/actors/guan-youfei/")
        assert "A vice admiral." in page and "<code>data/articles/visit.md:" in page
        with server.turning(
            "small/articles/visit/", lambda page: "met ministers" in page and 'class="problems"' not in page
        ):
            FAULTS["an article is empty"].mend(project)


def test_what_is_watched_besides_is_followed(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", FILES)
    put("more/notes.txt", "one")(tmp_path)
    with serving(project, "--watch", str(tmp_path / "more")) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        with server.turning("small/", lambda _: server.log().count("Building documentation") == 2):
            put("more/notes.txt", "two")(tmp_path)


def test_an_edit_that_the_system_tells_nobody_of_is_followed(tmp_path: Path) -> None:
    """As on drives of another system: through a link that lies elsewhere, no event reaches the folder."""
    project = small_project(tmp_path / "project", FILES)
    elsewhere = {name: tmp_path / Path(name).name for name in ("data/actors.yml", "docs/about.md")}
    for name, link in elsewhere.items():
        os.link(project / name, link)
    with serving(project) as server:
        server.wait_for("small/actors/guan-youfei/", lambda page: "A rear admiral." in page)
        with server.turning("small/actors/guan-youfei/", lambda page: "A vice admiral." in page):
            _in_place(elsewhere["data/actors.yml"], FILES["data/actors.yml"].replace("A rear", "A vice"))
        with server.turning("small/about/", lambda page: "One more text." in page):
            _in_place(elsewhere["docs/about.md"], "# About\n\nOne more text.\n")


def test_with_another_theme_too_an_error_ends_nothing_and_is_shown(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    put("mkdocs.yml", FILES["mkdocs.yml"].replace("{name: dossier}", "{name: mkdocs}"))(project)
    with serving(project) as server:
        server.wait_for("small/actors/guan-youfei/", lambda page: "A rear admiral." in page)
        with server.turning("small/about/", lambda page: 'class="problems"' in page):
            put("hooks/raise", "")(project)
            put("docs/about.md", "# About\n\nAnother text.\n")(project)
        page = server.get("small/about/")
        assert "By hand" in page and "<code>hooks/hook.py:" in page
        with server.turning("small/about/", lambda page: "One more text." in page and 'class="problems"' not in page):
            (project / "hooks/raise").unlink()
            put("docs/about.md", "# About\n\nOne more text.\n")(project)


def test_mkdocs_builds_anew_when_a_page_with_figures_is_asked_for_not_when_another_is(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        builds = server.log().count("Building documentation")
        before = server.get("small/")
        with server.turning("small/actors/li/", lambda page: "Li Keqiang" in page):
            put("data/actors/li.yml", "name: Li Keqiang\ntype: person\n")(project)
        for asset in ("css/dossier.css", "js/dossier.js", "img/favicon.svg"):
            assert server.get(f"small/{asset}")
        time.sleep(0.5)
        assert server.log().count("Building documentation") == builds
        assert '<strong>3</strong> <a href="actors/">' in before
        server.settle("small/", lambda page: '<strong>4</strong> <a href="actors/">' in page)
        assert server.log().count("Building documentation") > builds


def test_figures_follow_an_edit_after_a_build_that_failed(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        with server.turning("small/", lambda page: 'class="problems"' in page and "hooks/hook.py" in page):
            put("hooks/raise", "")(project)
            put("docs/about.md", "# About\n\nAnother text.\n")(project)
        (project / "hooks/raise").unlink()
        with server.turning("small/", lambda page: '<strong>4</strong> <a href="actors/">' in page):
            put("data/actors/li.yml", "name: Li Keqiang\ntype: person\n")(project)
