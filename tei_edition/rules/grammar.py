"""Kinds of words, by closed lists and endings: what a sentence lacks or has beside a bracket."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_edition import languages
from tei_edition.alternatives import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[\w'’-]+")
ADJECTIVE = re.compile(
    r"(?:\w-\w+|\w{2,}(?:al|ic|ive|ous|ful|less|able|ible|ary|ern|ish|est|ese|isch\w*|lich\w*|ig\w*|ский|ской|ных|ный))$", re.IGNORECASE,
)
NOUN = re.compile(r"\w{3,}(?:tion|sion|ment|ness|ity|ance|ence|ship|hood|ism|ure|age|ology|ung|heit|keit|ость|ение|ание)s?$", re.IGNORECASE)
SEVERAL = re.compile(r"(?:[^\W\d_]s|men|people|press|all|they|both|others|everyone|\band\s+(?:\S+\s+){0,2}\S+)\s+$", re.IGNORECASE)
"""Words that take a verb without an ending: "the pilots leave"."""

SIDE = re.compile(r"left\s+(?:corner|margin|side|hand|bank|wing|column)", re.IGNORECASE)
"""Where "left" is no verb."""

ADVERB = re.compile(r"\w{3,}ly$", re.IGNORECASE)


LATIN = re.compile(r"[A-Za-z]")


def counted(number: int, noun: str) -> str:
    """
    Return *number* and *noun*, which has an s where it is more or less than one.

    >>> counted(1, "word"), counted(2, "word")
    ('1 word', '2 words')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def last_word(text: str) -> str:
    """Return the word at the end of *text*, blanks aside."""
    end = text[-80:].rstrip()
    match = WORD.match(end[::-1], int(end.endswith(".")))
    return end[len(end) - match.end() :] if match else ""


def first_word(text: str) -> str:
    """Return the word at the start of *text*, blanks aside."""
    match = re.match(r"\s*([\w'’-]+)", text[:80])
    return match[1] if match else ""


def capitalised(word: str) -> bool:
    """Tell whether *word* begins with a capital, or with a letter of a script that has none."""
    return bool(word) and word[0].isalpha() and not word[0].islower()


def is_a(word: str, *kinds: str) -> bool:
    """Tell whether *word* is one of *kinds*, such as ``preposition``, in any language."""
    folded = bare(word)
    return any(folded in languages.words(kind) for kind in kinds)


def bare(word: str) -> str:
    """Return *word* casefolded, without punctuation at its ends."""
    return word.casefold().strip(".,;:!?\"'“”‘’")


CLOSED = ("article", "preposition", "conjunction", "auxiliary", "determiner", "pronoun", "function")
"""The kinds of words that join others; what is none of them has a meaning of its own."""

ENGLISH = frozenset({"en"})


@cache
def _closed(kinds: tuple[str, ...], tongues: frozenset[str]) -> frozenset[str]:
    """Return the words of *kinds* in *tongues*."""
    return frozenset(word for kind in kinds for code in tongues for word in languages.words_of(code, kind))


def kin(word: str, tongues: frozenset[str], *kinds: str) -> bool:
    """Tell whether *word* is one of *kinds* in one of *tongues*."""
    return bare(word) in _closed(kinds, tongues)


def closed(word: str, tongues: frozenset[str] = ENGLISH) -> bool:
    """Tell whether *word* only joins others, in one of *tongues*."""
    return bare(word) in _closed(CLOSED, tongues)


def tongues(*texts: str) -> frozenset[str]:
    """
    Return the languages whose small words are the commonest in *texts*; where they have none, English for Latin letters, all for others.

    One small word is weak evidence: English may be meant too.

    >>> sorted(tongues("he said that the war was over"))
    ['en']
    >>> sorted(tongues("er sagte, dass der Krieg vorbei war"))
    ['de']
    """
    counts = sum(map(_counts, texts), Counter())
    most = max(counts.values(), default=0)
    if not most:
        return ENGLISH if any(map(LATIN.search, texts)) else frozenset(languages.codes())
    found = frozenset(code for code, count in counts.items() if count * 4 > most * 3)
    return found | ENGLISH if most == 1 and any(map(LATIN.search, texts)) else found


