"""EAD3 describes what an archive keeps: a component for the document is made of its header."""

from __future__ import annotations

from tei_edition.check.ready._need import ROOT, Need

TITLE = "EAD3"
SOURCE = "EAD3 tag library 1.1.1: did, unittitle, unitdatestructured, langmaterial, originalsloc"
TAKES = "ead3"

PROFILE = "t:teiHeader/t:profileDesc"
DATED = f"{PROFILE}/t:creation/t:date | {PROFILE}/t:settingDesc//t:setting//t:date"
KEPT = "t:teiHeader/t:fileDesc/t:sourceDesc//t:msIdentifier"

NEEDS = (
    ROOT,
    Need(
        "title", "/t:TEI", "normalize-space(t:teiHeader/t:fileDesc/t:titleStmt/t:title)",
        "There is no title, which a component has.", "Write it in titleStmt/title.",
    ),
    Need(
        "date", "/t:TEI", f"({DATED})[@when or @from or @notBefore or @notAfter]",
        "The date of the document is not stated in a form that can be sorted.",
        "Write profileDesc/creation/date with when, from and to, or notBefore and notAfter.", "warning",
    ),
    Need(
        "language", "/t:TEI/t:text", "ancestor-or-self::*[@xml:lang][1][@xml:lang != 'und']",
        "The language of the document is not stated.", "Write xml:lang on text or TEI.", "warning",
    ),
    Need(
        "repository", "/t:TEI", f"normalize-space({KEPT}/t:repository) or normalize-space({KEPT}/t:institution)",
        "Who keeps the original is not stated.",
        "Write sourceDesc/msDesc/msIdentifier/repository; repository in edition.toml does.", "warning",
    ),
    Need(
        "call-number", "/t:TEI", f"normalize-space({KEPT}/t:idno)",
        "The call number of the original is not stated.", "Write msIdentifier/idno; call-number in edition.toml does.", "warning",
    ),
)  # fmt: skip
