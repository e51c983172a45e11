"""Knows the files that editors leave beside those that they save. They are no part of a project."""

from __future__ import annotations

import posixpath
import re

_TEMPORARY = re.compile(
    r"""
    [.\#].*            # .actors.yml.swp, .#actors.yml, #actors.yml#
    | .*~              # actors.yml~
    | 4913             # by which Vim finds out whether it may write into a folder
    | .*\.(sw[a-p]|tmp|temp|bak|orig|part|crdownload)
    | .*___jb_(tmp|old)___
    | .*\.sb-[0-9a-f]+-\w+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_temporary(path: str) -> bool:
    """Tell whether a file has a name as editors give to their copies and locks."""
    return _TEMPORARY.fullmatch(posixpath.basename(path.replace("\\", "/"))) is not None
