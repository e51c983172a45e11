"""What tests share: a collection made of texts, the demo built once, a real server, a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, settings

from mkdocs_dossier.pages.render import Renderer
from mkdocs_dossier.run.options import Options

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from mkdocs_dossier.pages.sources import TemplateSource
    from mkdocs_dossier.words.catalogue import Words
    from tests.browser import Watched

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 1, 1, tzinfo=UTC)

Files = Mapping[str, str]
MakeCollection = Callable[[Files], Options]


settings.register_profile("drawn", deadline=None)
settings.load_profile("drawn")
"""Other examples each time, and no matter how long one of them takes: a busy machine is no fault of the code."""

settings.register_profile("steady", settings.get_profile("drawn"), derandomize=True)
"""The same examples every time, so that what fails is what was changed. `make test-long` draws others each time."""

settings.register_profile("first", settings.get_profile("steady"), phases=[Phase.explicit, Phase.generate])
"""The first example that fails will do, for `make mutants`: to look for a small one takes much longer."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="write what was found into the golden files")


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    """Let editions of the same templates have them compiled once: in a small collection, that is most of the work."""
    known: dict[object, Renderer] = {}

    def renderer(sources: Mapping[str, TemplateSource], words: Words) -> Renderer:
        key = (words, *sorted(sources.items(), key=itemgetter(0)))
        return known[key] if key in known else known.setdefault(key, Renderer(sources, words))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("mkdocs_dossier.build.Renderer", renderer)
        yield


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))


@pytest.fixture
def collection(tmp_path: Path) -> MakeCollection:
    """Write the files of a collection below a project folder, and return its options."""

    from tests.small_project import write

    def make(files: Files, **options: object) -> Options:
        write(tmp_path, {path: dedent(text) for path, text in files.items()})
        return Options(root=tmp_path, now=NOW, **options)  # type: ignore[arg-type]

    return make


def article(body: str, *, date: str = "2016-08-18", title: str = "A brief", **fields: str) -> str:
    """The file of an article."""
    more = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\n\n{body}\n"


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built once."""
    from tests.installing import built_wheel

    return built_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demo, built once with `mkdocs build --strict`."""
    from tests.processes import run

    site = tmp_path_factory.mktemp("demo") / "site"
    done = run("mkdocs", "build", "--strict", "--site-dir", str(site), cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    yield site


@pytest.fixture(scope="session")
def home(demo_site: Path) -> Iterator[str]:
    """The address of the demo, served on this machine."""
    from tests.browser import served

    with served(demo_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium: one for all tests, since a thread can hold but one."""
    from tests.browser import chromium

    with chromium() as browser:
        yield browser


@pytest.fixture
def watched(browser: Browser, home: str) -> Iterator[Watched]:
    """A window on the demo in which nothing may go wrong."""
    from tests.browser import Watched

    page = browser.new_page(viewport={"width": 1280, "height": 900})
    watched = Watched(page, home)
    yield watched
    watched.assert_calm()
    page.close()
