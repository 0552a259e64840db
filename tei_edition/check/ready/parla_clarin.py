"""Parla-CLARIN is a corpus of speeches: who said what, on which day. The export makes its utterances of speeches."""

from __future__ import annotations

from tei_edition.check.ready._need import Need

TITLE = "Parla-CLARIN"
SOURCE = "Parla-CLARIN, recommendations: sittings, utterances, speakers"
TAKES = "parla-clarin"

SPEECH = "//t:text//*[self::t:sp or self::t:u]"
PERSON = "//t:teiHeader//t:particDesc//*[self::t:person or self::t:personGrp]"
DAY = "//t:teiHeader//t:date[@when or @from or @notBefore][ancestor::t:profileDesc or ancestor::t:sourceDesc]"

NEEDS = (
    Need("root", "/*", "self::t:TEI or self::t:teiCorpus", "This is no TEI document.", "The outermost element is TEI or teiCorpus."),
    Need(
        "title", "//t:teiHeader", "normalize-space(t:fileDesc/t:titleStmt/t:title)",
        "There is no title.", "Write it in titleStmt/title.",
    ),
    Need("speech", "/t:TEI", "t:text//t:sp or t:text//t:u", "Nobody speaks in this text.", "Write each speech as sp with who."),
    Need(
        "date", "/t:TEI", DAY,
        "The day of the sitting is not stated.", "Write profileDesc/settingDesc/setting/date with when, or date in sourceDesc.",
    ),
    Need(
        "person", "/t:TEI[.//t:sp/@who or .//t:u/@who]", PERSON,
        "There is no list of speakers.", "Write profileDesc/particDesc/listPerson with a person for each.",
    ),
    Need("person-id", PERSON, "@xml:id", "This person has no xml:id, so no speech can be theirs.", "Give it one."),
    Need("person-name", PERSON, "normalize-space(t:persName) or normalize-space(t:name)", "This person has no name.", "Write persName."),
    Need("who", SPEECH, "@who", "Who says this is not stated.", "Write who with the id of the person.", "warning"),
    Need(
        "who-known", f"{SPEECH}[@who]", "points-to(@who, 'person personGrp org')",
        "who leads to nobody in the list of speakers.", "Write # and the id of a person in listPerson.",
    ),
    Need("words", "//t:text//t:u", "t:seg", "This utterance has no seg.", "Put its words into seg."),
    Need(
        "language", "//t:text", "ancestor-or-self::*/@xml:lang",
        "The language of the text is not stated.", "Write xml:lang on text or TEI.", "warning",
    ),
)  # fmt: skip
