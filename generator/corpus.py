"""The first half of the way, from files to linked articles: all that `dossier check` and `dossier why` need.

read ─► validate ─► link
"""

from __future__ import annotations

import json
from functools import partial

from generator.cache import Cache
from generator.config import Options
from generator.diagnostics import Diagnostic, in_order
from generator.incremental.digests import digest
from generator.link.corpus import Run, link_collection
from generator.link.kept import remember, to_keep
from generator.memory import Memory
from generator.model.collection import Collection, LinkedCorpus
from generator.model.embargo import Span, same_between
from generator.pictures.clean import NotAPicture
from generator.progress import Progress, silent
from generator.read.files import SourceFile, read_files
from generator.read.names import on_disk
from generator.read.picture import picture_name, read_picture
from generator.read.territories import built_in_territories
from generator.signature import tool_key
from generator.validate.collection import make_collection
from generator.validate.given import Given
from generator.validate.places import with_places
from generator.validate.records import Records, check_files
from generator.workers import run_batches

LINKS = "links"
"""Where the cache keeps what was found in articles."""


def read_records(
    options: Options, memory: Memory | None = None, progress: Progress = silent
) -> tuple[Records, tuple[Diagnostic, ...]]:
    """Read everything below the data folder, each record on its own."""
    files, unread = read_files(
        options.data_folder, options.root, max_size=options.max_file_size, memory=memory, progress=progress
    )
    records, invalid = check_files(files, memory, progress)
    return records, (*unread, *invalid)


def read_collection(
    options: Options, memory: Memory | None = None, progress: Progress = silent
) -> tuple[Collection, Records, tuple[Diagnostic, ...]]:
    """Read and validate everything below the data folder. Return the records too, the private ones among them."""
    records, problems = read_records(options, memory, progress)
    collection, unresolved = collect(options, records, memory if memory is not None else Memory())
    return collection, records, (*problems, *unresolved)


def collect(options: Options, records: Records, memory: Memory) -> tuple[Collection, tuple[Diagnostic, ...]]:
    """Make the public records a collection, with the pictures that its articles show."""

    def look(file: SourceFile) -> str:
        def read() -> str | NotAPicture:
            try:
                return picture_name(read_picture(options.root / on_disk(file.path)))
            except NotAPicture as error:
                return error

        found = memory.recall(("picture", file.path), (file,), read)
        if isinstance(found, NotAPicture):
            raise found
        return found

    built_in = built_in_territories()
    return make_collection(records, built_in, options.now, memory, look=look, drafts=options.drafts)


def link(options: Options) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Read, validate and link the collection. The diagnostics are in order."""
    collection, records, problems = read_collection(options)
    corpus, unlinked = link_collection(collection, run=_runner(options))
    return corpus, in_order(with_places((*problems, *unlinked), records))


def link_again(
    options: Options,
    collection: Collection,
    memory: Memory,
    cache: Cache | None,
    *,
    keep: bool = False,
    progress: Progress = silent,
) -> tuple[LinkedCorpus, tuple[Diagnostic, ...]]:
    """Link the articles, but for those that an earlier process linked. keep: for further runs in this process."""
    if cache is None:
        return link_collection(collection, memory, _runner(options), again=keep, progress=progress)
    key, sources = tool_key(), source_digests(memory)
    content = cache.read(LINKS, key)
    before = {} if content is None else remember(json.loads(content), collection.documents, sources, memory)
    corpus, problems = link_collection(collection, memory, _runner(options), progress=progress)
    plain = to_keep(memory, sources, before)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    cache.keep(LINKS, key, text.encode("utf-8", "surrogatepass"))
    return corpus, problems


def check_all(
    options: Options, memory: Memory, cache: Cache, progress: Progress = silent
) -> tuple[tuple[Diagnostic, ...], Span]:
    """Return what is wrong in the collection, in order, and for which days that holds. memory: of `read_files`."""
    collection, records, problems = read_collection(options, memory, progress)
    _, unlinked = link_again(options, collection, memory, cache, progress=progress)
    return in_order(with_places((*problems, *unlinked), records)), holds_for(records, options)


def _runner(options: Options) -> Run | None:
    return None if options.executor == "serial" else partial(run_batches, options.executor)


def source_digests(memory: Memory) -> dict[str, str]:
    """Return what tells the file of each article from any other, by the article's id. memory: of `make_edition`."""
    files = memory.last("checked files") or {}
    return {
        given.id: digest((file.source.text or "").encode("utf-8", "surrogatepass"))
        for file in files.values()
        if file.source.kind == "article"
        for given in file.given
        if isinstance(given, Given)
    }


def holds_for(records: Records, options: Options) -> Span:
    """Return for which days what was made of `records` holds."""
    return same_between((record.embargo for record in records.all()), options.now)
