"""Turns what MkDocs, a plugin or a template raises into diagnostics that name a place."""

from __future__ import annotations

import sysconfig
import traceback
from collections.abc import Iterator
from pathlib import Path

from mkdocs_dossier.diagnostics import Diagnostic, Place, Severity
from mkdocs_dossier.serve.log_capture import LogCapture, in_one_line
from mkdocs_dossier.site_build.project_paths import ProjectPaths

_TEMPLATES = (".html", ".xml", ".jinja")
_ELSEWHERE = tuple({sysconfig.get_path(name) for name in ("stdlib", "purelib", "platlib")})
_HINT = "the pages that MkDocs builds stay as they were until it is fixed"


def failures(error: BaseException, capture: LogCapture | None, paths: ProjectPaths) -> tuple[Diagnostic, ...]:
    """Return what went wrong in a build. ear: what MkDocs said of it, which tells more than the error mostly."""
    told = [] if capture is None else [one for one in capture.problems(paths) if one.severity is Severity.ERROR]
    template = template_place(error, paths)
    if told and (template is None or template.path.startswith("/")):
        return tuple(told)
    return (failure(error, paths),)


def failure(error: BaseException, paths: ProjectPaths) -> Diagnostic:
    """Return what went wrong, and where: in a template, in code of the project, else in `mkdocs.yml`."""
    message = in_one_line(f"{_name(error)}{error}" or type(error).__name__)
    template = template_place(error, paths)
    if template is not None:
        return Diagnostic(template, "bad-template", message, _HINT)
    own = next(_own_code(error, paths), None)
    return Diagnostic(own or Place(paths.shown(paths.settings)), "site-error", message, _HINT)


def template_place(error: BaseException, paths: ProjectPaths) -> Place | None:
    """Return the place in a template at which it failed, if it did in one."""
    path, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if isinstance(path, str) and path.endswith(_TEMPLATES) and isinstance(line, int):
        return Place(paths.shown(path), line)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(_TEMPLATES)]
    return Place(paths.shown(frames[-1].filename), frames[-1].lineno or 1) if frames else None


def _own_code(error: BaseException, paths: ProjectPaths) -> Iterator[Place]:
    """Yield the places in the project's own code (a hook, an extension) that the error came through, the innermost
    first.
    """
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        inside = path.is_relative_to(paths.root) and not frame.filename.startswith(_ELSEWHERE)
        if inside and not path.is_relative_to(Path(__file__).parents[1]):
            yield Place(paths.shown(path), frame.lineno or 1)


def _name(error: BaseException) -> str:
    """Return the name of an error whose message was not meant for readers."""
    return "" if type(error).__module__.startswith("mkdocs.") else f"{type(error).__name__}: "
