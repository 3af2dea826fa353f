"""Capitalised words in a row: where each run begins and ends."""

from __future__ import annotations

from factx.mentions.official.names import Run, acronym, judged, parted
from factx.mentions.official.titles import Title
from factx.mentions.official.words import Words


def runs(words: Words, titles: list[Title]) -> list[Run]:
    """Cut the text into capitalised runs and tell places and bodies from possible names."""
    covered = {i for title in titles for i in range(title.start, title.stop)}
    addressed = {
        title.stop
        for title in titles
        if title.head.name in words.lexicon.addressed and not acronym(words.text[title.start])
    }
    found: list[Run] = []
    cap, size = words.cap, len(words)
    i = 0
    while i < size:
        if not cap[i] or i in covered:
            i += 1
            continue
        stop = _run_end(words, i, covered)
        pieces = _split(words, i, stop)
        if len(pieces) > 1 and i in addressed and pieces[0].stop == pieces[1].start:
            pieces[:2] = [Run(i, pieces[1].stop, "name")]  # "Ms Paris Day"
        for piece in pieces:
            at = piece.start
            if at > 1 and words.lower[at - 1] in {"of", "for", "in", "to"}:
                at -= 1  # "Governor of Utah Ann Day"
            titled = at - 1 in covered and not words.opens[at]
            plain = piece.start in addressed and piece.stop - piece.start < 3
            run = Run(piece.start, piece.stop, "name") if plain else piece  # "Ms Paris"
            found.extend(parted(words, run, titled=titled))
        i = stop
    return found


def _run_end(words: Words, i: int, covered: set[int]) -> int:
    """Return where the run that begins at ``i`` ends: particles and nicknames do not end it."""
    cap, lower, opens, size = words.cap, words.lower, words.opens, len(words)
    stop = i + 1
    while stop < size and not opens[stop]:
        ahead = stop
        while ahead < size and lower[ahead] in words.lexicon.particles and not cap[ahead]:
            ahead += 1
        if ahead < size and cap[ahead] and ahead not in covered and not opens[ahead]:
            stop = ahead + 1
        elif (behind := _nickname(words, stop)) > 0:
            stop = behind
        elif lower[stop] == "," and words.at(stop + 1).rstrip(".") in {"jr", "sr"}:
            stop += 2
        else:
            break
    return stop


def _nickname(words: Words, i: int) -> int:
    """Return where a name goes on behind a quoted nickname: 'Ann "Annie" Doe'; 0 if it does not."""
    lower, size, k = words.lower, len(words), i + 1
    if lower[i] not in {'"', "'"} or words.text[i] == "’" or k == size:
        return 0
    if not words.tokens.glued(words.first[k]):
        return 0
    while k < min(size, i + 4) and words.cap[k] and not words.opens[k]:
        k += 1
    if k == i + 1 or k + 1 >= size or lower[k] not in {'"', "'"}:
        return 0
    k += 1
    while k + 1 < size and lower[k] in words.lexicon.particles and not words.cap[k]:
        k += 1
    return k + 1 if words.cap[k] and not words.opens[k] else 0


def _split(words: Words, start: int, stop: int) -> list[Run]:
    """Cut a run at function words and captions ("Yesterday Many Said"), then judge each piece."""
    lexicon = words.lexicon
    found: list[Run] = []
    begin = start
    for i in range(start, stop):
        word = words.lower[i]
        if word in lexicon.captions or (
            words.opens[i] and word in lexicon.reporting and not acronym(words.text[i])
        ):
            cut = True
        else:
            cut = word in lexicon.function and not acronym(words.text[i])
            cut = cut and not (_named(words, i, stop) or _is_surname(words, begin, i, stop))
            cut = cut or (i == start and _is_status(words, i, stop))
            cut = cut or ("-" in word and word.rpartition("-")[2] in lexicon.origins)
        if cut:
            found.extend(judged(words, begin, i))
            begin = i + 1
    found.extend(judged(words, begin, stop))
    return found


def _is_surname(words: Words, start: int, i: int, stop: int) -> bool:
    """Tell a surname that is a small word elsewhere: "Ricky Every, 41"; in a headline all have capitals."""
    lexicon = words.lexicon
    front = words.lower[start]
    if i != start + 1 or i + 1 != stop or front not in lexicon.given or front in lexicon.reporting:
        return False
    return words.at(stop) in {"", ",", ".", "'s", "and", "of"}


def _is_status(words: Words, i: int, stop: int) -> bool:
    """Tell whether a sentence's first word only says who is in office: "Sitting Tongan"."""
    if words.lower[i] not in words.lexicon.status or words.place_length(i, stop):
        return False
    return words.opens[i] and i + 1 < stop and words.place_length(i + 1, stop) > 0


def _named(words: Words, i: int, stop: int) -> bool:
    """Tell whether a month or other everyday word is a given name here: "June Ames", "Jan Polk"."""
    lexicon = words.lexicon
    if words.lower[i] not in lexicon.calendar_given or i + 1 >= stop:
        return False
    timed = i > 0 and words.lower[i - 1] in lexicon.grammar.time
    return words.text[i + 1][-1].isalpha() and not timed
