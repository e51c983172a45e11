"""Real edits of a collection: what an editor changes, and how its page shows that the change has arrived.

They concern the actor that most articles name, and the newest article that names it. Every edit has a number and is
unlike all others, so that none is answered from what is remembered of an earlier one.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mkdocs_dossier.run.package_files import templates_folder

TEMPLATE = "templates/pages/actor.md.jinja"
SYLLABLES = "ka ro mi ta lo ven dar shi bel mu ran tos ki ne gal pra su lin vo ter mar du ha zi jo bre".split()
PLANTED_IN = 5
"""Articles in which a name stands that later becomes an alias."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A project that is ready for edits. actor: its id. records: the file of its record. article: a path."""

    project: Path
    actor: str
    records: Path
    article: Path

    @property
    def actor_url(self) -> str:
        return f"actors/{self.actor}/"

    @property
    def article_url(self) -> str:
        return f"{self.article.relative_to(self.project / 'data').with_suffix('').as_posix()}/"


@dataclass(frozen=True, slots=True)
class Edit:
    """file, text: what is written. url: the page that is concerned. sign: what it holds once the edit has arrived."""

    file: Path
    text: str
    url: str
    sign: str

    def save(self) -> None:
        self.file.write_text(self.text, encoding="utf-8")


def new_alias(number: int) -> str:
    """A name that no collection has, another for each number below 676."""
    first, second = SYLLABLES[number // 26 % 26], SYLLABLES[number % 26]
    return f"Qu{first}{second} Xy{second}{first}n"


def set_scene(project: Path, *, aliases: int) -> Scene:
    """Make a project ready for that many edits of an alias, numbered from 0.

    Some articles get a paragraph with names that no actor has yet: an alias that stands nowhere would change no link.
    """
    records = _records(project / "data")
    newest_first = _newest_first(project / "data")
    texts = {path: path.read_text(encoding="utf-8") for path in newest_first}
    actor = _most_named(records, texts)
    naming = [path for path, text in texts.items() if _names_any(records[actor], text)] or newest_first
    unknown = " ".join(f"{new_alias(number)} was not there." for number in range(aliases))
    for path in naming[:PLANTED_IN]:
        path.write_text(f"{texts[path].rstrip()}\n\n{unknown}\n", encoding="utf-8")
    file = _file_of(project / "data", actor)
    file.write_text(_dump(_load(file)), encoding="utf-8")  # as the edits write it, so that they change but one field
    own = project / TEMPLATE
    own.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(templates_folder() / Path(TEMPLATE).relative_to("templates"), own)
    return Scene(project, actor, file, naming[0])


def edit_summary(scene: Scene, number: int) -> Edit:
    sign = f"Known for summary {number}."
    return Edit(scene.records, _with_record(scene, summary=sign), scene.actor_url, sign)


def edit_alias(scene: Scene, number: int) -> Edit:
    alias = new_alias(number)
    aliases = [*_record(scene, _load(scene.records)).get("aliases", ()), alias]
    return Edit(scene.records, _with_record(scene, aliases=aliases), scene.actor_url, alias)


def edit_article(scene: Scene, number: int) -> Edit:
    sign = f"A later report adds text {number}."
    text = re.sub(r"\n+A later report adds text \d+\.\n*$", "\n", scene.article.read_text(encoding="utf-8"))
    return Edit(scene.article, f"{text.rstrip()}\n\n{sign}\n", scene.article_url, sign)


def edit_template(scene: Scene, number: int) -> Edit:
    sign = f"Template {number} wrote this."
    own = scene.project / TEMPLATE
    text = re.sub(r"\n\nTemplate \d+ wrote this\.\n*$", "\n", own.read_text(encoding="utf-8"))
    return Edit(own, f"{text.rstrip()}\n\n{sign}\n", scene.actor_url, sign)


EDITS: Mapping[str, Callable[[Scene, int], Edit]] = {
    "an actor's summary": edit_summary,
    "an alias of a much-named actor": edit_alias,
    "one article's text": edit_article,
    "a page template's text": edit_template,
}


def _records(data: Path) -> dict[str, dict[str, Any]]:
    listed = data / "actors.yml"
    records = dict(_load(listed)) if listed.exists() else {}
    return records | {path.stem: _load(path) for path in sorted(data.glob("actors/*.yml"))}


def _file_of(data: Path, actor: str) -> Path:
    own = data / "actors" / f"{actor}.yml"
    return own if own.exists() else data / "actors.yml"


def _newest_first(data: Path) -> list[Path]:
    def published(path: Path) -> str:
        found = re.search(r"^date: *'?\"?([0-9-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        return found[1] if found else ""

    return sorted(sorted(data.glob("articles/**/*.md")), key=published, reverse=True)


def _names_any(record: Mapping[str, Any], text: str) -> bool:
    return any(name in text for name in (record["name"], *record.get("aliases", ())) if isinstance(name, str))


def _most_named(records: Mapping[str, Mapping[str, Any]], texts: Mapping[Path, str]) -> str:
    counts = Counter({id: sum(_names_any(record, text) for text in texts.values()) for id, record in records.items()})
    return counts.most_common(1)[0][0]


def _record(scene: Scene, content: dict[str, Any]) -> dict[str, Any]:
    record: dict[str, Any] = content[scene.actor] if scene.records.name == "actors.yml" else content
    return record


def _with_record(scene: Scene, **fields: object) -> str:
    content = _load(scene.records)
    _record(scene, content).update(fields)
    return _dump(content)


def _load(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _dump(content: object) -> str:
    return yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1 << 20)
