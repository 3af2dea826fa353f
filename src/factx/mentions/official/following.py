"""The office after a name: ", head of X,", "(D-Texas)", "is the mayor of Y", "of the Survey"."""

from __future__ import annotations

from dataclasses import replace

from factx.mentions.official.lexicon import Status
from factx.mentions.official.names import acronym
from factx.mentions.official.office import Office, read
from factx.mentions.official.owners import Scene
from factx.mentions.official.titles import Title


def after(scene: Scene, stop: int, titled: Office | None = None) -> Office | None:
    """Read the office that follows a name: ", head of X,", "(D-Texas)", "is the mayor of Y".

    ``titled`` is the office before the name.
    """
    words = scene.words
    if stop >= len(words) or words.opens[stop]:
        return None
    i, word = stop, words.lower[stop]
    if word in {'"', "'"} and words.lower[i + 1 : i + 2] == [","]:
        i, word = i + 1, ","
    if i + 1 >= len(words):
        return None
    if word in {"(", ","} and (office := _party(scene, i)) is not None:
        return office
    if word in {"of", "from", "at", "with", "in"}:
        return _affiliation(scene, i, titled)
    status: Status | None = None
    apposed = word in {",", "-"}
    if apposed:
        i = _past_age(scene, i) + 1
        if i + 1 >= len(words):
            return None
        if words.lower[i] == "of" or (words.lower[i] == "for" and titled is not None):
            return _affiliation(scene, i, None)
        if words.lower[i] in {"who", "which"}:
            i += 1
            apposed = False
    if not apposed:
        i, status = _predicate(scene, i)
        if i == 0:
            return None
    office = _noun_phrase(scene, i)
    if office is not None and status is not None and office.status is None:
        return replace(office, status=status)
    return office


def _past_age(scene: Scene, i: int) -> int:
    """Return the comma after an age: "Ann Day, 52, a judge"; ``i`` itself if there is none."""
    lower, k = scene.words.lower, i + 1
    if k < len(lower) and lower[k] in {"aged", "age", "now"}:
        k += 1
    if k + 1 < len(lower) and lower[k].isdigit() and len(lower[k]) < 4 and lower[k + 1] == ",":
        return k + 1
    return i


def _predicate(scene: Scene, i: int) -> tuple[int, Status | None]:
    """Return where the predicate of "is", "served as", "was appointed" begins; 0 if none."""
    lower, size, grammar = scene.words.lower, len(scene.words), scene.lexicon.grammar
    begin = i
    status: Status | None = None
    while (
        i < size
        and i - begin < 4
        and (lower[i] in grammar.be or (i > begin and lower[i].endswith("ly")))
    ):
        if lower[i] in grammar.earlier:
            status = "former"
        i += 1
    if i < size and lower[i] in grammar.act:
        if lower[i] == "served" and lower[i - 1] not in {"has", "had"}:
            status = "former"
        i += 1
        return (i + 1, status) if i < size and lower[i] == "as" else (0, None)
    if i < size and lower[i] in grammar.choose:
        i += 1
        return (i + 1 if i < size and lower[i] in {"as", "to", "the"} else i), status
    if i < size and lower[i] in grammar.enter:
        i += 1
        while i < size and lower[i] in grammar.entering:
            i += 1
        return (i + 1, status) if i < size and lower[i] == "as" else (0, None)
    return (i, status) if i > begin else (0, None)


def _party(scene: Scene, i: int) -> Office | None:
    """Read a lawmaker's party and seat: "(D-Calif.)", "(R-Texas)"."""
    words, stop = scene.words, i + 2
    word = words.text[i + 1]
    if len(word) < 3 or word[1] != "-" or word[0] not in "DRI" or not word[2].isupper():
        return None
    while stop < min(len(words), i + 5) and words.cap[stop] and not words.opens[stop]:
        stop += 1  # "(D-San Diego)"
    return Office(None, "", "official", place=words.phrase(i + 1, stop)[2:], public=True)


