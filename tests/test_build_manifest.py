"""What a build leaves of the one before and what it makes anew, edit after edit, in the site as it is then."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.processes import run
from tests.site_edits import append, own, remove, swap
from tests.small_project import put, small_project

JANUARY, APRIL = "1767225600", "1775001600"
"""Before and after the embargo of the one article that is under one."""

CLOCK = """
import datetime, os
from mkdocs_dossier.run import options

NOW = int(os.environ.pop("SOURCE_DATE_EPOCH"))

class Clock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(NOW, tz)

options.datetime = Clock
"""
"""A hook that takes the time out of the environment, and puts the clock to it."""


class Project:
    def __init__(self, root: Path) -> None:
        self.root = root
        append("data/articles/left.md", "\n![A dot](dot.png)\n")(root)
        file = BytesIO()
        Image.new("RGB", (3, 2), "gold").save(file, "PNG")
        (root / "data/articles/dot.png").write_bytes(file.getvalue())

    def build(self, epoch: str = JANUARY) -> str:
        """Build the site, and return what was said."""
        done = run("mkdocs", "build", cwd=self.root, SOURCE_DATE_EPOCH=epoch)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def page(self, path: str) -> str:
        """What the site has at a path; nothing where there is no such page."""
        file = self.root / "site" / path / "index.html"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def pictures(self) -> list[Path]:
        return [file for file in (self.root / "site").rglob("*.png") if "img" not in file.parts]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A site that was built. Each test goes on from where another one left it: what lies there never matters."""
    built = Project(small_project(tmp_path_factory.mktemp("project")))
    built.build()
    return built


def test_a_record_comes_and_goes_with_the_day_of_the_build_though_no_file_was_edited(project: Project) -> None:
    assert not project.page("articles/plan")
    project.build(APRIL)
    assert "secret plan" in project.page("articles/plan")
    assert "Plan" in project.page("actors/john-kerry")
    project.build(JANUARY)
    assert not project.page("articles/plan")
    assert "Plan" not in project.page("actors/john-kerry")


def test_a_record_comes_and_goes_by_the_clock_alone(project: Project) -> None:
    """Where the environment says nothing of the time, nothing else tells one build from the next."""
    put("clock.py", CLOCK)(project.root)
    append("mkdocs.yml", "hooks: [clock.py]\n")(project.root)
    for day, is_there in ((JANUARY, False), (APRIL, True), (JANUARY, False)):
        project.build(day)
        assert bool(project.page("articles/plan")) is is_there
    swap("mkdocs.yml", "hooks: [clock.py]\n", "")(project.root)


def test_every_page_follows_the_theme_and_the_settings(project: Project) -> None:
    for more in ("<!-- our own -->", "<!-- another -->"):
        own("templates/theme/main.html", more)(project.root)
        project.build()
        assert more in project.page("actors/xinhua")
    swap("mkdocs.yml", "edit/main/docs/", "edit/trunk/docs/")(project.root)
    project.build()
    assert "edit/trunk/data/actors.yml" in project.page("actors/xinhua")


def test_what_is_private_now_or_leads_on_no_more_is_nowhere_in_the_site(project: Project) -> None:
    swap("data/actors.yml", "xinhua: {", "xinhua: {formerly: [news], ")(project.root)
    project.build()
    assert "moved" in project.page("actors/news")
    assert len(project.pictures()) == 1
    swap("data/actors.yml", "formerly: [news], ", "")(project.root)
    project.build()
    assert not project.page("actors/news")
    swap("data/actors.yml", "john-kerry: {", "john-kerry: {status: draft, ")(project.root)
    swap("data/articles/left.md", "title:", "status: draft\ntitle:")(project.root)
    project.build()
    assert [path for path in ("actors/john-kerry", "articles/left") if project.page(path)] == []
    assert project.pictures() == []
    swap("data/actors.yml", "status: draft, ", "")(project.root)
    swap("data/articles/left.md", "status: draft\n", "")(project.root)
    project.build()
    assert project.page("actors/john-kerry") and project.page("articles/left")
    assert len(project.pictures()) == 1


def test_a_page_by_hand_takes_the_place_of_a_generated_one_for_as_long_as_it_is_there(project: Project) -> None:
    generated = project.page("actors/xinhua")
    put("docs/actors/xinhua.md", "# Xinhua\n\nAll by hand.\n")(project.root)
    project.build()
    assert "All by hand." in project.page("actors/xinhua")
    remove("docs/actors")(project.root)
    project.build()
    assert project.page("actors/xinhua") == generated


def test_a_page_that_somebody_changed_or_removed_in_the_site_is_made_anew(project: Project) -> None:
    page = project.root / "site/actors/xinhua/index.html"
    good = page.read_text(encoding="utf-8")
    page.write_text(good.replace("Xinhua", "Nihuax"), encoding="utf-8")  # which has the same size
    project.build()
    assert page.read_text(encoding="utf-8") == good
    page.unlink()
    project.build()
    assert page.read_text(encoding="utf-8") == good


def test_a_file_that_is_renamed_or_put_beside_the_others_is_noticed(project: Project) -> None:
    (project.root / "data/articles/left.md").rename(project.root / "data/articles/gone.md")
    project.build()
    assert project.page("articles/gone") and not project.page("articles/left")
    put("data/actors.yaml", "li: {name: Li, type: person}\n")(project.root)
    for _ in range(2):
        assert "data/actors.yaml" in project.build()


def test_what_is_withheld_leaves_a_site_so_large_that_only_what_changed_is_moved_into_it(project: Project) -> None:
    put("large.py", "from mkdocs_dossier.site_build import output\n\noutput.MANY = 0\n")(project.root)
    append("mkdocs.yml", "hooks: [large.py]\n")(project.root)
    project.build()
    assert project.page("actors/john-kerry")
    swap("data/actors.yml", "john-kerry: {", "john-kerry: {status: draft, ")(project.root)
    project.build()
    assert not project.page("actors/john-kerry")
    swap("mkdocs.yml", "hooks: [large.py]\n", "")(project.root)
