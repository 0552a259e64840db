"""Reported speech in minutes, where the profile asks for it, in eight languages."""

from __future__ import annotations

import pytest

from tei_edition.annotation import annotate
from tei_edition.edition import Edition
from tei_edition.encode import encode
from tei_edition.encode.transcript import text as transcript
from tei_edition.ingest import txt


def said(folder, text, reported="said"):
    """Return who is reported and what, in *text* by a profile with *reported*."""
    (folder / "house.toml").write_text(f'extends = "nsarchive"\nreported = "{reported}"\n', encoding="utf-8")
    edition = Edition(profile="house", folder=folder)
    (annotation,) = annotate([txt.read(text.encode(), "x.txt")], edition)
    tree = encode(annotation, edition).tree
    assert transcript(tree) == text.encode()
    return [(one.get("who"), one.get("direct"), "".join(one.itertext())) for one in tree.iter("{*}said")]


@pytest.mark.parametrize(("text", "who", "what"), [
    ("Mr. Holm said that the barn was old. He feared a fire.", "mr-holm", "that the barn was old. He feared a fire."),
    ("The Secretary asked whether it was dry.", "the-secretary", "whether it was dry."),
    ("Dr. Meili erklärte, dass die Scheune alt sei.", "dr-meili", "dass die Scheune alt sei."),
    ("M. Perrin répond qu'il n'en est rien.", "m-perrin", "qu'il n'en est rien."),
    ("L'on. Balbo dichiara che è tardi.", "l-on-balbo", "che è tardi."),
    ("El señor Ibarra dijo que era tarde.", "el-señor-ibarra", "que era tarde."),
    ("Тов. Ершов сказал, что поздно.", "тов-ершов", "что поздно."),
    ("Ministr Kolář odpověděl, že nikoli.", "ministr-kolář", "že nikoli."),
    ("De heer Van Dam zegt dat het laat is.", "de-heer-van-dam", "dat het laat is."),
])
def test_what_is_reported_is_said_indirectly(tmp_path, text, who, what):
    """In each language the words after the verb are `said`, not directly, by whom the sentence names."""
    assert said(tmp_path, f"Minutes\n\n{text}\n\nThe meeting ended.\n") == [(f"#{who}", "false", what)]


def test_each_sentence_that_reports_another_begins_anew(tmp_path):
    """A paragraph that reports two persons has what each of them said."""
    text = "Minutes\n\nMr. Holm said that it was late. Miss Dray replied that it was not.\n\nThe meeting ended.\n"
    assert said(tmp_path, text) == [("#mr-holm", "false", "that it was late."), ("#miss-dray", "false", "that it was not.")]


@pytest.mark.parametrize("text", ["He said that it was late.", "It is said that it was late.", "The barn, he said, was old.", "Then they asked why."])
def test_what_nobody_by_name_says_is_text(tmp_path, text):
    """A pronoun is nobody: nothing is made of it."""
    assert said(tmp_path, f"Minutes\n\n{text}\n\nThe meeting ended.\n") == []


def test_without_the_key_reported_speech_is_text(tmp_path):
    """A profile that does not ask for it gets none."""
    assert said(tmp_path, "Minutes\n\nMr. Holm said that it was late.\n\nThe meeting ended.\n", "text") == []


def test_a_report_is_in_no_speech(tmp_path):
    """What is reported after a speech is not spoken by its speaker, and who is reported is the person of the list."""
    text = "Minutes\n\nPresent: Mr. A. Holm, Miss Dray.\n\nDray: Is it late?\n\nMr. Holm: It is.\n\nMiss Dray said that it was not.\n\nHolm: So?\n"
    assert said(tmp_path, text) == [("#miss-dray", "false", "that it was not.")]
