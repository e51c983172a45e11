"""Each attack of `markdown_attacks.py` as an article beside another one, from file to HTML, each in a process of its
own that may have so much memory. `python -m tests.markdown_trials SIZE [NAME…]` prints what became of each, as JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs_dossier.build import write_site
from mkdocs_dossier.pages.html import render_html
from mkdocs_dossier.run.options import Options
from tests.conftest import NOW, article
from tests.limited import MEGABYTES
from tests.markdown_attacks import attacks

FIRST, LAST = "Firstword", "Lastword"
"""What the body begins and ends with."""

ACTORS = "ann: {name: Ann Bird, type: person, aliases: [Ann]}\n"


def _try(body: str) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data/articles").mkdir(parents=True)
        (root / "data/actors.yml").write_text(ACTORS)
        (root / "data/articles/good.md").write_text(article("Ann Bird sang."))
        text = article(f"{FIRST}\n\n{body}\n\n{LAST}", title="Bad")
        (root / "data/articles/bad.md").write_text(text, encoding="utf-8")
        started = time.process_time()
        site, problems = write_site(Options(root=root, now=NOW, executor="serial"))
        pages = {path: render_html(page.markdown, path, directories=True).html for path, page in site.pages.items()}
        seconds = time.process_time() - started
    shown = pages.get("articles/bad.md")
    return {
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "shown": shown is not None,
        "good": "Ann Bird" in pages.get("articles/good.md", ""),
        "missing": [word for word in (FIRST, LAST) if shown is not None and word not in shown],
        "problems": [[p.place.path, p.code, str(p.severity)] for p in problems[:20]],
    }


def _apart(name: str, body: str) -> None:
    """Try one in a process of its own, and print what became of it."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (100, 100))
        try:
            told = _try(body)
        except BaseException:
            told = {"error": traceback.format_exc()[-2000:]}
        print(json.dumps({"what": name, **told}), flush=True)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        print(json.dumps({"what": name, "error": f"status {status}"}), flush=True)


def main(size: int, names: list[str]) -> None:
    for name, body in attacks(size):
        if not names or name in names:
            _apart(name, body.encode("utf-8", "surrogatepass")[:4_999_000].decode("utf-8", "ignore"))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
