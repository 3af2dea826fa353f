"""What shows that a capitalised run is a person: its own shape, or the words beside it."""

from __future__ import annotations

from factx.mentions.official.lexicon import Lexicon
from factx.mentions.official.names import Run
from factx.mentions.official.owners import Scene
from factx.mentions.official.placelike import (
    BEFORE_PLACES,
    among_places,
    ends_in_place,
    is_nickname,
    is_patron,
    next_item,
    quoted,
    stands_as_place,
    storms,
    ways,
)
from factx.mentions.official.titles import Title
from factx.mentions.official.words import QUOTES, Words


def strong(scene: Scene, run: Run) -> bool:
    """Tell whether a run is a person by its own shape or its neighbours, titles included."""
    words, lexicon = scene.words, scene.lexicon
    lower, size = words.lower, len(words)
    start, stop = run.start, run.stop
    length = sum(word[0].isalnum() for word in lower[start:stop])  # a nickname's quotes are none
    title = scene.by_stop.get(start)
    if title is None and words.phrase(start, stop).lower() in scene.things:
        return False
    if title is None and stop < size and not words.cap[stop]:
        named = lower[start] in lexicon.given and length > 1
        if lower[stop] in lexicon.namesakes or (lower[stop] in lexicon.surroundings and not named):
            return False  # "the Massey hospital"
        if stop + 1 < size and lower[stop + 1] in lexicon.namesakes and scene.part(stop) == "NOUN":
            return False  # "the James Webb space telescope"
    if is_nickname(scene, start) if title is not None else is_patron(scene, run):
        return False
    label = scene.entities.label(start, stop)
    headline = words.tokens.kind(words.first[start]) == "title"
    before = lower[start - 1] if start and not words.opens[start] else ""
    after = lower[stop] if stop < size and not words.opens[stop] else ""
    if before == "of" and start > 1 and words.cap[start - 2] and length > 1:
        thing = lower[start - 2] in lexicon.never_person and start - 1 not in scene.by_stop
        if thing and label != "PERSON":
            return False  # "the Church of Saint Ann"
    if title is not None and not words.opens[start]:
        if namesake(words, title, run, lexicon):
            return False
        if words.phrase(title.start, stop).lower() in scene.things:
            return False
        if title.head.family == "address" or length > 1:
            return length <= 5 and (not headline or lower[start] in lexicon.given)
        called = title.head.family == "official" or title.head.name in lexicon.called
        return called and (words.cap[title.start] or label == "PERSON") and not headline
    if before in lexicon.relations and not headline:
        return length <= 4 and words.text[stop - 1][-1].islower()
    if length == 1:
        if (
            label != "PERSON"
            or headline
            or before in {"the", "a", "("}
            or not words.text[start].istitle()
        ):
            return False
        given = lower[start] in lexicon.given and lower[start] not in lexicon.common_given
        if given and (before in {"in", "near"} or among_places(scene, run)):
            return False
        return given or (after in lexicon.speech and lower[start] not in scene.abbreviations)
    if length > 5 or before == "the":
        return False
    if stands_as_place(scene, run, label, before, after) or ends_in_place(scene, run, after):
        return False
    if label == "PERSON" and length <= 4 and shaped(words, run):
        # Title Case fools the recognizer: "Parents Oppose" is no person.
        return not headline or lower[start] in lexicon.given
    speaks = after in lexicon.speech or before == "said"
    if lower[start] in lexicon.given:
        if lower[start] in lexicon.common_given:
            return speaks or after == ","
        if headline:
            return speaks or after in {",", "'s"}
        if before in {"in", "near", "outside", "around"} and after != "'s":
            return False  # "in Jordan Springs": as likely a place
        return lower[stop - 1] not in lexicon.countries or lower[stop - 1] in lexicon.given
    if label is not None and label != "PERSON":
        return False
    if headline or any(
        words.text[i].isupper() for i in range(start, stop) if not _initial(words.text[i])
    ):
        return False
    if any(_initial(words.text[i]) for i in range(start, stop - 1)):
        return words.text[stop - 1].istitle()
    if after == "," and stop + 2 < size:
        age = lower[stop + 1]
        if age.isdigit() and 1 < int(age[:4]) < 110 and lower[stop + 2] in {",", ".", "and", "("}:
            return True
        if lower[stop + 1] in {"who", "whose"}:
            return True
    return speaks


def things(scene: Scene, runs: list[Run]) -> frozenset[str]:
    """Return the names that the text says, once at least, are no person's."""
    found = ways(scene, runs) | storms(scene, runs) | quoted(scene, runs)
    after = 0
    for run in runs:
        title = scene.by_stop.get(run.start)
        listed = run.start == after and after > 0
        after = 0
        if run.kind != "name":
            continue
        if title is None and (listed or _is_settled(scene, run)):
            found.add(scene.words.phrase(run.start, run.stop).lower())
            after = next_item(scene.words, run.stop)
        elif title is None and _is_kind(scene, run):
            found.add(scene.words.phrase(run.start, run.stop).lower())
            if scene.words.lower[run.start - 1] in scene.lexicon.kinds_named - scene.lexicon.kinds:
                after = next_item(scene.words, run.stop)  # "the newspapers X and Y"
        elif title is not None and _placed(scene.words, title, run, scene.lexicon):
            found.add(scene.words.phrase(title.start, run.stop).lower())
    return frozenset(found)


