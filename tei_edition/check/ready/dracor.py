"""DraCor counts who speaks, when and how much; it takes a text for a play if it has persons, speeches and an id."""

from __future__ import annotations

from tei_edition.check.ready._need import ROOT, Need

TITLE = "DraCor"
SOURCE = "DraCor, encoding guidelines and API: what is read of a play"
TAKES = "itself"

PERSON = "/t:TEI/t:teiHeader//t:particDesc/t:listPerson/*[self::t:person or self::t:personGrp]"
SPEECH = "/t:TEI/t:text//t:sp"
EVENT = "t:standOff/t:listEvent/t:event[@type = 'written' or @type = 'print' or @type = 'premiere'][@when or @notBefore or @notAfter]"

NEEDS = (
    ROOT,
    Need("id", "/t:TEI", "@xml:id", "The document has no id, by which DraCor knows it.", "Write xml:id on TEI; DraCor gives the ids."),
    Need(
        "title", "/t:TEI", "normalize-space(t:teiHeader/t:fileDesc/t:titleStmt/t:title)",
        "There is no title.", 'Write it in titleStmt/title type="main".',
    ),
    Need("speech", "/t:TEI", "t:text//t:sp", "Nobody speaks in this text.", "Write each speech as sp with who."),
    Need(
        "person", "/t:TEI[t:text//t:sp]", "t:teiHeader//t:particDesc/t:listPerson/*",
        "There is no list of persons, so DraCor finds no speaker.", "Write profileDesc/particDesc/listPerson with a person for each.",
    ),
    Need("person-id", PERSON, "@xml:id", "This person has no xml:id, so no speech can be theirs.", "Give it one."),
    Need(
        "person-name", PERSON, "normalize-space(t:persName) or normalize-space(t:name)",
        "This person has no name.", "Write persName.",
    ),
    Need(
        "person-sex", f"({PERSON}[not(@sex)])[1]", "false()",
        "The sex of persons is not stated, by which DraCor counts; this is the first.",
        'Write sex where it is known, sex="UNKNOWN" where it is not.', "warning",
    ),
    Need("who", SPEECH, "@who", "This speech has no who, so it counts for nobody.", "Write who with the id of the person.", "warning"),
    Need(
        "who-known", f"{SPEECH}[@who]", "points-to(@who, 'person personGrp')",
        "who leads to nobody in the list of persons.", "Write # and the id of a person in listPerson.",
    ),
    Need(
        "segment", "/t:TEI[t:text//t:sp]", "t:text//t:div/t:sp",
        "No division holds speeches, so the whole text is one scene.", "Put the speeches into div.", "warning",
    ),
    Need(
        "year", "/t:TEI", EVENT, "DraCor cannot date the text.",
        'Write standOff/listEvent/event with type="written", "print" or "premiere" and a date.', "warning",
    ),
    Need("language", "/t:TEI", "@xml:lang", "The language is not stated on TEI.", "Write xml:lang there.", "warning"),
)  # fmt: skip
