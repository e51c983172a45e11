"""Makes the screenshots that the README and the manual show, from the built demo.

    make screenshots

It needs Chromium on the PATH.
"""

from __future__ import annotations

from tests.browser import chromium, served
from tools.make_manual import ROOT

PAGES = {
    "home": "",
    "actor": "actors/guan-youfei/",
    "country": "countries/syria/",
    "event": "events/hasakah-truce/",
    "day": "dates/2016/08/18/",
    "month": "dates/2016/08/",
    "year": "dates/2016/",
    "article": "articles/2016/a-chinese-admiral-in-damascus/",
    "index": "actors/",
    "network": "explore/network/",
    "connections": "explore/connections/#from=guan-youfei&to=recep-tayyip-erdogan",
    "timeline": "explore/timeline/",
    "map": "explore/map/",
}
"""Each kind of page, as the pictures are called."""


def main() -> None:
    target = ROOT / "docs" / "img"
    target.mkdir(exist_ok=True)
    with served(ROOT / "site") as home, chromium() as browser:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for name, path in PAGES.items():
            page.goto(home + path)
            page.wait_for_timeout(300)  # until what scripts add is there
            page.screenshot(path=target / f"{name}.png")


if __name__ == "__main__":
    main()
