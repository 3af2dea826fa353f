"""Office words in the text: which they are, and where a minister's field begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from factx.mentions.official.lexicon import Head
from factx.mentions.official.words import Words


@dataclass(frozen=True, slots=True)
class Title:
    """An office word group in the text, ``start`` up to ``stop`` counted in words.

    ``field`` tells that a ministry's field belongs to it ("Minister of Education").
    """

    start: int
    stop: int
    head: Head
    field: tuple[int, int] | None = None


def titles(words: Words) -> list[Title]:
    """Find every office word group, longest reading first, with the field of a ministry.

    A word that ends somebody's name ("John Major") is that name wherever it stands alone.
    """
    found: list[Title] = []
    surnames: set[str] = set()
    i, size = 0, len(words)
    while i < size:
        title = _title_at(words, i)
        if title is None:
            i += 1
            continue
        alone = title.stop - i == 1 and words.cap[i]
        if alone and (_is_body(words, i, title.head) or _lends(words, i, title.head)):
            i += 1
            continue
        if alone and _names(words, i):
            surnames.add(words.lower[i])
            i += 1
            continue
        title = _longer(words, title)
        found.append(title)
        i = title.stop
    if not surnames:
        return found
    return [
        title
        for title in found
        if title.stop - title.start > 1
        or words.lower[title.start] not in surnames
        or words.capital_at(title.stop)
    ]


def _is_body(words: Words, i: int, head: Head) -> bool:
    """Tell whether a plural office names a body: "House of Representatives", "Cabinet of Ministers"."""
    lexicon = words.lexicon
    if not head.plural or i < 2 or words.lower[i - 1] != "of" or not words.cap[i - 2]:
        return False
    if words.capital_at(i + 1) and words.lower[i + 1] not in lexicon.heads:
        return False  # "of the Cabinet of Ministers Ann Day"
    return words.lower[i - 2] in lexicon.grammar.chambers | lexicon.grammar.certain


def _longer(words: Words, title: Title) -> Title:
    """Let the last word go on: "Police Inspector" and "Inspector General", "U.S. attorney general"."""
    last = title.stop - 1
    if last == title.start or title.field is not None:
        return title
    more = _title_at(words, last)
    if more is None or more.stop <= title.stop:
        return title
    abroad = words.place_length(title.start, last) == last - title.start
    return more if abroad else Title(title.start, more.stop, more.head, more.field)


def _lends(words: Words, i: int, head: Head) -> bool:
    """Tell whether the office word begins the name of a thing: "King County", "General Post Office"."""
    lexicon = words.lexicon
    stop = i + 1
    while stop < i + 7 and words.capital_at(stop):
        stop += 1
    rest = words.lower[i + 1 : stop]
    if not rest or rest[0] in lexicon.given:
        return False
    if len(rest) == 1:
        return rest[0] in lexicon.namesakes or rest[0] in {"department", "motors", "court"}
    return head.name in lexicon.eponyms and any(word in lexicon.never_person for word in rest)


def _title_at(words: Words, i: int) -> Title | None:
    """Return the longest office word group that begins at ``i``."""
    lower = words.lower
    key = _bare(lower[i])
    for form, head in words.lexicon.heads.get(key, ()):
        stop = i + len(form)
        if head.capital and not words.cap[i] and not (head.beside and _beside_name(words, stop)):
            continue
        if len(form) == 1 and _is_else(words, i):
            return None
        if len(form) > 1 and _mixed(words, i, stop):
            continue  # "Manchester City manager" is no city manager
        if (key, *lower[i + 1 : stop]) == form and not any(words.opens[i + 1 : stop]):
            return _with_field(words, i, stop, head)
    return None


def _beside_name(words: Words, stop: int) -> bool:
    """Tell whether a capitalised name follows at once: "Iranian general Qasem Soleimani"."""
    return words.capital_at(stop) and not words.place_length(stop, min(stop + 3, len(words)))


def _is_else(words: Words, i: int) -> bool:
    """Tell whether an office's short form is a time or begins a place: "5 PM EST", "Sri Lanka"."""
    if words.lower[i] in words.lexicon.clock:
        return i > 0 and words.lower[i - 1][0].isdigit()
    return words.cap[i] and words.place_length(i, min(i + 3, len(words))) > 1


def _mixed(words: Words, start: int, stop: int) -> bool:
    """Tell whether a capital, not a sentence's, begins words that end in small letters."""
    if not words.cap[start] or words.opens[start] or stop > len(words) or words.cap[stop - 1]:
        return False
    return start > 0 and words.cap[start - 1] and words.lower[start] not in {"deputy", "vice"}


def _names(words: Words, i: int) -> bool:
    """Tell whether the office word at ``i`` is part of a name: "Stephen King", "Dean Acheson"."""
    lexicon, lower = words.lexicon, words.lower
    after = words.capital_at(i + 1)
    if after and lower[i] in lexicon.given and lower[i] not in lexicon.eponyms:
        return True
    if i == 0 or words.opens[i] or not words.cap[i - 1]:
        return False
    first = i - 2 if i > 1 and words.cap[i - 2] else i - 1
    if any(words.place_length(k, i) == i - k for k in range(max(0, i - 3), i)):
        return False  # "Santa Barbara Sheriff"
    if not any(lower[k] in lexicon.given for k in (first, i - 1)):
        return False
    return lower[i] in lexicon.eponyms | lexicon.peers if after else words.at(i + 1) != "of"


def _bare(word: str) -> str:
    """Take "ex-", "then-" and "-elect" off a word: they are the status of an office."""
    if "-" in word:
        first, _, rest = word.partition("-")
        if first in {"ex", "then"}:
            return rest
        if word.endswith(("-elect", "-designate")):
            return word.rpartition("-")[0]
    return word


def _with_field(words: Words, start: int, stop: int, head: Head) -> Title:
    """Extend "minister" over "of Culture, Information and Youth Policy" or "Civil Aviation" before."""
    lexicon, lower = words.lexicon, words.lower
    last = head.name.rpartition(" ")[2]
    if last not in lexicon.grammar.ministerial or head.name == "prime minister":
        return Title(start, stop, head)
    if words.at(stop) in {"of", "for"}:
        end = _field_end(words, stop + 1)
        if words.at(end) in lexicon.grammar.certain:
            return Title(start, stop, head)  # "secretary of the education department"
        if end > stop + 1:
            return Title(start, end, head, (stop + 1, end))
    begin = start
    while begin > 0 and not words.opens[begin]:
        word = lower[begin - 1]
        alike = words.cap[begin - 1] == words.cap[start] or words.opens[begin - 1]
        joint = word in {"and", "&"} and begin < start and lower[begin - 2] in lexicon.fields
        if not joint and not (word in lexicon.fields and alike):
            break
        begin -= 1
    if begin < start:
        return Title(begin, stop, head, (begin, start))
    return Title(start, stop, head)


def _field_end(words: Words, i: int) -> int:
    """Return where the list of fields that begins at ``i`` ends; ``i`` itself if there is none."""
    end, size, lower, fields = i, len(words), words.lower, words.lexicon.fields
    if words.at(i) == "the":
        i += 1
    while i < size and not words.opens[i]:
        word = lower[i]
        if word in fields:
            i += 1
            end = i
        elif word in {"and", "&", "of", ",", "for"}:
            i += 1
            if word == "," and words.at(i) == "and":
                i += 1
        else:
            break
    return end
