"""The tool with languages that nobody speaks, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.words.pseudo_language import MIRRORED, PSEUDO, tool_with


@pytest.fixture(scope="session")
def pseudo_tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `PYTHONPATH` has to be for the tool to know both languages."""
    return tool_with(tmp_path_factory.mktemp("tool"), PSEUDO, MIRRORED)
