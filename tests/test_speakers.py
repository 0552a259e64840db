"""Who speaks: labels taken and refused, in many languages, with their reasons."""

from __future__ import annotations

import time

import pytest

from tei_edition.ingest import html, txt
from tei_edition.model import Span
from tei_edition.rules import lexicon
from tei_edition.rules.blocks import speaker
from tei_edition.rules.context import Context
from tei_edition.rules.evidence import KINDS, weigh
from tei_edition.rules.refusals import refused


def edition(*texts: str) -> list[Context]:
    """Return what the rules see of *texts*, the documents of one edition."""
    sources = [txt.read(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]
    known = lexicon.merge(map(lexicon.collect, sources))
    return [Context(source, known) for source in sources]


def document(*paragraphs: str) -> Context:
    return edition("\n\n".join(paragraphs))[0]


def labels(context: Context) -> list[str]:
    return [context.source.text[span.start : span.end] for span in speaker.annotate(context)]


def whos(context: Context) -> list[str]:
    return [dict(span.attributes).get("who", "") for span in speaker.annotate(context)]


def spans(context: Context) -> dict[str, Span]:
    return {context.source.text[span.start : span.end]: span for span in speaker.annotate(context)}


def refusals(context: Context) -> dict[str, str]:
    return {finding.message.split("'")[1]: finding.advice for finding in refused(context)}


TALKS = {
    "en": ("Talk at Ford, 3 May 1952", "Mr. Miller: I saw it.", "The Chairman: Which?", "Mr. Miller: The red one.", "A voice: No!"),
    "ru": ("Заседание 3 мая 1952 г.", "М. С. Горин. Начнём.", "А. А. Петров. Согласен.", "М. С. Горин. Пишите.", "Голос с места. Верно!"),
    "de": ("Sitzung, 7. März 1949", "Herr Brandis: Und das Dach?", "Der Vorsitzende: Gut.", "Herr Brandis: Ja, gut.", "Zuruf: Nein!"),
    "fr": ("Séance du 3 mai 1952", "M. Durand : Je donne lecture.", "Le président : Merci.", "M. Durand : Bien.", "Plusieurs voix : Non !"),
    "it": ("Seduta del 3 maggio", "On. Rossi. Chiedo la parola.", "Il Presidente. Ne ha facoltà.", "On. Rossi. Ecco.", "Una voce. Bravo!"),
    "es": ("Sesión del 3 de mayo", "Sr. López: Pido la palabra.", "El Presidente: La tiene.", "Sr. López: Digo esto.", "Una voz: ¡Bien!"),
    "cs": ("Schůze 3. května 1952", "Předseda: Zahajuji.", "Poslanec Novák: Prosím.", "Předseda: Máte slovo.", "Hlasy: Ne!"),
    "nl": ("Vergadering, 3 mei 1952", "De voorzitter: Ik open.", "De heer Jansen: Dank u.", "De voorzitter: Gaat uw gang.", "Een stem: Nee!"),
    "ar": ("جلسة 3 مايو 1952", "الرئيس: نبدأ.", "السيد حداد: نعم.", "الرئيس: تفضل.", "صوت: لا!"),
    "he": ("ישיבה, 3 במאי 1952", "אברמסון: נתחיל.", "לוינסקי: טוב.", "אברמסון: מי חתם?", "קול: רוזן!"),
}


@pytest.mark.parametrize("language", TALKS)
def test_labels_are_taken_in_each_language(language):
    """In each language every speech of a short talk is found, and the voice from the crowd is nobody's."""
    context = document(*TALKS[language])
    found = labels(context)
    assert len(found) == 4
    assert all(label[-1] in ".:" for label in found)
    first, second, again, voice = whos(context)
    assert first == again != ""
    assert second not in {first, ""}
    assert voice == ""


SHAPES = {
    "name and point": ("Miller. I saw it.", "Lane. Which one?", "Miller. The red one.", "Lane. And then?"),
    "capitals and colon": ("MILLER: I saw it.", "LANE: Which one?", "MILLER: The red one.", "LANE: And then?"),
    "tab": ("MILLER\tI saw it.", "LANE\tWhich one?", "MILLER\tThe red one.", "LANE\tAnd then?"),
    "dash": ("Miller – I saw it.", "Lane – Which one?", "Miller – The red one.", "Lane – And then?"),
    "point and dash": ("Mr. Miller.—I saw it.", "Mr. Lane.—Which one?", "Mr. Miller.—The red one.", "Mr. Lane.—And then?"),
    "brackets": ("[Miller:] I saw it.", "[Lane]: Which one?", "[Miller:] The red one.", "[Lane]: And then?"),
    "manner": ("Miller (to Lane): I saw it.", "Lane [softly]: Which one?", "Miller (rising): The red one.", "Lane (to him): And then?"),
    "question and answer": ("Q. Did you see it?", "A. I did.", "Q. Which one?", "A. The red one."),
    "letters": ("K: I saw it.", "D: Which one?", "K: The red one.", "D: And then?"),
    "surname first": ("Gorin M.S. We begin.", "Petrov A.A. I agree.", "Gorin M.S. Then write.", "Petrov A.A. I do."),
    "offices": ("PM Chou: Welcome.", "Secretary Low: Thank you.", "PM Chou: Sit down.", "Ambassador de Witt: Gladly."),
    "points within": ("Mr. Att. Gen. Call him.", "L. C. J. Call him in.", "Mr. Att. Gen. My Lord, he is here.", "L. C. J. Go on."),
    "numbers": ("01.01 Ann Lee (Lab): I ask.", "01.02 Paul Roy, minister: I see.", "01.03 Ann Lee (Lab): So?", "01.04 Paul Roy, minister: No."),
    "letters without a stop": ("Q Were you there?", "A   I was.", "Q (Mr. Low) And then?", "A   We went."),
    "titles and offices": ("M. le président. La séance est ouverte.", "M. Arnoux. Je demande la parole.", "M. le ministre des travaux publics. Non.", "M. Arnoux. Si."),
    "an office after a comma": ("PRESIDENTE. Apriamo.", "SARTI, Ministro delle foreste. Grazie.", "PRESIDENTE. Prego.", "SARTI, Ministro delle foreste. Ecco."),
    "a point before a colon": ("El Sr. PRESIDENTE: Hablen.", "El Sr. Ministro de OBRAS: Las obras siguen.", "El Sr. PRESIDENTE: Bien.", "El Sr. Ministro de OBRAS: Gracias."),
    "a title written small": ("Předseda: Prosím.", "Posl. dr. Mrázek: Ne.", "Předseda: Klid.", "Posl. dr. Mrázek: Nikoli."),
    "a small word within": ("Cl. of Ar. How say you?", "Marsh. Not guilty.", "Cl. of Ar. By whom?", "Marsh. By God."),
    "replies": ("Weber. Ja.", "Klein. Nein.", "Weber. Doch.", "Klein. Nein!"),
    "voices": ("M. Arnoux. Lisez.", "Voix à gauche. Bravo !", "M. Arnoux. Merci.", "Voix nombreuses à droite. Non !"),
    "names seen once": ("Суслов. Слово имеет Жаров.", "Жаров. Вот он.", "Суслов. Тише.", "Жаров. Ваша!", "Каганов. Нельзя так.", "Хруст. А как?",
                        "Суслов. Дальше.", "Жаров. Кончаю."),
    "letters and names": ("Q. Were you there?", "A. I was.", "MR. BLOOM: I object.", "Q. Did you see?", "A. I did."),
    "manner after a comma": ("DORINE. Il dort.", "ORGON, à part. Quel homme !", "DORINE, seule. Il sort.", "ORGON. Oui."),
    "no case": ("王明：我们开始。", "李华：好的。", "王明：请说。", "李华：谢谢。"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_labels_are_taken_in_each_shape(shape):
    """In each shape of labels every speech of a short talk is found."""
    assert len(labels(document("Talk at the Ford", *SHAPES[shape]))) == len(SHAPES[shape])


@pytest.mark.parametrize("talk", [
    ("Weber. Ja.", "Klein. Nein.", "Weber. Doch."),
    ("Иванов. Да.", "Петров. Нет!", "Иванов. Почему?"),
    ("Duval. Oui.", "Perrin. Pourquoi ?", "Duval. Jamais."),
])
def test_three_replies_are_a_talk(talk):
    """Three short paragraphs that answer each other are speeches, although nothing but their words shows it."""
    assert len(labels(document(*talk))) == 3


@pytest.mark.parametrize("notes", [
    ("Revenue. Up two percent.", "Spending. Flat.", "Revenue. We say nothing."),
    ("Mill. Closed.", "Barn. Dry.", "Mill. Sold."),
    ("A Boston man came. He was tall.", "A Boston man went. Why?", "A Boston man stayed. Really?", "A Salem man came. No?"),
    ("В Москве. Снег.", "В Киеве. Дождь.", "В Москве. Ветер."),
])
def test_three_notes_are_no_talk(notes):
    """The same form without replies is that of notes."""
    assert labels(document(*notes)) == []


def test_labels_on_lines_of_their_own_are_taken():
    """A label may fill a line or a paragraph, if others do and speeches stand between."""
    lines = ("MILLER", "I saw it.", "LANE", "Which one?", "MILLER", "The red one.", "LANE", "And then?")
    assert labels(document("A play of the Ford", *lines)) == ["MILLER", "LANE", "MILLER", "LANE"]
    joined = ["\n".join(pair) for pair in zip(lines[::2], lines[1::2], strict=True)]
    assert labels(document("A play of the Ford", *joined)) == ["MILLER", "LANE", "MILLER", "LANE"]


def test_a_label_in_capitals_on_a_line_of_its_own_may_come_once():
    """As other labels on lines of their own it is one, where a speech follows; a heading, which a label follows, is none."""
    lines = ("ORGON", "Où est-elle ?", "DORINE", "Elle dort.", "ORGON", "Bien.", "SCÈNE SECONDE", "DORINE", "Ah !", "VALÈRE", "Me voici.", "ORGON", "Bien.")
    assert labels(document("La Comédie du moulin", *lines)) == ["ORGON", "DORINE", "ORGON", "DORINE", "VALÈRE", "ORGON"]


def test_a_line_before_another_label_is_no_label():
    """"BY MR. DUNNE:" says who asks: the questions that follow at once are the speeches."""
    lines = ("Q. Your name?", "A. Cole.", "BY MR. DUNNE:", "Q. When?", "A. In May.", "BY MR. DUNNE:", "Q. Where?", "A. Here.")
    assert labels(document("Deposition of Harriet Cole", *lines)) == ["Q.", "A."] * 3


def test_a_talk_needs_no_label_that_comes_again():
    """Two labels seen once are believed where their names stand in sentences elsewhere."""
    context = document("Notes of the session", "Harlan. The mill of Sedley is sound.", "Sedley. So says Harlan of the mill.")
    assert labels(context) == ["Harlan.", "Sedley."]


TALK = ("Miller: I saw it.", "Lane: Which one?", "Miller: The red one.", "Lane: And then?")
LOOSE = tuple(part for line in TALK * 2 for part in (line, "It went on so for a while, and the advantages were seen."))


@pytest.mark.parametrize(("trap", "reason"), [
    ("Note this: it was dark.", "opens a note"),
    ("Yes. We all saw it.", "opens a note, a field of a form or a sentence"),
    ("II. The mill.", "counts"),
    ("They: no.", "begins as a sentence does"),
    ("Subject: the mill", "field of a form"),
    ("Henry A. Kissinger, Secretary of State", "a name follows"),
])
def test_traps_are_refused_for_a_reason(trap, reason):
    """What has the form of a label and is none is refused, and the evidence says why; nobody would take it for one, so it is not told."""
    context = document("Talk at the Ford", "I. The first point.", *TALK, trap)
    assert labels(context) == ["Miller:", "Lane:", "Miller:", "Lane:"]
    dialogue, _ = speaker.judged(context.source, context.lexicon)
    assert any(reason in evidence.words for label in dialogue.chains[len(TALK) + 3] for evidence in weigh(label, dialogue))
    assert refusals(context) == {}


@pytest.mark.parametrize(("line", "name"), [
    ("Round Table: it was brought.", "Round Table"), ("Mr. Low on the mill: a summary.", "Mr. Low on the mill"), ("Miller:", "Miller"),
    ("Mary Ann: the name of a ship.", "Mary Ann"),
])
def test_what_looks_like_a_name_is_told(line, name):
    """A refused opening that looks like somebody's name or office, or is a label elsewhere, is told with the reasons."""
    context = document("Talk at the Ford", *LOOSE, line, "Nothing else was said.")
    assert labels(context) == ["Miller:", "Lane:"] * 4
    assert refusals(context)[name]


@pytest.mark.parametrize("line", [
    "Advantages: we save money.", "But: it was dark.", "Dark. It was so.", "Also: we go.", "Erstens: das Dach.", "Anyway: no.", "Illegal: all of it.",
])
def test_what_nobody_takes_for_a_label_is_not_told(line):
    """Words that open a note, a point or a sentence are refused without a word."""
    context = document("Talk at the Ford", *LOOSE, line, "Nothing else was said of the advantages.")
    assert labels(context) == ["Miller:", "Lane:"] * 4
    assert refusals(context) == {}


@pytest.mark.parametrize("trap", ["Mr. Smith said. So we left.", "Mr. Smith said that it was late.", "Yes.", "Dr. H. Lee, the keeper", "[Laughter.]"])
def test_sentences_are_no_labels(trap):
    """A sentence that begins with a name or a title opens no speech."""
    assert len(labels(document("Talk at the Ford", *TALK, trap))) == 4


@pytest.mark.parametrize("paragraphs", [
    ("MEMORANDUM", "To: The Keeper", "From: The Warden", "Subject: The mill", "Background: It is old.", "Recommendation: Pull it down."),
    ("Minutes of the council", "I. The President opens.", "II. Mr. Low reports.", "III. The accounts are passed.", "IV. Mr. Low reports."),
    ("Report on the mill", "A. The wheel is sound.", "B. The sluice is rotten.", "C. The roof is good.", "A. The race is dry.", "B. It is old.",
     "C. It is new.", "A. So it is.", "B. And so on."),
    ("The Life of John", "John was born at the Ford. He lived there.", "Mary. That was her name. He liked it.", "Then John: no."),
    ("17 Quay Lane", "Dear Ann:", "I write of the mill.", "P.S. It is old.", "Yours,", "W. H. Lee"),
    ("Present at the meeting", "Dr. Henry A. Low, Keeper", "Peter W. Lane, Warden", "Amb. R. F. Miller, Guest"),
])
def test_documents_without_speakers_get_none(paragraphs):
    """Memoranda, minutes, reports, lives, letters and lists of names have no speakers."""
    assert labels(document(*paragraphs)) == []


def test_a_word_written_small_elsewhere_is_no_name():
    """"Furthermore:" once, in a talk in which the word is written small, is no speaker."""
    context = document("Talk", *TALK, "Miller: He said furthermore that it leaked.", "Furthermore: it is old.")
    assert "Furthermore:" not in labels(context)


def test_a_fragment_gives_way_to_the_whole_label():
    """"Mr. Att." is never more than the beginning of "Mr. Att. Gen." and is not taken."""
    context = document("Trial", *SHAPES["points within"] * 2)
    assert set(labels(context)) == {"Mr. Att. Gen.", "L. C. J."}


def test_a_short_answer_stays_outside_the_label():
    """In "Hone. Never. I was ill." the label is the name that comes again, not the sentence after it."""
    context = document("Trial", "Court. Were you there?", "Hone. Never. I was ill.", "Court. Were you well?", "Hone. I was not.")
    assert labels(context) == ["Court.", "Hone.", "Court.", "Hone."]


def test_a_small_letter_may_follow_a_sure_label():
    """After a label that is beyond doubt a speech may begin small; after another word it is a sentence that goes on."""
    context = document("Trial", *(f"{name}. {words}" for name in ("Miller", "Lane", "Miller", "Lane", "Miller", "Lane") for words in ["I am."]),
                       "Miller. yes.", "Vol. two is lost.")
    assert labels(context)[-1] == "Miller."


def test_other_documents_of_the_edition_tell_of_a_label():
    """A label that another document has again and again is known where it comes once."""
    rest = "\n\n".join(["First day", *TALK * 3])
    alone = "Second day\n\nThe hall was full.\n\nMiller: I saw it.\n\nLane: No.\n\nThe hall was emptied, and nobody came again that day."
    assert labels(edition(alone)[0]) == []
    assert labels(edition(rest, alone)[1]) == ["Miller:", "Lane:"]


def test_the_order_of_documents_changes_nothing():
    """What is learnt of an edition does not depend on the order in which its documents are read."""
    one, two = "\n\n".join(["First day", *TALK]), "\n\n".join(["Second day", *SHAPES["letters"]])
    forward, backward = edition(one, two), edition(two, one)
    assert [labels(context) for context in forward] == [labels(context) for context in reversed(backward)]


def test_each_decision_has_its_reasons():
    """Each label that is taken says why in a sentence, what speaks against it included."""
    taken = spans(document("Talk at the Ford", *TALK))
    assert all(span.evidence.endswith(".") and "opens 2 paragraphs" in span.evidence for span in taken.values())
    assert len({kind.__name__ for kind in KINDS}) == len(KINDS)


def test_refusals_are_no_faults():
    """A refused label is told for the report and stops nothing; where its words go to the speaker before it, it is a warning."""
    context = document("Talk at the Ford", "Old Pier: it was dark.", *LOOSE, "Round Table: it was dark.", "It was.")
    assert [finding.severity for finding in refused(context)] == ["info", "warning"]


@pytest.mark.parametrize("label", ["Q", "A", "A voice", "Several", "Ein anderer", "Первый голос", "Miller and Lane"])
def test_unknown_and_joint_speakers_have_no_who(label):
    """A question, a voice, another, or two together are no person that an id could name."""
    context = document("Talk", *TALK, f"{label}: I was there.", *TALK, f"{label}: And I.", *TALK, f"{label}: And again.")
    assert {dict(span.attributes).get("who") for name, span in spans(context).items() if name == f"{label}:"} == {None}


def test_initials_that_are_words_elsewhere_still_name_somebody():
    """A. A. Petrov and Y. Gorin are persons, although "a" and "y" are words of a language."""
    context = document("Talk", "A. A. Petrov: So it is.", "Y. Gorin: I agree.", "A. A. Petrov: Good.", "Y. Gorin: Then write it.")
    assert whos(context) == ["#a-a-petrov", "#y-gorin"] * 2


def test_the_same_label_is_the_same_person():
    """A label with a manner, in brackets or counted names the person it names without."""
    context = document("Talk", "Miller: I am.", "Lane: I am not.", "Miller (rising): I am.", "[Lane]: I am not.", "[Miller:] I am.")
    assert whos(context) == ["#miller", "#lane", "#miller", "#lane", "#miller"]


def test_a_label_set_apart_needs_no_more_than_to_come_again():
    """Two labels in bold that answer each other twice are speakers, though nothing else shows them to be names."""
    page = "".join(f"<p><b>{name}.</b> {words}</p>" for name, words in
                   (("Miller", "I saw it."), ("Lane", "We waited."), ("Miller", "It was red."), ("Lane", "So it was.")))
    source = html.read(f"<html><body><h1>Talk at the Ford</h1>{page}</body></html>".encode(), "talk.html")
    assert labels(Context(source, lexicon.merge([lexicon.collect(source)]))) == ["Miller.", "Lane.", "Miller.", "Lane."]


def test_the_opening_of_a_sentence_is_not_told():
    """What has no form of a name and begins as a sentence does is not told as a refused label."""
    context = document("Talk at the Ford", *TALK, "We need: bread, salt and oil.")
    assert len(labels(context)) == 4
    assert "We need" not in refusals(context)


def test_deciding_is_linear():
    """Four times the paragraphs take about four times the processor's time, and ten million characters on one line finish."""
    def seconds(text: str) -> float:
        start = time.process_time()
        labels(edition(text)[0])
        return time.process_time() - start

    talk = "".join(f"Miller{number % 7}: I saw Mr. Lane there.\n\n" for number in range(2000))
    assert seconds(talk * 4) < 10 * max(seconds(talk), 0.05)
    assert seconds("Miller. [a (b. " * 650_000) < 30
