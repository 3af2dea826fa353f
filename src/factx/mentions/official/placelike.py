"""What shows that a capitalised run is a place or a title, though it looks like a person."""

from __future__ import annotations

from factx.mentions.official.names import Run
from factx.mentions.official.owners import Scene
from factx.mentions.official.words import QUOTES


def stands_as_place(scene: Scene, run: Run, label: str | None, before: str, after: str) -> bool:
    """Tell whether a name without a known given name stands where a place would: "at Hollin Moor"."""
    grammar = scene.lexicon.grammar
    if before not in grammar.before_places | grammar.beside:
        return False
    if after in scene.lexicon.speech | {"'s", "'"}:
        return False
    known = scene.words.lower[run.start] in scene.lexicon.given
    return label in {"GPE", "LOC"} or (not known and before in grammar.beside)


def ends_in_place(scene: Scene, run: Run, after: str) -> bool:
    """Tell whether a place ends a name that no given name begins: "Spartak Moscow", "Pool A. Peru"."""
    lower, lexicon = scene.words.lower, scene.lexicon
    last = lower[run.stop - 1]
    if lower[run.start] in lexicon.given or last in lexicon.given or last in lexicon.surnames:
        return False
    country = last in lexicon.countries and lexicon.countries[last].lower() == last
    cue = after in lexicon.speech or after in {",", "'s", "who"}
    return (country or last in lexicon.places) and not cue


def among_places(scene: Scene, run: Run) -> bool:
    """Tell whether a single word stands in a list with places: "Tandag, Carmen and Lanuza"."""
    words = scene.words
    sides = (words.before(run.start), run.start - 2), (words.at(run.stop), run.stop + 1)
    others = [scene.run_at.get(beside) for joint, beside in sides if joint in {",", "and"}]
    return any(
        other and other.kind == "place" and other.stop - other.start == 1 for other in others
    )


def quoted(scene: Scene, runs: list[Run]) -> set[str]:
    """Return the names met first as a title in quotation marks: "Karen Millen", "An Yue Jiang"."""
    words, met, found = scene.words, set[str](), set[str]()
    for run in runs:
        if run.kind != "name":
            continue
        start, stop, name = run.start, run.stop, words.phrase(run.start, run.stop).lower()
        if start and words.cap[start - 1] and words.lower[start - 1] in scene.lexicon.function:
            start -= 1
        if stop + 1 < len(words) and words.lower[stop] == ",":
            stop += 1
        open_mark = words.lower[start - 1] in QUOTES if start else False
        closed = stop < len(words) and words.lower[stop] in QUOTES
        marked = open_mark and closed and words.tokens.glued(words.first[start])
        if name not in met and marked:
            found.add(name)
        met.add(name)
    return found


def is_nickname(scene: Scene, start: int) -> bool:
    """Tell whether quotation marks stand around title and name: "known as 'King Khan'"."""
    lower, title, run = scene.words.lower, scene.by_stop.get(start), scene.run_at.get(start)
    if title is None or run is None or run.stop >= len(lower):
        return False
    return lower[title.start - 1] in QUOTES and lower[run.stop] in QUOTES
