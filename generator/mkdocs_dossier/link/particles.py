"""Particles that Korean and Tibetan write together with the name before them, and that are no part of it."""

from __future__ import annotations

import re

_AFTER_CONSONANT = "은 이 을 과 으로 으로서 으로부터 이나 이며 이라고 이라는 이다 입니다 이었다"
_AFTER_VOWEL = "는 가 를 와 로 로서 로부터 라고 라는 입니다 였다"
_ALWAYS = "의 도 만 에 에서 에게 에게서 께 께서 한테 하고 까지 부터 처럼 보다 만큼 마다 조차 마저"
_MORE = "는 도 만 의"
"""What may follow another particle: `에서는`, `까지도`."""

_FINAL_RIEUL = 8
"""The number of the final consonant behind which `로` follows as it does behind a vowel."""


def _pattern(particles: str) -> re.Pattern[str]:
    longest_first = sorted({*particles.split(), *_ALWAYS.split()}, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})(?:[{_MORE.replace(' ', '')}])?(?!\w)")


_PARTICLES = {True: _pattern(_AFTER_CONSONANT), False: _pattern(_AFTER_VOWEL)}
_AFTER_RIEUL = _pattern(f"{_AFTER_CONSONANT} 로 로서 로부터")
_ANY = _pattern(f"{_AFTER_CONSONANT} {_AFTER_VOWEL}")

_TIBETAN = re.compile("\u0f60(?:\u0f72|\u0f72\u0f66|\u0f7c|\u0f44|\u0f58)(?![\u0f40-\u0fbc])")
"""Those that follow a vowel: 'i, 'is, 'o, 'ang, 'am."""


def precedes_particle(text: str, start: int, end: int) -> bool:
    """Tell whether what follows the name `text[start:end]`, up to the word's end, is a particle that can stand
    behind it.
    """
    if text[end] == "\u0f60":
        return _TIBETAN.match(text, end) is not None
    if not _is_hangul(text[end]):
        return False
    last = text[end - 1]
    if not _is_hangul(last):
        return _ANY.match(text, end) is not None
    if end - start < 2:  # with a particle it is most often another word
        return False
    final = (ord(last) - 0xAC00) % 28
    pattern = _AFTER_RIEUL if final == _FINAL_RIEUL else _PARTICLES[final > 0]
    return pattern.match(text, end) is not None


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"
