"""Languages in words: a BCP 47 tag as a reader would say it."""

from __future__ import annotations

_LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "am:Amharic ar:Arabic az:Azerbaijani be:Belarusian bg:Bulgarian bn:Bengali bs:Bosnian ca:Catalan cs:Czech "
        "da:Danish de:German el:Greek en:English es:Spanish et:Estonian fa:Persian fi:Finnish fil:Filipino fr:French "
        "ha:Hausa he:Hebrew hi:Hindi hr:Croatian hu:Hungarian hy:Armenian id:Indonesian is:Icelandic it:Italian "
        "ja:Japanese ka:Georgian kk:Kazakh km:Khmer ko:Korean ku:Kurdish ky:Kyrgyz lo:Lao lt:Lithuanian lv:Latvian "
        "mk:Macedonian mn:Mongolian ms:Malay my:Burmese nb:Norwegian ne:Nepali nl:Dutch no:Norwegian pl:Polish "
        "ps:Pashto pt:Portuguese ro:Romanian ru:Russian sk:Slovak sl:Slovenian so:Somali sq:Albanian sr:Serbian "
        "sv:Swedish sw:Swahili ta:Tamil tg:Tajik th:Thai ti:Tigrinya tk:Turkmen tr:Turkish ug:Uyghur uk:Ukrainian "
        "ur:Urdu uz:Uzbek vi:Vietnamese zh:Chinese ckb:Kurdish kmr:Kurdish"
    ).split()
)
_SCRIPTS = {"Hans": "simplified", "Hant": "traditional", "Latn": "Latin script", "Cyrl": "Cyrillic", "Arab": "Arabic"}


def say_language(tag: str) -> str:
    """Name the language of a BCP 47 tag, `Chinese, simplified`; the tag itself where it is not a common one.

    Names and subtags: IANA Language Subtag Registry.
    """
    language, *more = tag.split("-")
    name = _LANGUAGES.get(language.lower())
    if name is None:
        return tag
    script = next((_SCRIPTS[part.title()] for part in more if part.title() in _SCRIPTS), "")
    return f"{name}, {script}" if script else name
