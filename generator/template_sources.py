"""The page templates of a project: the user's own lie over those of the package."""

from __future__ import annotations

from generator.config import Options
from generator.pages.sources import Source, read_templates
from generator.resources import templates_folder


def template_sources(options: Options) -> dict[str, Source]:
    """Return the page templates by name."""
    return read_templates([options.templates_folder / "pages", templates_folder() / "pages"])