def _affiliation(scene: Scene, i: int, titled: Office | None) -> Office | None:
    """Read the body after "of" or "from" behind a name: "Jane Doe of the Geological Survey"."""
    words, lexicon, word = scene.words, scene.lexicon, scene.words.lower[i]
    begin = i + 2 if words.lower[i + 1] == "the" else i + 1
    first = scene.run_at.get(begin)
    owner = scene.behind(i, len(words))
    last = words.lower[owner.end - 1] if owner.organization is not None else ""
    if word in {"in", "at"} and titled is not None and titled.head in lexicon.grammar.judicial:
        if last in lexicon.grammar.courts:
            return Office(None, "", "open", organization=owner.organization)
        return None
    if word == "in":
        return None
    place, owns = None, False
    if first is not None and first.kind == "place":
        place = words.place(first.start, first.stop)
        owns = words.lower[min(first.stop, len(words) - 1)] in {"'s", "'"}
    if titled is not None and titled.family == "official" and last in lexicon.grammar.seats:
        return Office(None, "", "open", place=place)  # "of Utah's third district"
    if place is not None and not owns and last not in lexicon.public:
        return Office(None, "", "open", place=place)  # "Ann Lee of Maine", whatever comes next
    any_body = titled is not None and word == "of"
    if owner.place is not None and any_body:
        return Office(None, "", "open", place=owner.place)  # "of the Republic of X"
    if owner.organization is None:
        return None
    noble = titled is not None and titled.head.rpartition(" ")[2] in lexicon.grammar.noble
    if noble and begin == i + 1:
        return None  # "Prince Leo of Orange"
    runs = (scene.run_at.get(k) for k in range(i + 1, owner.end))
    named = any(r is not None and (r.kind == "thing" or acronym(words.text[r.start])) for r in runs)
    if word == "at" and lexicon.private.isdisjoint(words.lower[begin : owner.end]):
        return None  # met at the White House, of no office there
    if not named and not any_body and last not in lexicon.public:
        return None
    return Office(None, "", "open", organization=owner.organization, place=place if owns else None)


def _noun_phrase(scene: Scene, i: int) -> Office | None:
    """Read one noun phrase from ``i`` that holds a title; None at the first thing that cannot be."""
    words, lexicon = scene.words, scene.lexicon
    begin, size = i, len(words)
    status: Status | None = None
    while i < size and i - begin < 3:
        word = words.lower[i]
        if word not in lexicon.grammar.determiners and word not in lexicon.status:
            break
        status = lexicon.status.get(word, status)
        i += 1
    while i < size and i - begin < 12:
        if i > begin and words.opens[i]:
            return None
        title = scene.by_start.get(i)
        if title is not None and title.head.family != "address":
            if (served := _serves(scene, title)) is not None:
                i = served
                continue
            if title.head.plural:
                return None
            office = settle(scene, title, begin)
            if office is not None and office.status is None and status in {"former", "acting"}:
                return replace(office, status=status)
            return office
        word = words.lower[i]
        run = scene.run_at.get(i)
        if run is not None:
            i = run.stop
            continue
        named = scene.run_at.get(i - 1) is not None
        if word in {"'s", "'", "of", "and", "for", "&", "the"} and i > begin:
            if word not in {"'s", "'"} and not named and words.lower[i - 1] not in {"of", "for"}:
                return None
        elif word in lexicon.stop or not word[0].isalpha() or word in lexicon.relations:
            return None
        i += 1
    return None


def _serves(scene: Scene, title: Title) -> int | None:
    """Return the word behind whom somebody serves: "President Day's aide"."""
    run = scene.run_at.get(title.stop)
    if run is None or not scene.is_person(run) or scene.words.at(run.stop) not in {"'s", "'"}:
        return None
    return run.stop + 1


def settle(scene: Scene, title: Title, begin: int) -> Office | None:
    """Take the last title of a pile ("police chief spokesman"); refuse another person's title."""
    words = scene.words
    while (ahead := scene.by_start.get(title.stop)) is not None and not words.opens[title.stop]:
        title = Title(title.start, ahead.stop, ahead.head, ahead.field)
    stop = title.stop
    if (word := words.at(stop)) != "":
        if word in {"'s", "'"}:
            return None
        if title.head.name in scene.lexicon.grammar.guests and word == "at":
            return None  # "a speaker at the conference"
        run = scene.run_at.get(stop)
        if run is not None and run.kind == "name":
            return None
    return read(scene, title, floor=begin, last=len(words))
