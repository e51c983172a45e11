"""Languages in words: a BCP 47 tag as a reader would say it."""

from __future__ import annotations

from mkdocs_dossier.words.catalogue import Words
from mkdocs_dossier.words.later import NP_

_LANGUAGES = {
    "am": NP_("language", "Amharic"),
    "ar": NP_("language", "Arabic"),
    "az": NP_("language", "Azerbaijani"),
    "be": NP_("language", "Belarusian"),
    "bg": NP_("language", "Bulgarian"),
    "bn": NP_("language", "Bengali"),
    "bs": NP_("language", "Bosnian"),
    "ca": NP_("language", "Catalan"),
    "cs": NP_("language", "Czech"),
    "da": NP_("language", "Danish"),
    "de": NP_("language", "German"),
    "el": NP_("language", "Greek"),
    "en": NP_("language", "English"),
    "es": NP_("language", "Spanish"),
    "et": NP_("language", "Estonian"),
    "fa": NP_("language", "Persian"),
    "fi": NP_("language", "Finnish"),
    "fil": NP_("language", "Filipino"),
    "fr": NP_("language", "French"),
    "ha": NP_("language", "Hausa"),
    "he": NP_("language", "Hebrew"),
    "hi": NP_("language", "Hindi"),
    "hr": NP_("language", "Croatian"),
    "hu": NP_("language", "Hungarian"),
    "hy": NP_("language", "Armenian"),
    "id": NP_("language", "Indonesian"),
    "is": NP_("language", "Icelandic"),
    "it": NP_("language", "Italian"),
    "ja": NP_("language", "Japanese"),
    "ka": NP_("language", "Georgian"),
    "kk": NP_("language", "Kazakh"),
    "km": NP_("language", "Khmer"),
    "ko": NP_("language", "Korean"),
    "ku": NP_("language", "Kurdish"),
    "ky": NP_("language", "Kyrgyz"),
    "lo": NP_("language", "Lao"),
    "lt": NP_("language", "Lithuanian"),
    "lv": NP_("language", "Latvian"),
    "mk": NP_("language", "Macedonian"),
    "mn": NP_("language", "Mongolian"),
    "ms": NP_("language", "Malay"),
    "my": NP_("language", "Burmese"),
    "nb": NP_("language", "Norwegian"),
    "ne": NP_("language", "Nepali"),
    "nl": NP_("language", "Dutch"),
    "no": NP_("language", "Norwegian"),
    "pl": NP_("language", "Polish"),
    "ps": NP_("language", "Pashto"),
    "pt": NP_("language", "Portuguese"),
    "ro": NP_("language", "Romanian"),
    "ru": NP_("language", "Russian"),
    "sk": NP_("language", "Slovak"),
    "sl": NP_("language", "Slovenian"),
    "so": NP_("language", "Somali"),
    "sq": NP_("language", "Albanian"),
    "sr": NP_("language", "Serbian"),
    "sv": NP_("language", "Swedish"),
    "sw": NP_("language", "Swahili"),
    "ta": NP_("language", "Tamil"),
    "tg": NP_("language", "Tajik"),
    "th": NP_("language", "Thai"),
    "ti": NP_("language", "Tigrinya"),
    "tk": NP_("language", "Turkmen"),
    "tr": NP_("language", "Turkish"),
    "ug": NP_("language", "Uyghur"),
    "uk": NP_("language", "Ukrainian"),
    "ur": NP_("language", "Urdu"),
    "uz": NP_("language", "Uzbek"),
    "vi": NP_("language", "Vietnamese"),
    "zh": NP_("language", "Chinese"),
    "ckb": NP_("language", "Kurdish"),
    "kmr": NP_("language", "Kurdish"),
}
_SCRIPTS = {
    "Hans": NP_("script", "simplified"),
    "Hant": NP_("script", "traditional"),
    "Latn": NP_("script", "Latin script"),
    "Cyrl": NP_("script", "Cyrillic"),
    "Arab": NP_("script", "Arabic"),
}


def say_language(tag: str, words: Words) -> str:
    """Name the language of a BCP 47 tag, `Chinese, simplified`; the tag itself where it is not a common one.

    Names and subtags: IANA Language Subtag Registry.
    """
    language, *more = tag.split("-")
    name = _LANGUAGES.get(language.lower())
    if name is None:
        return tag
    script = next((_SCRIPTS[part.title()] for part in more if part.title() in _SCRIPTS), None)
    said = words.pgettext(*name)
    if script is None:
        return said
    return words.gettext("%(language)s, %(script)s", language=said, script=words.pgettext(*script))
