"""From a few answers to the files of a new collection. They are made of those in `templates/starter/`, which have no
point before their names, so that what is meant for the new folder is in force in no other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from mkdocs_dossier.pages.markdown import escape
from mkdocs_dossier.starter.answers import Answers
from mkdocs_dossier.vscode.files import schema_files
from mkdocs_dossier.vscode.settings import KEY

SETTINGS = "mkdocs.yml"

IGNORED = ".gitignore"

_TEMPLATES = {
    SETTINGS: "mkdocs.yml",
    "README.md": "README.md",
    "docs/index.md": "docs/index.md",
}
"""The files in which something of the answers stands, and what they are made of."""

_AS_THEY_ARE = {
    ".github/workflows/pages.yml": "github/workflows/pages.yml",
    IGNORED: "gitignore",
    ".vscode/extensions.json": "vscode/extensions.json",
    "requirements.txt": "requirements.txt",
}

_EXAMPLES = ("data/actors.yml", "data/events.yml", "data/articles/2026/a-new-ferry.md")

_EMPTY = {
    "data/actors/.gitkeep": "",
    "data/articles/.gitkeep": "",
    "data/events/.gitkeep": "",
}
"""Git keeps no empty folder."""

_NO_REPOSITORY = "# repo_url: https://github.com/NAME/REPOSITORY\n# edit_uri: edit/main/docs/"

_TAGS = ["!ENV scalar", "!ENV sequence"]
"""The tags of `mkdocs.yml` that an editor would not know."""


def starter_files(answers: Answers, folder: Path, version: str) -> dict[str, str]:
    """Return the files of a new collection by their paths, `mkdocs.yml` last: once it is there, all of it is.

    Args:
        folder: Where their templates lie.
        version: That of Dossier, which the workflow installs.
    """
    values = {
        "name": json.dumps(answers.name, ensure_ascii=False),
        "heading": escape(answers.name),
        "language": json.dumps(answers.language),
        "repository": _repository(answers),
    }
    made = {path: _text(folder, source) for path, source in _AS_THEY_ARE.items()}
    made |= _EMPTY if answers.empty else {path: _text(folder, path) for path in _EXAMPLES}
    made[".vscode/settings.json"] = _editor("data")
    made["requirements.in"] = f"mkdocs-dossier[search]=={version}\n"
    made |= {path: Template(_text(folder, source)).substitute(values) for path, source in _TEMPLATES.items()}
    return {path: made[path] for path in sorted(made, key=lambda path: (path == SETTINGS, path))}


def missing_lines(before: str, wanted: str) -> tuple[str, ...]:
    """Return the lines of one `.gitignore` that another has not got."""
    known = {line.strip().strip("/") for line in before.splitlines()}
    lines = (line.strip() for line in wanted.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#") and line.strip("/") not in known)


def _text(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def _repository(answers: Answers) -> str:
    if not answers.repository:
        return _NO_REPOSITORY
    lines: Mapping[str, str] = {"repo_url": answers.repository, "edit_uri": answers.edit_uri}
    return "\n".join(f"{key}: {value}" for key, value in lines.items() if value)


def _editor(data: str) -> str:
    settings = {KEY: schema_files(data), "yaml.customTags": _TAGS}
    return json.dumps(settings, indent=2) + "\n"
