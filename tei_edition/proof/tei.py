"""Proving the TEI: the transcript that it gives back is the transcript, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_edition.encode.transcript import characters_of
from tei_edition.errors import ProofError
from tei_edition.proof.comparison import Proof, common, finding

if TYPE_CHECKING:
    from lxml import etree

CODE = "proof/tei"
ADVICE = "Make the TEI again from the transcript, or correct the words that were changed in it."


def prove_tei(transcript: bytes, tree: etree._ElementTree, back: bytes, name: str = "the transcript") -> Proof:
    """
    Return the proof that *back*, the transcript that the TEI *tree* gives back, is *transcript*, byte for byte.

    *name* is the transcript's, for findings. Raises `ProofError` at the first character that differs.
    """
    text = _characters(transcript, tree)
    if transcript == back:
        return Proof("tei", len("".join(text.split())), len(text.split()))
    given = _characters(back, tree)
    offset = common(text, given)
    has, gives = (_shown(whole, offset) for whole in (text, given))
    message = f"the TEI does not give the transcript back: the transcript has {has} here, the TEI {gives}."
    raise ProofError.at(finding(text, offset, name, CODE, message, ADVICE))


def _characters(data: bytes, tree: etree._ElementTree) -> str:
    """Return *data* as text, in the encoding that *tree* states."""
    try:
        return data.decode(characters_of(tree)[1].encoding)
    except (UnicodeDecodeError, LookupError):
        return data.decode("latin-1")


def _shown(text: str, offset: int) -> str:
    """Return the character of *text* at *offset*, with what follows it."""
    return repr(text[offset : offset + 20]) if offset < len(text) else "its end"