def _is_kind(scene: Scene, run: Run) -> bool:
    """Tell whether the words beside a run say what it is: "the robot Zoe", "Aziz, a French firm"."""
    words, lexicon = scene.words, scene.lexicon
    lower, start, stop = words.lower, run.start, run.stop
    given = lower[start] in lexicon.given and lower[start] not in lexicon.common_given
    if stop + 3 < len(words) and not words.opens[stop]:
        at = stop + 1 if lower[stop] in QUOTES else stop
        if lower[at] in {",", "is", "was"} and lower[at + 1] in {"a", "an", "the"}:
            end = _head(words, at + 2, lexicon)
            after = lower[end] if end < len(words) else "."
            sure = lower[at + 1] != "the" or after in {"that", "which", "whose"}
            sure = sure or (after in {",", "."} and not given)
            if sure and end > at + 2 and lower[end - 1] in lexicon.kinds and not words.cap[end - 1]:
                return True
    if start < 2 or words.opens[start]:
        return False
    at = start - 1
    if lower[at] in {"is", "was"} and _is_subject(words, at - 1, lexicon):
        return True  # "the flagship store is John Lewis"
    if given and stop - start > 1:
        return False
    if lower[at] in QUOTES and at > 1 and not words.opens[at]:
        at -= 2 if lower[at - 1] == "," else 1
    if lower[at] in lexicon.naming and not words.opens[at]:
        return lower[at - 1] in lexicon.kinds_named
    return lower[at] in lexicon.kinds_named and not words.cap[at]


def _is_subject(words: Words, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the noun at ``at`` is a kind of thing and no "owner of the store"."""
    if words.cap[at] or words.lower[at] not in lexicon.kinds_named:
        return False
    k = at
    while k > 0 and at - k < 4 and not words.opens[k] and words.lower[k] not in lexicon.stop:
        k -= 1
    return words.lower[k - 1] != "of" if k else True


def _is_settled(scene: Scene, run: Run) -> bool:
    """Tell whether a run is a place by the words before: "the town of X", "south of X"."""
    words, start = scene.words, run.start
    if start < 2 or words.opens[start] or words.lower[start - 1] != "of":
        return False
    return words.lower[start - 2] in scene.lexicon.settlements


def _placed(words: Words, title: Title, run: Run, lexicon: Lexicon) -> bool:
    """Tell whether a titled name stands where a town would: "in Sultan Kudarat"."""
    before = words.lower[title.start - 1] if title.start and not words.opens[title.start] else ""
    return before in BEFORE_PLACES and namesake(words, title, run, lexicon)


def _head(words: Words, i: int, lexicon: Lexicon) -> int:
    """Return where the noun phrase that goes on from ``i`` ends."""
    stop = min(i + 7, len(words))
    while i < stop and not words.opens[i]:
        word = words.lower[i]
        if word in lexicon.stop or not word[0].isalpha():
            break
        i += 1
    return i


def namesake(words: Words, title: Title, run: Run, lexicon: Lexicon) -> bool:
    """Tell whether title and name are a ship, town or hospital: "in Prince George", "USS King Roy"."""
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
    if words.text[title.start - 1] == "The" and not words.opens[title.start - 1]:
        opening = title.start < 2 or not words.opens[title.start - 2]
        if opening and lower[title.start - 2] in QUOTES:
            return True  # a book's name
    if words.cap[title.start - 1] and before in lexicon.prefixes:
        return True
    alone = run.stop - run.start == 1 and title.head.name in lexicon.eponyms
    return alone and before in BEFORE_PLACES


def _initial(text: str) -> bool:
    return (
        len(text) <= 4
        and text[0].isupper()
        and (text.endswith(".") or len(text) == 1)
        and text != "I"
    )


def takes_part(words: Words, run: Run, lexicon: Lexicon) -> bool:
    """Tell whether a run speaks, owns or does something, as a person would."""
    stop = run.stop
    after = words.lower[stop] if stop < len(words) and not words.opens[stop] else ""
    before = words.lower[run.start - 1] if run.start and not words.opens[run.start] else ""
    return after in lexicon.reporting or after == "'s" or before in {"said", "by", "to"}


def shaped(words: Words, run: Run) -> bool:
    """Tell whether every word of a run looks like a name's and no article stands before.

    In a headline every word does.
    """
    if not words.opens[run.start] and words.lower[run.start - 1] in {"the", "a"}:
        return False
    return all(
        (words.text[i][-1].islower() and words.text[i][:2].istitle())
        or not words.cap[i]
        or _initial(words.text[i])
        for i in range(run.start, run.stop)
    )
