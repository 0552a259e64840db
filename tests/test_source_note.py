"""What a source note states, in the languages of the rules."""

from __future__ import annotations

import pytest

from tei_edition.paragraphs import paragraphs
from tei_edition.rules.source_note import Statement, parse


@pytest.mark.parametrize(("text", "repository", "number"), [
    ("Source: Harbour Archive of Ford, Box 4, Folder 2.", "Harbour Archive of Ford", "Box 4, Folder 2"),
    ("Quelle: Stadtarchiv Furt, Bestand 4.", "Stadtarchiv Furt", "Bestand 4"),
    ("Источник: Архив Брода, ф. 4, оп. 2.", "Архив Брода", "ф. 4, оп. 2"),
    ("Fonte: Archivio del Guado.", "Archivio del Guado", ""),
])
def test_the_first_phrase_names_who_keeps_it(text, repository, number):
    """What follows "Source:" up to a comma names the repository, the rest of the sentence the call number."""
    assert (parse(text).repository, parse(text).call_number) == (repository, number)


@pytest.mark.parametrize(("text", "translator", "sponsor"), [
    ("Source: Archive. Translated by Ann Lee for the Ford Institute.", "Ann Lee", "Ford Institute"),
    ("Source: Archive. Translated by Ann Lee.", "Ann Lee", ""),
    ("Quelle: Archiv. Übersetzt von Anna Lee für das Institut Furt.", "Anna Lee", "Institut Furt"),
    ("Source : Archives. Traduit par Anne Lee pour l'Institut du Gué.", "Anne Lee", "Institut du Gué"),
    ("Источник: Архив. Перевод: А. Ли для Института Брода.", "А. Ли", "Института Брода"),
])
def test_who_translated_and_for_whom_is_taken_as_it_is_said(text, translator, sponsor):
    """"Translated by X for Y" names a translator and a sponsor, in each language."""
    assert (parse(text).translator, parse(text).sponsor) == (translator, sponsor)


def test_a_publisher_is_one_only_where_the_note_says_published():
    """No publisher is made of a sponsor or a repository."""
    assert parse("Source: Archive. Translated by Ann Lee for the Ford Press.").publisher == ""
    assert parse("Source: Archive. Published by Ford Press.").publisher == "Ford Press"


def test_an_initial_ends_no_sentence():
    """A point after an initial stands within a name."""
    assert parse("Source: Archive of J. Lee, Box 4. Translated by A. B. Low.") == Statement("Archive of J. Lee", "Box 4", "A. B. Low")


def test_a_note_that_says_nothing_states_nothing():
    """An empty note states nothing, and is no fault."""
    assert parse("Source:") == Statement()


@pytest.mark.parametrize("word", ["Source", "Quelle", "Источник", "Fonte"])
def test_a_note_in_the_line_after_the_last_paragraph_is_one(word: str) -> None:
    """A source note needs no blank line before it; within a line it is no such note."""
    note = f"[{word}: Archive X, 7.\nTranslated by Y.]"
    last = paragraphs(f"Title\n\nIt is late.\n(signed) A. Holm\n{note}\n")[-1]

    assert last.start == len("Title\n\nIt is late.\n(signed) A. Holm\n")
    assert len(paragraphs(f"Title\n\nIt is late, {note}\n")) == len(["Title", "text"])
