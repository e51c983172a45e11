"""Keeps the user's own theme templates usable under `mkdocs serve`: one that fails is replaced by its last good
state.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.diagnostics import Diagnostic, Place
from mkdocs_dossier.serve.failures import template_place
from mkdocs_dossier.serve.log_capture import in_one_line
from mkdocs_dossier.site_build.project_paths import ProjectPaths

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = logging.getLogger("mkdocs.plugins.dossier")

_HINT = "the theme's pages stay as they were until it is fixed"


class OwnTheme:
    """Remembers the templates of the last state in which none failed."""

    def __init__(self) -> None:
        self._good: Mapping[str, str] = {}
        self._stand_in = ""

    def stand(
        self, env: Any, dirs: list[str], own: Path | None, paths: ProjectPaths, render: Callable[[], object]
    ) -> tuple[Diagnostic, ...]:
        """Let `env`, the environment of Jinja, hold templates that work; return what is wrong with the others.

        Args:
            dirs: Where it takes templates from.
            own: Which of them is the user's.
            render: Tries the templates out.
        """
        if own is None:
            self._good = {}
            return ()
        texts, problems = _sound(own, env, paths)
        if not problems:
            problem = _tried(render, own, own, paths)
            if problem is None:
                self._good = texts
                return ()
            problems = [problem]
        else:
            folder = self._put(env, dirs, own, {**_only(self._good, problems, own, paths), **texts})
            problem = _tried(render, folder, own, paths)
            if problem is None:
                return tuple(problems)
            problems.append(problem)
        folder = self._put(env, dirs, own, self._good)
        if _tried(render, folder, own, paths) is not None:
            self._put(env, dirs, own, {})
        return tuple(problems)

    def stop(self) -> None:
        if self._stand_in:
            shutil.rmtree(self._stand_in, ignore_errors=True)

    def _put(self, env: Any, dirs: list[str], own: Path, texts: Mapping[str, str]) -> Path:
        """Let other texts stand in for the user's templates."""
        self.stop()
        self._stand_in = tempfile.mkdtemp(prefix="dossier_")
        for name, text in texts.items():
            file = Path(self._stand_in, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        from_folders(env, [self._stand_in if Path(folder) == own else folder for folder in dirs])
        return Path(self._stand_in)


def own_theme_of(config: MkDocsConfig, folder: Path) -> Path | None:
    """Return the folder among the theme's that is the user's; None if there is none. `folder` is where our theme looks
    for it.
    """
    own = folder if config.theme.name == "dossier" else Path(config.theme.custom_dir or "")
    return own if str(own) in config.theme.dirs and own.is_dir() else None


def from_folders(env: Any, dirs: list[str]) -> Any:
    """Let `env` take its templates from other folders, and return it."""
    env.loader = type(env.loader)(dirs)
    if env.cache is not None:
        env.cache.clear()
    return env


def _sound(own: Path, env: Any, paths: ProjectPaths) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the templates in a folder that compile, and what is wrong with the others."""
    texts: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for file in sorted(path for kind in ("*.html", "*.xml") for path in own.rglob(kind)):
        text = _read(file, env, paths)
        if isinstance(text, Diagnostic):
            problems.append(text)
        else:
            texts[file.relative_to(own).as_posix()] = text
    return texts, problems


def _read(file: Path, env: Any, paths: ProjectPaths) -> str | Diagnostic:
    place = Place(paths.shown(file))
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        return Diagnostic(place, "unreadable-file", f"cannot be read: {reason}", "fix or remove it")
    except UnicodeDecodeError:
        return Diagnostic(place, "encoding", "the file is not UTF-8", "save it as UTF-8")
    if not text:
        return Diagnostic(place, "empty-file", "the file is empty", "to have a part left out, leave a blank line in it")
    try:
        env.compile(text, file.name, str(file))
    except Exception as error:
        line = getattr(error, "lineno", None) or 1
        return Diagnostic(Place(place.path, line), "bad-template", in_one_line(str(error)), _HINT)
    return text


def _only(good: Mapping[str, str], problems: list[Diagnostic], own: Path, paths: ProjectPaths) -> dict[str, str]:
    """Return the last good texts of the templates that are broken now."""
    broken = {problem.place.path for problem in problems}
    return {name: text for name, text in good.items() if paths.shown(own / name) in broken}


def _tried(render: Callable[[], object], folder: Path, own: Path, paths: ProjectPaths) -> Diagnostic | None:
    """Return what goes wrong when pages are rendered with the templates in `folder`, which are the user's `own` or
    stand in for them.
    """
    try:
        render()
    except Exception as error:
        log.debug("trying the theme", exc_info=True)
        place = template_place(error, paths) or Place(paths.shown(own))
        inside = Path(place.path)
        if inside.is_relative_to(folder):
            place = Place(paths.shown(own / inside.relative_to(folder)), place.line)
        return Diagnostic(place, "bad-template", in_one_line(f"{type(error).__name__}: {error}"), _HINT)
    return None
