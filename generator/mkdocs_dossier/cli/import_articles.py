"""`dossier import` of texts: each becomes the file of an article, with the pictures that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mkdocs_dossier.cli.echo import echo
from mkdocs_dossier.cli.import_files import Asked, Input, beside, content_of, write

if TYPE_CHECKING:
    from mkdocs_dossier.imports.arrange import Arranged, Target
    from mkdocs_dossier.imports.draft import Draft, Refusal
    from mkdocs_dossier.imports.known import Known
    from mkdocs_dossier.imports.source import Found
    from mkdocs_dossier.run.options import Options
    from mkdocs_dossier.validate.records import Records

Said = dict[Any, tuple[str, ...]]


@dataclass(slots=True)
class _Run:
    """What one run needs for each article, and what it says. lines: with whether they are of problems."""

    said: Said
    known: Known
    target: Target
    options: Options
    asked: Asked
    lines: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)
    failed: int = 0
    published: int = 0

    def problem(self, line: str) -> None:
        self.lines.append(((line,), True))


def import_articles(inputs: list[Input], said: Said, records: Records, options: Options, asked: Asked) -> int:
    """Import articles one by one. Return how many could not be."""
    from mkdocs_dossier.imports.arrange import Target
    from mkdocs_dossier.imports.existing_ids import taken
    from mkdocs_dossier.imports.known import known_of
    from mkdocs_dossier.run.progress import counted
    from mkdocs_dossier.run.progress_bar import progress_bar
    from mkdocs_dossier.schema import named_schemas

    record_set = records.articles
    known = known_of(records.actors.records.values(), record_set.records.values(), taken(record_set))
    target = Target(
        *(options.data_dir, named_schemas(options.root)), folder=asked.folder, again=asked.again, publish=asked.publish
    )
    run = _Run(said, known, target, options, asked)
    try:
        with progress_bar() as progress:
            for one in counted(inputs, "importing articles", len(inputs), progress):
                _import(one, run)
    finally:  # what was written is told, also where somebody stopped the command
        for told, problem in run.lines:
            echo(*told, err=problem)
    if run.published:
        from mkdocs_dossier.diagnostics.run_result import count

        what = f"{count(run.published, 'article')} published"
        echo(f"{what}: the next build shows them to every reader of the site, as they were imported", err=True)
    return run.failed


def _import(one: Input, run: _Run) -> None:
    from mkdocs_dossier.imports.draft import Refusal

    found = _found(one, run.asked)
    if isinstance(found, Refusal):
        run.failed += 1
        run.problem(f"{one.shown}: {found}")
        return
    for note in found.not_taken:
        run.problem(
            f"{one.shown}: not taken: {note}" if not str(note).endswith("--encoding") else f"{one.shown}: {note}"
        )
    for draft in found.drafts:
        shown = f"{one.shown}, {draft.name}" if draft.name else one.shown
        made = _article(one, draft, shown, run)
        if isinstance(made, Refusal):
            run.failed += 1
            run.problem(f"{shown}: {made}")
            continue
        run.known.add(made.article.id, made.path, made.article)
        run.published += made.article.status == "published"
        if run.asked.dry_run:
            run.lines.append(((f"# {made.path}", *made.text.split("\n")), False))
        told = _told(shown, made.path, made.guessed, len(made.left_out))
        run.lines.append(((told,), run.asked.dry_run))


def _found(one: Input, asked: Asked) -> Found | Refusal:
    from mkdocs_dossier.imports.source import ImportSource

    content = content_of(one.path, asked.max_size)
    if not isinstance(content, bytes):
        return content
    if one.kind.read is None:  # of which `import_tables.py` takes care
        raise AssertionError(one.kind.name)
    return one.kind.read(ImportSource(content, one.path.name, asked.reading))


def _article(one: Input, draft: Draft, shown: str, run: _Run) -> Arranged | Refusal:
    """Write one article, and return it; or return why it was not written."""
    from mkdocs_dossier.imports.arrange import arrange
    from mkdocs_dossier.imports.draft import Refusal

    asked = run.asked
    if asked.show_dropped:
        run.lines += [((f"{shown}: left out ({left.rule}): {left.text}",), True) for left in draft.left_out]
    target = replace(run.target, folder=_folder(one, run.target.folder))
    made = arrange(draft, one.path.name, run.said, run.known, target, one.dates(asked))
    if isinstance(made, Refusal):
        return made
    pictures = list(_pictures(one, made, run)) if one.kind.name == "markdown" else []
    made = _with_pictures(made, pictures)
    if len(made.text.encode()) > run.options.max_file_size:
        return Refusal(f"its text has more than {run.options.max_file_size} bytes", "raise the option max_file_size")
    problem = "" if asked.dry_run else write(made.path, made.text, run.options)
    for _, name, content in pictures:
        if not problem and not asked.dry_run and content and (lost := write(name, content, run.options)):
            run.problem(f"{shown}: not taken: {lost}")
    return Refusal(problem) if problem else made


def _folder(one: Input, folder: str | None) -> str | None:
    """The folder of an article: that of the command line, and below it that of a folder which is imported."""
    if not one.folder:
        return folder
    return f"{folder}/{one.folder}" if folder else one.folder


def _pictures(one: Input, made: Arranged, run: _Run) -> Iterator[tuple[str, str, bytes]]:
    """Yield the pictures of an article: as it calls them, where they go, and what is in them where they come along."""
    from mkdocs_dossier.imports.pictures import PictureRefused, moved, new_name, without_metadata

    ways: list[str] = []
    moved(made.text, lambda way: ways.append(way) or "")  # type: ignore[func-returns-value]
    for way in dict.fromkeys(ways):
        content = beside(one, way, run.asked.max_size)
        try:
            clean = without_metadata(content)
        except PictureRefused as refused:
            run.problem(f"{one.shown}: not taken: the picture {way}: {refused}")
            yield way, "", b""
            continue
        yield way, f"{made.path.rpartition('/')[0]}/{new_name(made.path, way, clean.ending)}", clean.content


def _with_pictures(made: Arranged, pictures: list[tuple[str, str, bytes]]) -> Arranged:
    from mkdocs_dossier.imports.pictures import moved

    names = {way: path.rpartition("/")[2] for way, path, _ in pictures}
    return replace(made, text=moved(made.text, lambda way: names.get(way, ""))) if names else made


def _told(shown: str, path: str, guessed: tuple[str, ...], left_out: int) -> str:
    from mkdocs_dossier.diagnostics.run_result import count

    parts = [f"guessed: {', '.join(guessed)}"] if guessed else []
    parts += [f"{count(left_out, 'line')} left out"] if left_out else []
    return f"{path}: from {shown}" + (f" ({'; '.join(parts)})" if parts else "")
