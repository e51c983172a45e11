"""Data files that are scripts, not JSON: browsers let a page that was opened from `file://` load nothing else."""

from __future__ import annotations

import json
import re

_UNSAFE = re.compile("[<\u2028\u2029\ud800-\udfff]")


def data_script(name: str, value: object) -> str:
    """Return a script that sets the global variable `name`. Nothing in the data can end the script or a line of it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Within JSON these can only stand in texts. `<` keeps the file harmless where somebody pastes it into a page; half
    # a pair of surrogates could not be written as UTF-8.
    safe = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", data)
    return f"globalThis.{name}={safe};\n"
