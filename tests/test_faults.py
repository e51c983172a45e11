"""A real `mkdocs serve` to whose files everything happens: it goes on, shows what was good, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.conftest import article
from tests.faults import FAULTS, FILES, PAGES, Fault, can_be_closed
from tests.processes import Server, serving
from tests.small_project import put, small_project

OF_EACH_KIND = (
    *("a list is cut after a field", "a list is empty", "a record is broken", "a single record is a folder"),
    *("an article has bad front matter", "the data folder is gone", "a page template cannot be compiled"),
    *("a page template is empty", "a theme template fails", "a stylesheet is empty", "a page has bad front matter"),
    *("a page is a link to nothing", "the pages' folder is gone", "the settings are empty", "the settings are cut"),
    *("the plugin has a bad option", "the nav names a page that is not there", "a hook raises"),
)
MEANWHILE = (
    *("a list has a fault of syntax", "an article is empty", "a page template uses what is not there"),
    *("a page is not UTF-8", "a theme template cannot be compiled", "the settings have a fault of syntax"),
)
AT_START = (
    *("a single record is empty", "an article has bad front matter", "a page template cannot be compiled"),
    *("a theme template fails", "a page is not UTF-8", "a picture is a link to nothing"),
)

State = Mapping[str, str]
"""What the pages say, by path."""


def _shown(server: Server) -> State:
    return {path: _main(server.page(f"small/{path}")) for path in PAGES}


def _main(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def _started(server: Server) -> State:
    server.wait_for("small/", lambda page: "<main" in page)
    state = _shown(server)
    assert all(state.values())
    return state


def _names(page: str, fault: Fault) -> bool:
    return 'class="problems"' in page and f"<code>{fault.path}:" in page and f"[{fault.says}]" in page


def _stands(server: Server, fault: Fault, good: State) -> None:
    """See that every page says what it said before, and names the fault too."""
    for path in PAGES:
        page = server.page(f"small/{path}")
        assert _main(page) == good[path], path
        assert _names(page, fault), path
    assert server.process.poll() is None


def _is_whole(server: Server, good: State) -> None:
    """Wait until every page is what it was. Those written by hand are built aside, and come when they are built."""
    for path in PAGES[:-1]:
        server.settle(
            f"small/{path}", lambda page, path=path: 'class="problems"' not in page and _main(page) == good[path]
        )
    page = server.page(f"small/{PAGES[-1]}")
    assert 'class="problems"' not in page and _main(page) == good[PAGES[-1]]


def _possible(names: Iterable[str]) -> list[str]:
    return [name for name in names if "may not be read" not in name or can_be_closed()]


def _hold_at_rest(project: Path, names: Iterable[str]) -> None:
    with serving(project) as server:
        good = _started(server)
        for name in _possible(names):
            with server.turning("small/actors/guan-youfei/", lambda page, name=name: _names(page, FAULTS[name])):
                FAULTS[name].break_it(project)
            _stands(server, FAULTS[name], good)
            FAULTS[name].mend(project)
            _is_whole(server, good)
        assert "Traceback" not in server.log()


def _hold_meanwhile(project: Path, names: Iterable[str]) -> None:
    """Each fault right behind other edits, and once more as soon as it is mended."""
    with serving(project) as server:
        good = _started(server)
        for name in _possible(names):
            with server.turning("small/actors/guan-youfei/", lambda page, name=name: _names(page, FAULTS[name])):
                put("docs/sub/method.md", f"# Method\n\nBefore {name}.\n")(project)
                put("data/articles/other.md", FILES["data/articles/other.md"] + f"\nBefore {name}.\n")(project)
                FAULTS[name].break_it(project)
            FAULTS[name].mend(project)
            FAULTS[name].break_it(project)
            for path in ("docs/sub/method.md", "data/articles/other.md"):
                if (project / path).parent.is_dir() and not (project / path).is_dir():
                    put(path, FILES[path])(project)
            server.settle("small/articles/other/", lambda page: "Before" not in _main(page))
            server.settle("small/actors/guan-youfei/", lambda page, name=name: _names(page, FAULTS[name]))
            FAULTS[name].mend(project)
            _is_whole(server, good)
        assert "Traceback" not in server.log()


def test_whatever_befalls_a_file_the_last_good_pages_stay_with_a_banner_until_it_is_mended(tmp_path: Path) -> None:
    _hold_at_rest(small_project(tmp_path, FILES), OF_EACH_KIND)


def test_a_fault_right_behind_other_edits_and_twice_in_a_row_ends_no_server_and_loses_no_page(tmp_path: Path) -> None:
    _hold_meanwhile(small_project(tmp_path, FILES), MEANWHILE)


@pytest.mark.long
def test_every_fault_at_rest(tmp_path: Path) -> None:
    _hold_at_rest(small_project(tmp_path, FILES), FAULTS)


@pytest.mark.long
def test_every_fault_right_behind_other_edits_and_twice_in_a_row(tmp_path: Path) -> None:
    _hold_meanwhile(small_project(tmp_path, FILES), FAULTS)


def _hold_from_start(project: Path, names: list[str], good: State) -> None:
    faults = [FAULTS[name] for name in names]
    for fault in faults:
        fault.break_it(project)
    with serving(project) as server:
        page = server.wait_for("small/actors/", lambda page: "<main" in page)
        for fault in faults:
            assert _names(page, fault), fault.path
        assert all('class="problems"' in server.page(f"small/{path}") for path in PAGES)
        for fault in faults:
            fault.mend(project)
        _is_whole(server, good)
        assert "Traceback" not in server.log()


def _good(folder: Path) -> State:
    with serving(small_project(folder, FILES)) as server:
        return _started(server)


def test_a_server_starts_while_much_is_broken_says_so_and_is_whole_when_all_is_mended(tmp_path: Path) -> None:
    _hold_from_start(small_project(tmp_path / "broken", FILES), list(AT_START), _good(tmp_path / "good"))


@pytest.mark.long
def test_a_server_starts_with_every_fault_that_mkdocs_lets_it_start_with(tmp_path: Path) -> None:
    good = _good(tmp_path / "good")
    for number, name in enumerate(_possible(FAULTS)):
        if FAULTS[name].at_start:
            _hold_from_start(small_project(tmp_path / str(number), FILES), [name], good)


def test_what_is_broken_takes_nothing_else_along(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        _started(server)
        broken = ("a record is broken", "an article is empty", "a page is not UTF-8", "a page template is empty")
        with (
            server.turning("small/actors/wang-yi/", lambda page: "A minister." in page),
            server.turning("small/articles/new/", lambda page: "reported from Aleppo" in page),
            server.turning("small/actors/xinhua/", lambda page: "reported from Aleppo" in page),
            server.turning("small/sub/method/", lambda page: "How it is done now." in page),
        ):
            for name in broken:
                FAULTS[name].break_it(project)
            put("data/actors/wang-yi.yml", "name: Wang Yi\ntype: person\nsummary: A minister.\n")(project)
            put("data/articles/new.md", article("Xinhua reported from Aleppo, Syria.", title="News"))(project)
            put("docs/sub/method.md", "# Method\n\nHow it is done now.\n")(project)
        page = server.page("small/sub/method/")
        assert all(_names(page, FAULTS[name]) for name in broken)
        assert "met ministers" in server.page("small/articles/visit/")


def test_a_record_that_is_taken_out_of_a_list_is_gone_though_another_one_is_broken(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    lists = "broken:\n  name: Broken\n  type: persn\nli-keqiang: {name: Li Keqiang, type: person}\n"
    put("data/actors.yml", FILES["data/actors.yml"].replace("xinhua:", f"{lists}xinhua:"))(project)
    with serving(project) as server:
        server.wait_for("small/actors/li-keqiang/", lambda page: "Li Keqiang" in page)
        text = (project / "data/actors.yml").read_text(encoding="utf-8")
        with server.turning("small/actors/li-keqiang/", lambda page: page == "HTTP 404"):
            put("data/actors.yml", text.replace("li-keqiang: {name: Li Keqiang, type: person}\n", ""))(project)


def test_requests_are_answered_while_mkdocs_builds(tmp_path: Path) -> None:
    project = small_project(tmp_path, FILES)
    with serving(project) as server:
        good = _started(server)
        with server.turning("small/", lambda _: server.log().count("Building documentation") == 2):
            put("hooks/wait", "")(project)
            put("docs/sub/method.md", "# Method\n\nHow it is done now.\n")(project)
        assert _shown(server) == good
        with server.turning("small/sub/method/", lambda page: "How it is done now." in page):
            (project / "hooks/wait").unlink()


def test_folders_that_come_later_are_noticed(tmp_path: Path) -> None:
    project = tmp_path
    for path in ("mkdocs.yml", "hooks/hook.py", "docs/index.md", "docs/about.md", "data/actors.yml"):
        put(path, FILES[path].replace("  - Method: sub/method.md\n", ""))(project)
    with serving(project) as server:
        server.wait_for("small/", lambda page: "<main" in page)
        with server.turning("small/actors/wang-yi/", lambda page: "Wang Yi" in page):
            put("data/actors/wang-yi.yml", FILES["data/actors/wang-yi.yml"])(project)
        with server.turning("small/actors/wang-yi/", lambda page: "All about Wang Yi" in page):
            put("templates/pages/actor.md.jinja", "# All about {{ page.title }}\n")(project)
        with server.turning("small/deep/down/page/", lambda page: "Far below." in page):
            put("docs/deep/down/page.md", "# Deep\n\nFar below.\n")(project)
        with server.turning("small/actors/wang-yi/", lambda page: "Our own footer" in page):
            put("templates/theme/footer.html", "<p>Our own footer</p>\n")(project)
