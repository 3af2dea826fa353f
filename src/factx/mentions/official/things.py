"""Names that are no person's: what the text calls a company, a ship, a town."""

from __future__ import annotations

from factx.mentions.official.names import Run
from factx.mentions.official.owners import Scene
from factx.mentions.official.placelike import quoted
from factx.mentions.official.titles import Title
from factx.mentions.official.words import QUOTES, Words


def things(scene: Scene, runs: list[Run]) -> frozenset[str]:
    """Return the names that the text says, once at least, are no person's."""
    words, found = scene.words, quoted(scene, runs)
    for run in runs:
        if run.kind != "name":
            continue
        title, start = scene.by_stop.get(run.start), run.start
        if title is not None:
            start = title.start
            told = _placed(words, title, run)
        else:
            told = _is_settled(scene, run) or _is_kind(scene, run)
        if told:
            found.add(words.phrase(start, run.stop).lower())
    return frozenset(found)


def _is_kind(scene: Scene, run: Run) -> bool:
    """Tell whether the words beside a run say what it is: "the robot Zoe", "Aziz, a French firm"."""
    words, lexicon = scene.words, scene.lexicon
    lower, start, stop = words.lower, run.start, run.stop
    given = lower[start] in lexicon.given and lower[start] not in lexicon.common_given
    if stop + 3 < len(words) and not words.opens[stop]:
        at = stop + 1 if lower[stop] in QUOTES else stop
        if lower[at] in {",", "is", "was"} and lower[at + 1] in {"a", "an", "the"}:
            end = _head(words, at + 2)
            after = lower[end] if end < len(words) else "."
            sure = lower[at + 1] != "the" or after in {"that", "which", "whose"}
            sure = sure or (after in {",", "."} and not given)
            if sure and end > at + 2 and lower[end - 1] in lexicon.kinds and not words.cap[end - 1]:
                return True
    if start < 2 or words.opens[start]:
        return False
    at = start - 1
    if given and stop - start > 1:
        return False
    if lower[at] in QUOTES and at > 1:
        at -= 2 if lower[at - 1] == "," else 1
    if lower[at] in lexicon.naming:
        at -= 1
    return lower[at] in lexicon.kinds_named


def _is_settled(scene: Scene, run: Run) -> bool:
    """Tell whether a run is a place by the words before: "the town of X", "south of X"."""
    words, start = scene.words, run.start
    settled = start > 1 and words.lower[start - 2] in scene.lexicon.settlements
    return settled and words.before(start) == "of"


def _placed(words: Words, title: Title, run: Run) -> bool:
    """Tell whether a titled name stands where a town would: "in Sultan Kudarat"."""
    return words.before(title.start) in words.lexicon.grammar.before_places and namesake(
        words, title, run
    )


def _head(words: Words, i: int) -> int:
    """Return where the noun phrase that goes on from ``i`` ends."""
    stop = min(i + 7, len(words))
    while i < stop and not words.opens[i]:
        word = words.lower[i]
        if word in words.lexicon.stop or not word[0].isalpha():
            break
        i += 1
    return i


def namesake(words: Words, title: Title, run: Run) -> bool:
    """Tell whether title and name are a ship, town or hospital: "in Prince George", "USS King Roy"."""
    lexicon = words.lexicon
    lower, size = words.lower, len(words)
    for k in range(run.stop, min(size, run.stop + 3)):
        if words.opens[k] or lower[k] in lexicon.stop or not lower[k][0].isalpha():
            break
        if lower[k] in lexicon.namesakes:
            return True
        if not words.cap[k] and lower[k].endswith(("ed", "s", "ing")):
            break  # "threatened ships"
    if title.start == 0 or words.opens[title.start]:
        return False
    before = lower[title.start - 1]
    if words.cap[title.start - 1] and before in lexicon.prefixes:
        return True
    alone = run.stop - run.start == 1 and title.head.name in lexicon.eponyms
    return alone and before in lexicon.grammar.before_places
