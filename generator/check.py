"""What `dossier check` tells: every problem of a collection. A collection that was checked before is not checked again.

It imports the stages only where they are needed: most runs, of a hook before each commit, find nothing new.
"""

from __future__ import annotations

import json

from generator.cache import FOLDER, Cache
from generator.config import Options
from generator.diagnostics import Diagnostic, as_plain, from_plain
from generator.memory import Memory
from generator.model.embargo import is_between
from generator.progress import Progress, silent
from generator.read.files import read_files
from generator.signature import collection_key


def check(options: Options, memory: Memory, progress: Progress = silent) -> tuple[Diagnostic, ...]:
    """Return what is wrong in the collection, in order. memory: gets what it was found with."""
    cache = Cache(options.root / FOLDER)
    files, unread = read_files(
        options.data_folder, options.root, max_size=options.max_file_size, memory=memory, progress=progress
    )
    key = collection_key(options, files, unread)
    known = cache.read("check", key)
    if known is not None:
        span, problems = json.loads(known)
        if is_between(span, options.now):
            return tuple(map(from_plain, problems))
    from generator.corpus import check_all

    found, span = check_all(options, memory, cache, progress)
    cache.keep("check", key, json.dumps([span, [as_plain(problem) for problem in found]]).encode())
    return found
