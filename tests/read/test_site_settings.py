"""One configuration: what `dossier` takes from `mkdocs.yml` is what MkDocs takes from it, and what keeps MkDocs from
starting is said before.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from mkdocs_dossier.diagnostics import Diagnostic, Severity
from mkdocs_dossier.plugin.settings import DossierConfig
from mkdocs_dossier.read.site_faults import _KNOWN, PLUGIN_OPTIONS, option_faults, site_faults
from mkdocs_dossier.read.site_settings import SiteSettings, plugin_settings, read_site

GOOD = "site_name: A site\ntheme: dossier\nplugins: [dossier]\n"
NAMED = "site_name: A site\n"

READ = {
    "a list": NAMED + "plugins:\n  - dossier:\n      data_dir: texts\n",
    "a list of several": NAMED + "plugins:\n  - search\n  - dossier: {data_dir: texts}\n",
    "a mapping": NAMED + "plugins:\n  dossier:\n    data_dir: texts\n",
    "a mapping of several": NAMED + "plugins: {search: {}, dossier: {data_dir: texts, maps: false}}\n",
    "a mapping without options": NAMED + "plugins: {dossier: }\n",
    "a list without options": NAMED + "plugins: [dossier: ]\n",
    "a name alone": NAMED + "plugins: [dossier]\n",
    "a name without the theme's": NAMED + "theme: dossier\nplugins: [/dossier]\n",
    "an option that is null": NAMED + "plugins: [dossier: {data_dir: null}]\n",
    "numbers and flags": NAMED + "plugins: [dossier: {max_file_size: 7, maps: no, drafts: yes, search: off}]\n",
    "another docs folder": GOOD + "docs_dir: pages\n",
    "a docs folder that is absolute": GOOD + "docs_dir: {tmp}/pages\n",
    "inherited options": "INHERIT: base/one.yml\nsite_name: A site\n",
    "inherited twice": "INHERIT: base/two.yml\nplugins: {dossier: {maps: false}}\n",
    "a list over what is inherited": "INHERIT: base/two.yml\nplugins: [dossier: {maps: false}]\n",
    "the environment": NAMED + "plugins: [dossier: {data_dir: !ENV TEXTS}]\n",
    "the environment, or else": NAMED + "plugins: [dossier: {data_dir: !ENV [NOT_SET, TEXTS, other]}]\n",
    "the environment, or a default": NAMED + "plugins: [dossier: {data_dir: !ENV [NOT_SET, texts]}]\n",
    "a number of the environment": NAMED + "plugins: [dossier: {max_file_size: !ENV SEVEN}]\n",
    "nothing of the environment": NAMED + "plugins: [dossier: {data_dir: !ENV NOT_SET}]\n",
    "a name from the environment": "site_name: !ENV TEXTS\nplugins: [dossier: {data_dir: texts}]\n",
    "tags of Python": GOOD
    + "markdown_extensions:\n  - toc:\n      slugify: !!python/object/apply:str {kwds: {object: x}}\n",
    "an anchor": NAMED + "x-y: &own {data_dir: texts}\nextra: *own\nplugins: [dossier: *own]\n",
    "a key twice": NAMED + "plugins: [dossier: {data_dir: other}]\nplugins: [dossier: {data_dir: texts}]\n",
    "UTF-16": (NAMED + "plugins: [dossier: {data_dir: texts}]\n").encode("utf-16"),
    "a byte order mark": (NAMED + "plugins: [dossier: {data_dir: texts}]\n").encode("utf-8-sig"),
    "two lines at the end of Windows": (NAMED + "plugins: [dossier: {data_dir: texts}]\n").replace("\n", "\r\n"),
}
"""Settings with which MkDocs starts."""

BAD = {
    "no name": "plugins: [dossier]\n",
    "nothing": "",
    "a list": "- site_name: A site\n",
    "a text": "site_name\n",
    "a tab": "site_name: A site\nplugins:\n\t- dossier\n",
    "an open bracket": "site_name: [A site\n",
    "bytes that are no text": b"site_name: Stra\xdfe\nplugins: [dossier]\n",
    "characters that YAML has not": "site_name: A\x07site\nplugins: [dossier]\n",
    "a name that is a number": "site_name: 12\nplugins: [dossier]\n",
    "an inherited file that is not there": GOOD + "INHERIT: none.yml\n",
    "a broken inherited file": GOOD + "INHERIT: base/broken.yml\n",
    "plugins as a text": NAMED + "plugins: dossier\n",
    "plugins in one entry": NAMED + "plugins:\n  - dossier:\n    search:\n",
    "a plugin that is a number": NAMED + "plugins: [12, dossier]\n",
    "options as a text": NAMED + "plugins: [dossier: texts]\n",
    "an option of another type": NAMED + "plugins: [dossier: {data_dir: [texts]}]\n",
    "a flag that is a text": NAMED + "plugins: [dossier: {maps: flase}]\n",
    "a number that is a text": NAMED + 'plugins: [dossier: {max_file_size: "7 MB"}]\n',
    "a switch that is a text": NAMED + "plugins: [dossier: {enabled: maybe}]\n",
    "no docs folder": GOOD + "docs_dir: none\n",
    "a docs folder that is a number": GOOD + "docs_dir: 2016\n",
    "docs that are the project": GOOD + "docs_dir: .\n",
    "a site in the docs": GOOD + "site_dir: docs/site\n",
    "docs in the site": GOOD + "site_dir: .\n",
    "an address without a scheme": GOOD + "site_url: example.org\n",
    "a repository without a scheme": GOOD + "repo_url: github.com/example/mine\n",
    "an address that is a list": GOOD + "site_url: [https://example.org]\n",
    "a server without a port": GOOD + "dev_addr: localhost\n",
    "a server that is no address": GOOD + "dev_addr: here:8000\n",
    "a server whose port is none": GOOD + "dev_addr: 127.0.0.1:http\n",
    "a flag of MkDocs that is a text": GOOD + 'use_directory_urls: "no"\n',
    "strict that is a text": GOOD + "strict: perhaps\n",
    "a nav that is a mapping": GOOD + "nav: {Home: index.md}\n",
    "a nav with two in one": GOOD + "nav:\n  - Home: index.md\n    About: about.md\n",
    "a nav with nothing": GOOD + "nav:\n  - Home:\n",
    "a nav with a number": GOOD + "nav: [12]\n",
    "a nav by its former name": GOOD + "pages: [index.md]\n",
    "a theme that is a list": NAMED + "plugins: [dossier]\ntheme: [dossier]\n",
    "a theme without a name": NAMED + "plugins: [dossier]\ntheme: {language: en}\n",
    "a theme that has nothing": NAMED + "plugins: [dossier]\ntheme: {name: null}\n",
    "a theme's folder that is not there": NAMED + "plugins: [dossier]\ntheme: {name: dossier, custom_dir: none}\n",
    "a locale that is a number": NAMED + "plugins: [dossier]\ntheme: {name: dossier, locale: 12}\n",
    "a hook that is not there": GOOD + "hooks: [none.py]\n",
    "something to watch that is not there": GOOD + "watch: [none]\n",
    "stylesheets that are a text": GOOD + "extra_css: mine.css\n",
    "scripts that are a text": GOOD + "extra_javascript: mine.js\n",
    "extra that is a list": GOOD + "extra: [a]\n",
    "extensions that are a text": GOOD + "markdown_extensions: toc\n",
    "a theme that is not installed": NAMED + "plugins: [dossier]\ntheme: nowhere\n",
    "a plugin that is not installed": NAMED + "plugins: [dossier, nowhere]\n",
}
"""Settings with which MkDocs does not start."""

WARNED = {
    "an option that there is not": NAMED + "plugins: [dossier: {data_dri: texts}]\n",
    "a setting that there is not": GOOD + "sitename: A site\n",
}
"""Settings with which MkDocs starts, and gives a warning."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in ("docs", "pages", "base"):
        (tmp_path / folder).mkdir()
    (tmp_path / "base/one.yml").write_text("plugins: {dossier: {data_dir: texts}}\n")
    (tmp_path / "base/two.yml").write_text("INHERIT: one.yml\nsite_name: Two\ndocs_dir: pages\n")
    (tmp_path / "base/broken.yml").write_text("plugins: [\n")
    monkeypatch.setenv("TEXTS", "texts")
    monkeypatch.setenv("SEVEN", "7")
    return tmp_path


