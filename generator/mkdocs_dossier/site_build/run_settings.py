"""What a build of the site goes by, besides MkDocs' own settings."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_dossier.run.options import Options


@dataclass(frozen=True, slots=True)
class RunSettings:
    """options: of the collection. search: whether the site is to have a full-text index. hosts: further ones to which
    a preview answers.

    writes_pages: whether generated pages are ours to write: the site has our theme, and no other plugin sees them. Else
    MkDocs builds each. tries_templates: whether nobody else has to do with the templates that are no page's.
    leaves_site: whether no other plugin works on the site when it is built; else all of it has to be there.
    """

    options: Options
    search: bool
    hosts: tuple[str, ...]
    writes_pages: bool
    tries_templates: bool
    leaves_site: bool
