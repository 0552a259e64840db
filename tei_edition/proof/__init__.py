"""
Proving that the words of an output are the words of the transcript, in order, and saying what else stands in it.

Characters are compared, white space aside. What is not the transcript's must be declared: in HTML by ``data-generated``,
in PDF by being an artifact, the structure element Title, or a list of terms: that of the interventions, or the colophon. A proof that fails
raises `ProofError` with the place in the transcript where the two part.
"""

from __future__ import annotations

from tei_edition.proof.certificate import Output, certificate
from tei_edition.proof.comparison import Proof
from tei_edition.proof.html import prove_html
from tei_edition.proof.pdf import prove_pdf
from tei_edition.proof.tei import prove_tei

__all__ = ["Output", "Proof", "certificate", "prove_html", "prove_pdf", "prove_tei"]