def write(project: Path, text: str | bytes, name: str = "mkdocs.yml") -> SiteSettings:
    content = text if isinstance(text, bytes) else text.replace("{tmp}", str(project)).encode()
    (project / name).write_bytes(content)
    return read_site(project)


def as_mkdocs(project: Path, name: str = "mkdocs.yml") -> MkDocsConfig | None:
    """What MkDocs makes of it; None where it does not start."""
    try:
        return load_config(str(project / name))
    except (Abort, ConfigurationError, ValueError, RecursionError):
        return None


def agree(site: SiteSettings, theirs: MkDocsConfig) -> None:
    options = plugin_settings(site.values) or {}
    own: DossierConfig = theirs.plugins["dossier"].config  # type: ignore[assignment]
    for key, kind in PLUGIN_OPTIONS.items():
        value = options.get(key)
        assert (own[key] if value is None else value) == own[key]
        assert own[key] is None or isinstance(own[key], kind)
    assert str(site.docs) == theirs.docs_dir
    for key in ("site_name", "nav", "use_directory_urls"):
        assert site.values.get(key, theirs[key]) == theirs[key]


@pytest.mark.parametrize("case", READ)
def test_what_mkdocs_starts_with_is_read_as_mkdocs_reads_it(project: Path, case: str) -> None:
    site = write(project, READ[case])
    theirs = as_mkdocs(project)
    assert theirs is not None
    agree(site, theirs)
    assert [fault for fault in site_faults(site) if fault.severity is Severity.ERROR] == []
    assert option_faults(site) == ()