@lru_cache(maxsize=64)
def _counts(text: str) -> Counter[str]:
    """Return how many small words of each language *text* has."""
    return Counter(code for word in WORD.findall(text) for code in _homes().get(word.casefold(), ()))


@cache
def _homes() -> dict[str, list[str]]:
    """Return the languages of each small word."""
    homes: dict[str, list[str]] = {}
    for code in languages.codes():
        for word in _closed(CLOSED, frozenset({code})):
            homes.setdefault(word, []).append(code)
    return homes


def proper(word: str, tongues: frozenset[str] = ENGLISH) -> bool:
    """
    Tell whether *word* looks like a part of a name: capitalised, and no word that begins a sentence in *tongues*.

    >>> [proper(word) for word in ("Orlov", "H.", "The", "orlov", "O'Neill")]
    [True, True, False, False, True]
    """
    return (
        capitalised(word)
        and re.fullmatch(r"[\w'’-]+\.?(?:['’]s)?", word) is not None
        and (not closed(word, tongues) or re.fullmatch(r"[^\W\d_]\.", word) is not None)
        and bare(word) not in _closed(("adverb", "unspoken"), tongues)
        and word.strip(".").casefold() not in languages.months()
    )


def acronym(word: str) -> bool:
    """Tell whether *word* is written in capitals only: ``UNCTAD``, ``C.T.``."""
    letters = re.sub(r"[\W\d_]", "", word)
    return len(letters) > 1 and letters.isupper()


@cache
def _acts(tongues: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of what people do before others, in the third person, in *tongues*."""
    forms = {form for stem in languages.words("act") for form in _forms(stem)} | _closed(("acted",), tongues)
    return re.compile(rf"(?<![\w-])(?:re-?)?{alternatives(forms)}(?![\w-])", re.IGNORECASE)


def _forms(stem: str) -> Iterator[str]:
    """
    Return the forms of the English verb *stem*, right and a few that nobody writes.

    >>> sorted(_forms("confer"))
    ['confer', 'confered', 'conferes', 'confering', 'conferred', 'conferring', 'confers']
    """
    short = stem.removesuffix("e")
    yield from (stem, f"{stem}s", f"{short}es", f"{short}ed", f"{short}ing")
    if re.search(r"[^aeiou][aeiou][bdgmnprt]$", stem):
        yield from (f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing")
    if re.search(r"[^aeiou]y$", stem):
        yield from (f"{stem[:-1]}ies", f"{stem[:-1]}ied")


PAST = frozenset({"read"})
"""Verbs whose past is written like the verb itself, and that tell of one."""


def act(text: str, tongues: frozenset[str] = ENGLISH) -> str:
    """Return the first word of *text* that says what somebody did, or nothing; English words are always known."""
    for match in _acts(tongues | ENGLISH).finditer(text):
        if SIDE.match(text, match.start()):
            continue
        several = SEVERAL.search(text[: match.start()])
        folded = match[0].casefold()
        if folded not in languages.words("act") or folded in PAST or several:
            return match[0]
    return ""


def third_person(word: str, tongues: frozenset[str] = ENGLISH) -> bool:
    """
    Tell whether *word* says by itself what somebody does or did: "Reads", "Liest", not "reading".

    >>> [third_person(word) for word in ("Reads", "reading", "left", "read")]
    [True, False, True, True]
    """
    folded = word.casefold()
    told = folded in _closed(("acted",), tongues) or folded in PAST or (folded.endswith("s") and folded not in languages.words("act"))
    return told and act(word, tongues) == word


def finite(text: str, tongues: frozenset[str] = ENGLISH) -> str:
    """Return a word of *text* that makes it a sentence: an auxiliary after its first word, or an act in the third person."""
    words = WORD.findall(text)
    return next((word for word in words[1:] if bare(word) in _closed(("auxiliary",), tongues)), "") or act(text, tongues)


def personal(text: str, tongues: frozenset[str] = ENGLISH) -> bool:
    """Tell whether *text* speaks in the first or the second person."""
    return any(bare(word) in _closed(("myself",), tongues) for word in WORD.findall(text))
