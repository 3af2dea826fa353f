"""Text as the pipeline is fed it: plain quotes and dashes, one space between two words.

The pipeline was trained on such text, and a grammar that looks one word back must not find the
break of a line there. Quotes and dashes are replaced one for one; where spaces were left out,
``Plain`` knows how many, so that every token still has its place in the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]

PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
        "\ufeff": " ",
    }
)  # fmt: skip
# A lone surrogate, which a caller's string may hold, is no UTF-8 and spaCy refuses it.
PLAIN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

# Space of any kind and length but a single blank; marks of no width beside it are part of it.
_SPACE = re.compile(r"[\u200b\u200e\u200f\u2060]*(?:\s[\s\u200b\u200e\u200f\u2060]+|[^\S ])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text with single spaces, and where each of its characters stood.

    ``cuts`` are places in ``text`` behind which something was left out, ``gone`` how much up to each.
    """

    text: str
    raw: str
    cuts: tuple[int, ...]
    gone: tuple[int, ...]

    def sources(self, places: Places) -> Places:
        """Return where the characters at ``places`` stood in the text that was given."""
        gone: Places = np.array(self.gone, np.int64)
        return places + gone[np.searchsorted(self.cuts, places, side="right") - 1]

    def place(self, source: int) -> int:
        """Return the place of a character of the text that was given."""
        low, high = 0, len(self.cuts)
        while high - low > 1:  # the last cut that lies before it
            middle = (low + high) // 2
            if self.cuts[middle] + self.gone[middle] <= source:
                low = middle
            else:
                high = middle
        return source - self.gone[low]


def plain(text: str) -> Plain:
    """Return ``text`` with single spaces and plain quotes; ``raw`` has its own quotes."""
    parts: list[str] = []
    raws: list[str] = []
    cuts, gone = [0], [0]
    flat = text.translate(PLAIN)
    end = length = 0
    for space in _SPACE.finditer(flat):
        parts += (flat[end : space.start()], " ")
        raws += (text[end : space.start()], " ")
        length += space.start() - end + 1
        end = space.end()
        if end - space.start() > 1:
            cuts.append(length)
            gone.append(end - length)
    return Plain(
        "".join([*parts, flat[end:]]), "".join([*raws, text[end:]]), tuple(cuts), tuple(gone)
    )
