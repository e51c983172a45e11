"""What tells one state of the tool from another: whatever was worked out by another one is worked out again."""

from __future__ import annotations

import os
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from mkdocs_dossier.incremental import cache_keys
from tests.test_architecture import DOORS

WITHOUT_RESULTS = frozenset(
    (
        *("cbor2", "click", "mergedeep", "mkdocs", "watchdog", "yaml_env_tag"),
        *("bibtexparser", "lxml", "mammoth", "odfdo", "pypdf", "python_calamine", "rispy", "striprtf", "trafilatura"),
        *("warcio", "webencodings"),
    )
)
"""What runs the commands, reads settings, imports texts, and orders the full-text index. It is done at each run, and
nothing made by it is kept.
"""

PINNED = frozenset(("pydantic_core",))
"""pydantic asks for one version of it alone."""


def _key(package: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of a tool that lies in a folder."""
    monkeypatch.setattr(cache_keys, "__file__", str(package / "incremental" / "cache_keys.py"))
    return cache_keys.tool_key.__wrapped__()


def test_every_file_of_the_tool_tells_its_state_by_its_size_and_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "pages" / "svg"
    deep.mkdir(parents=True)
    keys = [_key(tmp_path, monkeypatch)]
    (deep / "map.py").write_text("A = 1", encoding="utf-8")
    keys.append(_key(tmp_path, monkeypatch))
    (deep / "map.py").write_text("A = 12", encoding="utf-8")
    keys.append(_key(tmp_path, monkeypatch))
    os.utime(deep / "map.py", ns=(1, 1))
    keys.append(_key(tmp_path, monkeypatch))
    assert len(set(keys)) == len(keys)


def test_what_python_compiled_is_no_other_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _key(tmp_path, monkeypatch)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "map.pyc").write_bytes(b"compiled")
    assert _key(tmp_path, monkeypatch) == before


def test_every_package_that_results_come_out_of_tells_the_state_too() -> None:
    distributions = packages_distributions()
    modules = DOORS.keys() - WITHOUT_RESULTS - PINNED
    assert {_plain(distributions[module][0]) for module in modules} == set(map(_plain, cache_keys._PACKAGES))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")
