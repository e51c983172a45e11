"""The language of a text: a tag as pages write it, or a guess by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from mkdocs_dossier.imports.words import words

_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)(?:\.[\w-]+)?")
_READ = 20_000
_LEAST = 5
"""Code points that are looked at; how many common words a guess needs."""

_COMMON = {
    "en": "the of and to in that was for with is on by he said from at it be has were not",
    "fr": "le la les des et du une dans que est pour qui sur pas au avec ce sont il par",
    "de": "der die und das den von mit des dem nicht ist im für sich auf ein eine auch wurde",
    "es": "el la los las de que en y un una por con del se para es su al fue como",
    "it": "il di che la e per un una con del non della sono gli nel alla dei si le ha",
    "pt": "o de que e do da em um uma para com não os no se na por mais as dos foi",
    "nl": "de het een van en in is dat op te met voor zijn niet aan er om door ook",
    "sv": "och att det i en som på är av för med till den har inte ett om de",
    "pl": "w i na z do że się nie o jest to przez po od za dla jak oraz",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ise",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh telah",
    "ru": "и в на не что с по как из за от это для его был к о во",
    "uk": "і в на не що з до та як за від це для його був у про але",
    "ar": "في من على إلى أن التي عن مع هذا كما بعد قال الذي ما لم بين",
    "fa": "و در به از که این را با است برای آن های می خود بر یک",
}
_SETS = {language: frozenset(common.split()) for language, common in _COMMON.items()}

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
"""Scripts that nearly always are one language; Japanese before Chinese, whose signs it writes too."""


def language_tag(text: str) -> str:
    """Return `en_US`, `EN-us` or `en_GB.UTF-8` as BCP 47 writes it; empty where it is no tag."""
    match = _TAG.fullmatch(text.strip())
    if match is None:
        return ""
    parts = re.split("[-_]", match[2])[1:]
    cased = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts]
    return "-".join([match[1].lower(), *cased])


def guess_language(text: str) -> str:
    """Return the language of `text`, empty where it cannot be told."""
    text = text[:_READ]
    letters = sum(map(str.isalpha, text))
    for language, script in _SCRIPTS:
        share = len(script.findall(text))
        if share > letters * (0.1 if language == "ja" else 0.4):
            return language
    counts = Counter(word.lower() for word in words(text))
    scores = sorted(
        ((sum(counts[word] for word in common), language) for language, common in _SETS.items()), reverse=True
    )
    (best, language), (second, _) = scores[:2]
    return language if best >= _LEAST and best > second * 1.2 else ""
