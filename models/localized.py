"""A text in several languages, as framework and letter files hold them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localized(Mapping[str, str]):
    """The same words in several languages; Japanese is always there and is the authoritative one."""

    texts: tuple[tuple[str, str], ...]

    @staticmethod
    def of(**texts: str) -> "Localized":
        """``Localized.of(ja="…", en="…")``."""
        return Localized(tuple(texts.items()))

    def __getitem__(self, lang: str) -> str:
        for language, words in self.texts:
            if language == lang:
                return words
        raise KeyError(lang)

    def __iter__(self) -> Iterator[str]:
        return (language for language, _ in self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def in_(self, lang: str) -> str:
        """The words in ``lang``, or the Japanese ones where that language has none."""
        return self[lang] if lang in self else self["ja"]
