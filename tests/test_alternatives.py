"""A pattern for any of many words finds what an alternation of them, the longest first, finds."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition import languages
from tei_edition.alternatives import alternatives
from tei_edition.annotation import annotate
from tei_edition.edition import lone
from tei_edition.encode import encode
from tei_edition.ingest.txt import read

LETTERS = st.text(alphabet="as. |", min_size=1, max_size=5).map(lambda word: " ".join(word.split())).filter(bool)


def plain(words: set[str]) -> str:
    """Return the alternation of *words*, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("ss", "(?:ss|ß)") for word in ordered) + ")"


def found(pattern: str, text: str) -> list[tuple[int, int]]:
    """Return where *pattern* is found in *text*, as whole words and as any."""
    return [match.span() for form in (pattern, rf"(?<!\w){pattern}(?!\w)") for match in re.finditer(form, text, re.IGNORECASE)]


@given(st.sets(LETTERS, min_size=1, max_size=8), st.text(alphabet="asAß. |\n", max_size=30))
def test_alternatives_find_what_an_alternation_finds(words: set[str], text: str):
    """Words that share their beginnings, blanks and double letters are found where one word after the other would be."""
    assert found(alternatives(words), text) == found(plain(words), text)


@pytest.mark.parametrize("kind", ["acted", "event", "office", "record", "translated", "unspoken"])
def test_the_words_of_the_languages_are_found(kind: str):
    """Each word of a long list is found whole, wherever its lines end and however its letters are written."""
    pattern = languages.pattern(kind)
    for word in languages.words(kind):
        for text in (word, word.replace(" ", "\n  "), word.replace("ss", "ß")):
            assert re.fullmatch(pattern, text, re.IGNORECASE), text


@pytest.mark.parametrize("form", ["He saw the [old] mill. ", "Rusk: [to Colby] So it is.\n\n", "He [saw [the old] mill]. "])
def test_time_from_text_to_tei_is_linear(form: str):
    """Eight times the brackets, on one line or in as many speeches, take some eight times the time, not sixty-four."""

    def seconds(count: int) -> float:
        source, edition = read((form * count).encode(), "long.txt"), lone()
        start = time.process_time()
        encode(annotate([source], edition)[0], edition)
        return time.process_time() - start

    seconds(50)

    assert seconds(3200) < max(seconds(400), 0.05) * 30
