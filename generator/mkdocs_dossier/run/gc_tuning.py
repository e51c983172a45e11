"""Memory that nobody needs any more: a process that works and then ends need not give it back."""

from __future__ import annotations

import gc


def tune_gc() -> None:
    """Look for no cycles: these processes make none worth looking for, and to look costs a sixth of their time."""
    gc.disable()


def keep_until_exit(*values: object) -> None:
    """Let `values` go with the process: to take apart what a large collection is made of costs a tenth of a build."""
    kept: list[object] = [*values]
    kept.append(kept)  # as it holds itself, nothing but a search for cycles would ever end it
    gc.freeze()  # and at the end there is one, which passes over what is frozen
