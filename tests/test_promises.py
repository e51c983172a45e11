"""What the project promises of dates and names, each as its words say it."""

from __future__ import annotations

from mkdocs_dossier.build import WrittenSite, write_site
from tests.conftest import MakeCollection, article

ACTORS = """
russia-mod:
  name: Ministry of Defence of Russia
  type: government
  aliases: [the Russian defence ministry]
"""


def _site(collection: MakeCollection, body: str) -> WrittenSite:
    site, problems = write_site(collection({"data/actors.yml": ACTORS, "data/articles/a.md": article(body)}))
    assert problems == ()
    return site


def test_on_wednesday_in_an_article_of_thursday_is_the_day_before(collection: MakeCollection) -> None:
    site = _site(collection, "The delegation left on Wednesday.")
    day = site.pages["dates/2016/08/17.md"].markdown
    assert "The delegation left on **[Wednesday](../../../articles/a.md#" in day
    assert "“Wednesday” read as 17 August 2016" in day


def test_earlier_this_week_is_on_no_single_day(collection: MakeCollection) -> None:
    site = _site(collection, "The delegation left earlier this week.")
    days = [path for path in site.pages if path.startswith("dates/2016/08/") and not path.endswith("index.md")]
    assert days == ["dates/2016/08/18.md"]  # the day of publication
    assert "earlier this week" not in site.pages["dates/2016/08/18.md"].markdown
    assert "The delegation left **[earlier this week]" in site.pages["dates/2016/08/index.md"].markdown


def test_a_month_is_a_month_and_not_its_first_day(collection: MakeCollection) -> None:
    site = _site(collection, "Russia entered the war in September 2015.")
    assert "Russia entered the war in **[September 2015]" in site.pages["dates/2015/09/index.md"].markdown
    assert "dates/2015/09/01.md" not in site.pages


def test_the_south_china_sea_is_no_mention_of_china(collection: MakeCollection) -> None:
    assert "countries/china.md" not in _site(collection, "Ships met in the South China Sea.").pages


def test_a_country_in_an_actors_name_counts_for_both(collection: MakeCollection) -> None:
    site = _site(collection, "So said the Russian defence ministry.")
    assert "So said **[the Russian defence ministry]" in site.pages["actors/russia-mod.md"].markdown
    assert "So said the **[Russian]" in site.pages["countries/russia.md"].markdown
