"""The names that an editor never wants to be proposed, in whatever spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mkdocs_dossier.suggest.spelling import latin_words, name_key, skeleton, sounds_alike


class MutedNames:
    """What `data/muted.yml` lists, ready to be asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._keys: set[str] = set()
        self._alike: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for name in names:
            self._keys.add(name_key(name))
            words = latin_words(name)
            if len(words) > 1:
                self._alike[skeleton(words[-1])].append(words)

    def hide(self, name: str, spellings: Iterable[str]) -> bool:
        """Tell whether a name is muted, or one of its spellings; of these a surname alone does not count, which
        others have as well.
        """
        full = (spelling for spelling in spellings if " " in spelling or spelling.isupper())
        return any(name_key(each) in self._keys or self._sounds_muted(each) for each in (name, *full))

    def _sounds_muted(self, name: str) -> bool:
        words = latin_words(name)
        return len(words) > 1 and any(
            len(muted) == len(words) and all(map(sounds_alike, words, muted))
            for muted in self._alike.get(skeleton(words[-1]), ())
        )
