"""What the last `mkdocs build` left: where nothing changed that generated pages come from, they stay as they lie."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from generator.build import template_sources
from generator.cache import Cache, digest
from generator.config import Options
from generator.diagnostics import Diagnostic, as_plain, from_plain
from generator.memory import Memory
from generator.model.embargo import is_between
from generator.read.files import read_files
from generator.signature import collection_key
from generator.write.built import is_as_left

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from generator.plugin.shell import Shell

SLOT = "site"


@dataclass(frozen=True)
class LastBuild:
    """span: the days for which it holds. problems: plain. shell: what tells the theme's state. homes: what stood at
    the home marks of pages written by hand, as Markdown, by path. targets: where generated pages and data files lie in
    the site. by_hand: files of the site that MkDocs built. left: the state of all of these. search:
    whether there was a full-text index.
    """

    span: tuple[str, str]
    problems: list[Any]
    shell: str = ""
    homes: Mapping[str, str] = field(default_factory=dict)
    targets: list[str] = field(default_factory=list)
    by_hand: list[str] = field(default_factory=list)
    left: Mapping[str, list[int]] = field(default_factory=dict)
    search: bool = False

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(map(from_plain, self.problems))


def site_key(options: Options, site: str, memory: Memory) -> str:
    """Return what tells this state of data and page templates, built into this folder, from any other."""
    files, unread = read_files(options.data_folder, options.root, max_size=options.max_file_size, memory=memory)
    sources = sorted(template_sources(options).items())
    templates = (part.encode() for name, source in sources for part in (name, source.text))
    return digest(collection_key(options, files, unread).encode(), os.path.abspath(site).encode(), *templates)


def read_last(cache: Cache, key: str, site: str, options: Options) -> LastBuild | None:
    """Return what the last build left, if it was of the same state and the site still is what it was."""
    content = cache.read(SLOT, key)
    last = None if content is None else LastBuild(**json.loads(content))
    return last if last is not None and is_between(last.span, options.now) and is_as_left(site, last.left) else None


def keep_last(cache: Cache, key: str, last: LastBuild) -> None:
    """Keep what this build leaves for the next one."""
    cache.keep(SLOT, key, json.dumps(asdict(last), ensure_ascii=False).encode("utf-8", "surrogatepass"))


def plain_problems(problems: tuple[Diagnostic, ...]) -> list[Any]:
    return [as_plain(problem) for problem in problems]


def shell_key(shell: Shell, config: MkDocsConfig) -> str:
    """Return what tells the theme, the settings and the nav, as far as generated pages show them, from any other."""
    parts = [repr(config.user_configs), repr(dict(config.theme)), os.environ.get("SOURCE_DATE_EPOCH", "")]
    parts += [repr({key: value for key, value in config.extra.items() if not key.startswith("dossier_")})]
    parts += [repr([str(part) for part in (*config.extra_css, *config.extra_javascript)])]
    parts += [f"{path}: {page.previous_page!r} {page.next_page!r}" for path, page in sorted(shell.listed.items())]
    parts += sorted(shell.taken)
    shared = shell.sample()
    parts += [str(shared[name]) for name in sorted(shared) if name.startswith("dossier_")]
    for folder in config.theme.dirs:
        for parent, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".html"):
                    with open(os.path.join(parent, name), encoding="utf-8", errors="replace") as file:
                        parts += [os.path.join(parent, name), file.read()]
    return digest(*(part.encode("utf-8", "replace") for part in parts))
