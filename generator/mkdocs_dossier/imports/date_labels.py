"""Which of the dates in a line is that of publication: by the word before it (`Received … Accepted … Published …`)."""

from __future__ import annotations

import re

from mkdocs_dossier.imports.dates import Dated, dates_in
from mkdocs_dossier.imports.shapes import one_of

_PUBLISHED = one_of(r"""
    publi\w+
    pubblicat\w+
    posted
    issued
    released?
    veröffentlicht\w*
    gepubliceerd
    erschienen
    publicerad
    opublikowano
    yayın\w*
    опублик\w+
    опубліковано
    نُ?شر\w*
    发布\w*
    发表\w*
    發[布佈表]\w*
    公開日?
    掲載日?
    입력
""")
_UPDATED = one_of(r"""
    (?:updat|modif|edit|revis|chang|correct)\w+
    mise?s? à jour
    (?:actualis|actualizad|aggiornat|atualizad|aktualisier|uppdatera)\w*
    geändert
    bijgewerkt
    güncel\w+
    обновл\w+
    оновлен\w+
    更新\w*
    수정
    تحديث
""")
_OTHER = one_of(r"""
    received
    accepted
    submitted
    accessed
    printed
    print date
    retrieved
    downloaded
    captured
    archived
    crawled
    event(?: date)?
    (?:valid |open )?(?:un)?til
    expir\w+
    deadline
    due
    born
    died
    founded
    joined
    member since
    eingegangen
    angenommen
    eingereicht
    abgerufen
    gedruckt
    reçu
    accepté
    consulté
    imprimé
    recibido
    aceptado
    consultado
    impreso
    ricevuto
    accettato
    consultato
    дата обращения
    поступила
""")
_KINDS = tuple(
    (kind, re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE))
    for kind, pattern in (("published", _PUBLISHED), ("updated", _UPDATED), ("other", _OTHER))
)
_BEST = ("published", "", "updated")


def label_of(text: str) -> str:
    """Return what the last label in `text` says of the date behind it: `published`, `updated`, `other`, or nothing."""
    found = [(match.end(), kind) for kind, pattern in _KINDS for match in pattern.finditer(text)]
    return max(found, default=(0, ""))[1]


def without_dates(line: str, language: str = "") -> str:
    """Return a line without its dates."""
    for dated in sorted(dates_in(line, language), key=lambda one: -one.start):
        line = f"{line[: dated.start]} {line[dated.end :]}"
    return line


def publication_in(line: str, language: str = "") -> tuple[Dated, str] | None:
    """Return the date of publication in a line with its label; None where it has only dates of other things."""
    end = 0
    found: dict[str, Dated] = {}
    for dated in sorted(dates_in(line, language), key=lambda one: (one.start, -one.end)):
        if dated.start < end:
            continue
        found.setdefault(label_of(line[end : dated.start]), dated)
        end = dated.end
    return next(((found[label], label) for label in _BEST if label in found), None)
