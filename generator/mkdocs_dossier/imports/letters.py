"""Guesses the encoding of a text that declares none: the one in which its letters are those that languages use most."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SAMPLE = 20_000
_TURNED = re.compile(
    "[a-zß-ÿа-яёα-ωά-ώ][A-ZÀ-ÞА-ЯЁΑ-Ω]|[A-Za-z][\u0370-\u0e7f]|[\u0370-\u0e7f][A-Za-z]",
)
"""A capital or another script within a word, as no language writes it and wrong encodings do."""


@dataclass(frozen=True, slots=True)
class _Encoding:
    """top: its commonest letters; common: those that are usual besides. All others speak against it."""

    name: str
    top: str
    common: str


_CYRILLIC = ("оеаинтсрвлкм", "дпуяызьбгчйхжшюцщэфъёіїєґў")
_JAPANESE = (
    "のにはをたがでてとしいなるかられすこもっりあさんー",
    "、。・「」アイウエオカキクケコサシスセソタチツテトナニンルラリロレ",
)
_HAN = "的一是不在人有他中大上和地到出年以我用生子下就可也得那要自之後于家心多都看起好小天去法方如于分同民行月日本市政"
_ENCODINGS = (
    _Encoding("cp1252", "äöüéèàçñãáíóú’“”–„", "ßêõâôîåøæœëïûùòìÄÖÜÉÀÅØÆÑÇÁÍÓÚÂÊÎÔ…«»°—‘€•§©®·"),
    _Encoding("cp1251", *_CYRILLIC),
    _Encoding("koi8_r", *_CYRILLIC),
    _Encoding("cp1250", "ąćęłńśźżčřšžěů„”–", "óýáéíúťďňőűăâîşţöüđäĄĆĘŁŚŻŹČŠŽŘĐ…’“«»°—ô"),
    _Encoding("cp1253", "αοιετσνηυρπκ", "μλςωάίόέήύώδγχθφβξζψϊϋ"),
    _Encoding("cp1254", "ışğçöü", "İŞÇÖÜĞâîû’“”–…"),
    _Encoding("cp1255", "יוהלאתרבמש", "נעדקחפצטכגסזםןךףץ"),
    _Encoding("cp1256", "الينموترب", "دعسفقكحهةجأشصطىخإذئضءغثظزآؤچگپژی،؟"),
    _Encoding("cp874", "านรอกเงมยล", "วดทสตะปบคหแจพชขใไโผถัิีึืุูำ่้็์"),
    _Encoding("cp932", *_JAPANESE),
    _Encoding("euc_jp", *_JAPANESE),
    _Encoding("cp949", "이다는을의에가고하지한은를로서", "도기사시인자대어부아정일수리제장"),
    _Encoding("gb18030", f"{_HAN}这来国为时过会发对后", "，。、：；“”（）《》"),
    _Encoding("big5", f"{_HAN}這來國為時過會發對後", "，。、：；「」（）《》"),
)


def guess_encoding(content: bytes) -> str:
    """Return Python's name of the encoding that `content`, which is no UTF-8, is most likely in."""
    scores = [(_score(_text(content, one.name), one), -at) for at, one in enumerate(_ENCODINGS)]
    score, at = max(scores)
    return _ENCODINGS[-at].name if score > 0 else "cp1252"


def _text(content: bytes, encoding: str) -> str:
    """The text in an encoding, empty where it does not fit. A sample may end within a letter."""
    try:
        content.decode(encoding)
    except (UnicodeError, ValueError):
        return ""
    return content[:_SAMPLE].decode(encoding, "ignore")


def _score(text: str, encoding: _Encoding) -> float:
    """From 2, where all letters beyond ASCII are of the commonest, down."""
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 0.0
    return sum(_weight(char, encoding) for char in beyond) / len(beyond) - 2 * len(_TURNED.findall(text)) / len(beyond)


def _weight(char: str, encoding: _Encoding) -> float:
    if char in encoding.top:
        return 2.0
    if char in encoding.common or char.lower() in encoding.top:
        return 1.0
    if char.isupper() and char.lower() in encoding.common:
        return 0.5
    return 0.4 if "\u3040" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" else -0.5
