"""What the sections of the site are called."""

from __future__ import annotations

from generator.pages.urls import EXPLORE

TITLES = {
    "actors": "Actors",
    "countries": "Countries",
    "events": "Events",
    "dates": "Dates",
    "articles": "Articles",
}

SECTION_TITLES = {**TITLES, EXPLORE: "Explore"}
"""What stands in the nav."""