@pytest.mark.parametrize("case", BAD)
def test_what_keeps_mkdocs_from_starting_is_said_with_its_line(project: Path, case: str) -> None:
    site = write(project, BAD[case])
    assert as_mkdocs(project) is None
    faults = site_faults(site)
    assert faults
    is_about_others = "installed" in case
    assert any(is_about_others or fault.severity is Severity.ERROR for fault in faults), faults
    for fault in faults:
        assert fault.place.path in ("mkdocs.yml", "base/broken.yml")
        assert "\n" not in str(fault.message) and fault.message


@pytest.mark.parametrize("case", WARNED)
def test_what_mkdocs_warns_of_is_said(project: Path, case: str, caplog: pytest.LogCaptureFixture) -> None:
    site = write(project, WARNED[case])
    assert as_mkdocs(project) is not None
    assert "WARNING" in caplog.text
    (fault,) = site_faults(site)
    assert fault.severity is Severity.WARNING
    assert "did you mean" in fault.hint


def test_the_second_name_counts_where_the_first_is_not_there(project: Path) -> None:
    site = write(project, READ["a mapping"], "mkdocs.yaml")
    theirs = as_mkdocs(project, "mkdocs.yaml")
    assert theirs is not None
    agree(site, theirs)
    assert plugin_settings(site.values) == {"data_dir": "texts"}
    write(project, GOOD)
    assert plugin_settings(read_site(project).values) == {}


def test_a_file_that_inherits_from_itself_is_named_and_nobody_waits_for_ever(project: Path) -> None:
    (project / "base/loop.yml").write_text("INHERIT: ../mkdocs.yml\n")
    (fault,) = site_faults(write(project, GOOD + "INHERIT: base/loop.yml\n"))
    assert (fault.place.path, fault.place.line) == ("base/loop.yml", 1)
    assert "inherits from this file itself" in fault.message


def test_settings_without_the_plugin_make_no_dossiers(project: Path) -> None:
    for text in (NAMED, NAMED + "plugins: [search]\n", NAMED + "plugins: [dossier: {enabled: false}]\n"):
        (fault,) = site_faults(write(project, text))
        assert fault.code == "site-warning" and "MkDocs makes no dossiers" in fault.message
        theirs = as_mkdocs(project)
        assert theirs is not None and "dossier" not in theirs.plugins


def test_without_settings_nothing_is_wrong_with_them(project: Path) -> None:
    assert site_faults(read_site(project)) == ()


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("site_name: A site\nplugins:\n  - search\n  - dossier:\n      maps: flase\n", 5, 7),
        ("site_name: A site\nplugins:\n  dossier:\n    maps: flase\n", 4, 5),
        ("site_name: A site\nplugins: [dossier]\n\nsite_url: example.org\n", 4, 1),
    ],
)
def test_a_fault_is_shown_where_it_stands(project: Path, text: str, line: int, column: int) -> None:
    (fault,) = site_faults(write(project, text))
    assert (fault.place.line, fault.place.column) == (line, column)


def test_a_fault_in_an_inherited_file_is_shown_there(project: Path) -> None:
    (project / "base/one.yml").write_text("site_name: A site\nplugins:\n  dossier: {maps: flase}\n")
    faults: tuple[Diagnostic, ...] = site_faults(write(project, "INHERIT: base/one.yml\n"))
    assert [(fault.place.path, fault.place.line, fault.place.column) for fault in faults] == [("base/one.yml", 3, 13)]


def test_the_settings_that_are_known_are_those_of_mkdocs_and_of_the_plugin() -> None:
    assert set(PLUGIN_OPTIONS) == DossierConfig()._schema_keys  # type: ignore[no-untyped-call]
    assert set(_KNOWN) == MkDocsConfig()._schema_keys - {"config_file_path"}
