"""Makes the screenshots that the README and the manual show, from the built demo.

    make site && .venv/bin/python -m tools.make_screenshots

It needs Chromium on the PATH.
"""

from __future__ import annotations

from tests.browser import chromium, served
from tools.make_manual import ROOT

PAGES = {
    "home": "",
    "actor": "actors/guan-youfei/",
    "article": "articles/2016/a-chinese-admiral-in-damascus/",
    "day": "dates/2016/08/17/",
    "event": "events/guan-freij/",
}


def main() -> None:
    target = ROOT / "docs" / "img"
    target.mkdir(exist_ok=True)
    with served(ROOT / "site") as home, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for name, path in PAGES.items():
            page.goto(home + path)
            page.screenshot(path=target / f"{name}.png")


if __name__ == "__main__":
    main()
