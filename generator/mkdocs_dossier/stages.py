"""The first half of the way, from files to linked articles: all that `dossier check` and `dossier why` need.

read ─► validate ─► link
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from mkdocs_dossier.diagnostics import Diagnostic, in_order
from mkdocs_dossier.images.clean import NotAPicture
from mkdocs_dossier.incremental.cache import Cache
from mkdocs_dossier.incremental.cache_keys import tool_key
from mkdocs_dossier.incremental.digests import digest
from mkdocs_dossier.link.corpus import BatchRunner, Linked, link_collection
from mkdocs_dossier.link.kept import from_kept, to_keep
from mkdocs_dossier.model.collection import LinkedCorpus
from mkdocs_dossier.model.embargo import EmbargoSpan, same_between
from mkdocs_dossier.read.files import FilesRead, SourceFile, read_files
from mkdocs_dossier.read.names import on_disk
from mkdocs_dossier.read.picture import picture_name, read_picture
from mkdocs_dossier.read.territories import built_in_territories
from mkdocs_dossier.run.options import Options
from mkdocs_dossier.run.progress import Progress, silent
from mkdocs_dossier.run.workers import run_batches
from mkdocs_dossier.validate.collection import Validated, make_collection
from mkdocs_dossier.validate.last_good import with_last_good
from mkdocs_dossier.validate.parsed_record import ParsedRecord
from mkdocs_dossier.validate.places import with_places
from mkdocs_dossier.validate.records import Records, RecordsRead, check_files

LINKS = "links"
"""Where the cache keeps what was found in articles."""

PictureNames = Mapping[SourceFile, str | NotAPicture]
"""Where the picture in a file lies in the site, or why it is none."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What was made of the files, stage by stage. A later run in the same process takes from it what is still right.

    Attributes:
        records: Private ones too; for `mkdocs serve` those that are broken now as they were before.
    """

    files: FilesRead
    read: RecordsRead
    records: Records
    pictures: PictureNames
    validated: Validated
    linked: Linked

    @property
    def corpus(self) -> LinkedCorpus:
        return self.linked.corpus

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All that is wrong, in order."""
        found = (*self.files.problems, *self.read.problems, *self.validated.problems, *self.linked.problems)
        return in_order(with_places(found, self.records))


def run_stages(
    options: Options,
    before: Stages | None = None,
    cache: Cache | None = None,
    *,
    files: FilesRead | None = None,
    keep_good: bool = False,
    progress: Progress = silent,
) -> Stages:
    """Read, validate and link the collection.

    Args:
        before: What the last run left, with the same options but for the time.
        cache: Where an earlier process kept what it worked out.
        files: The files, where they are read already.
        keep_good: What is broken now stays as it was before, and there will be more runs in this process.
    """
    if files is None:
        files = read_data(options, before, progress)
    read = check_files(
        files.files, None if before is None else before.read.files, progress, private_on=_private_on(options)
    )
    records = read.records
    if keep_good and before is not None:
        problems = (*files.problems, *read.problems)
        gone = any(problem.code == "no-data" for problem in problems)
        records = before.records if gone else with_last_good(records, before.records, problems)
    pictures: dict[SourceFile, str | NotAPicture] = {}
    validated = make_collection(
        *(records, built_in_territories(), options.now, None if before is None else before.validated),
        look=partial(_look, options, {} if before is None else before.pictures, pictures),
        drafts=options.drafts,
    )
    linked = _link(options, validated, None if before is None else before.linked, cache, read, keep_good, progress)
    return Stages(files, read, records, pictures, validated, linked)


def read_data(options: Options, before: Stages | None = None, progress: Progress = silent) -> FilesRead:
    """Read the files below the data folder.

    Args:
        before: The same of the last run.
    """
    known = None if before is None else before.files
    return read_files(
        options.data_folder, options.root, max_size=options.max_file_size, before=known, progress=progress
    )


def read_records(options: Options) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Read everything below the data folder, each record on its own."""
    files = read_data(options)
    read = check_files(files.files, private_on=_private_on(options))
    return read.records, (*files.problems, *read.problems)


def _private_on(options: Options) -> date | None:
    """Return the day on which private records count as missing; None where an editor is shown them."""
    return None if options.drafts else options.now.date()


def link(options: Options) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Read, validate and link the collection. The diagnostics are in order."""
    stages = run_stages(options)
    return stages.corpus, stages.problems


def _look(options: Options, before: PictureNames, now: dict[SourceFile, str | NotAPicture], file: SourceFile) -> str:
    """Return where the picture in a file lies in the site. Raises `NotAPicture`.

    Args:
        before, now: What is known of pictures since the last run, and after this one.
    """
    if file not in now:
        now[file] = before[file] if file in before else _name_of_picture(options, file)
    found = now[file]
    if isinstance(found, NotAPicture):
        raise found
    return found


def _name_of_picture(options: Options, file: SourceFile) -> str | NotAPicture:
    try:
        return picture_name(read_picture(options.root / on_disk(file.path)))
    except NotAPicture as error:
        return error


def _link(
    options: Options,
    validated: Validated,
    before: Linked | None,
    cache: Cache | None,
    read: RecordsRead,
    keep_good: bool,
    progress: Progress,
) -> Linked:
    """Link the articles, but for those that the last run linked, or an earlier process."""
    run: BatchRunner | None = None if options.executor == "serial" else partial(run_batches, options.executor)
    if cache is None or options.drafts:  # what is private is kept nowhere
        remembered = None if before is None else before.remembered
        return link_collection(validated.collection, remembered, run, again=keep_good, progress=progress)
    key, sources = tool_key(), source_digests(read)
    content = cache.read(LINKS, key)
    kept = None if content is None else from_kept(json.loads(content), validated.collection.documents, sources)
    linked = link_collection(validated.collection, None if kept is None else kept.remembered, run, progress=progress)
    text = json.dumps(to_keep(linked.remembered, sources, kept), ensure_ascii=False, separators=(",", ":"))
    cache.keep(LINKS, key, text.encode("utf-8", "surrogatepass"))
    return linked


def source_digests(read: RecordsRead) -> dict[str, str]:
    """Return what tells the file of each article from any other, by the article's id."""
    return {
        given.id: digest((file.source.text or "").encode("utf-8", "surrogatepass"))
        for file in read.files.values()
        if file.source.kind == "article"
        for given in file.given
        if isinstance(given, ParsedRecord)
    }


def holds_for(records: Records, options: Options) -> EmbargoSpan:
    """Return for which days what was made of `records` holds."""
    return same_between(records.embargoes(), options.now)
