"""Labels that only their type sets apart: bold or small capitals without a stop, in eight languages and each kind of file that has type."""

from __future__ import annotations

import pytest
import typst

from tei_edition import convert, lone, read, serialize, text, xml
from tests.rich import Paragraph, piece, to_docx, to_html, to_md, to_odt

WRITERS = {"docx": to_docx, "html": to_html, "md": to_md, "odt": to_odt}
TALKS = {
    "en": ("Session of May 1, 1986", ("Miller", "We wait."), ("Lane", "For what?"), ("Miller", "For the spring."), ("Lane", "Then we wait.")),
    "ru": ("Заседание 1 мая 1986 г", ("Орлов", "Мы ждём."), ("Титов", "Чего?"), ("Орлов", "Весны."), ("Титов", "Значит, ждём.")),
    "de": ("Sitzung vom 1. Mai 1986", ("Weber", "Wir warten."), ("Krüger", "Worauf?"), ("Weber", "Auf das Frühjahr."), ("Krüger", "Gut.")),
    "fr": ("Séance du 1er mai 1986", ("Morel", "Nous attendons."), ("Dupuis", "Quoi ?"), ("Morel", "Le printemps."), ("Dupuis", "Bien.")),
    "it": ("Seduta del 1 maggio 1986", ("Bruni", "Aspettiamo."), ("Conti", "Che cosa?"), ("Bruni", "La primavera."), ("Conti", "Bene.")),
    "es": ("Sesión de 1 de mayo de 1986", ("Ibarra", "Esperamos."), ("Núñez", "¿Qué?"), ("Ibarra", "La primavera."), ("Núñez", "Bien.")),
    "cs": ("Schůze 1. května 1986", ("Dvořák", "Čekáme."), ("Kolář", "Na co?"), ("Dvořák", "Na jaro."), ("Kolář", "Dobře.")),
    "nl": ("Zitting van 1 mei 1986", ("Bakker", "Wij wachten."), ("Visser", "Waarop?"), ("Bakker", "Op het voorjaar."), ("Visser", "Goed.")),
}


def spoken(path) -> list[tuple[str, str]]:
    """Return who says what in the transcript at *path*, which its TEI gives back whole."""
    (made,) = convert([path], lone())
    tree = xml.parse_bytes(serialize(made.tree), "t.xml")
    assert text(tree).decode() == read(path).text
    speeches = tree.getroot().iter("{*}sp")
    return [("".join(one.find("{*}speaker").itertext()).strip(" ."), " ".join("".join(one.find("{*}p").itertext()).split())) for one in speeches]


@pytest.mark.parametrize("style", ["bold", "smallcaps"])
@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", TALKS)
def test_a_label_set_apart_by_its_type(tmp_path, language, suffix, style):
    """Who speaks is read from bold or small capitals alone, the same in each kind of file."""
    title, *said = TALKS[language]
    paragraphs = [Paragraph((piece(title),), "h"), *(Paragraph((piece(name, style), piece(f" {words}"))) for name, words in said)]
    path = tmp_path / f"talk.{suffix}"
    path.write_bytes(WRITERS[suffix](tuple(paragraphs)))

    assert spoken(path) == said


@pytest.mark.parametrize("language", TALKS)
def test_a_bold_label_in_a_pdf(tmp_path, language):
    """A PDF has no small capitals; its bold labels are read."""
    title, *said = TALKS[language]
    lines = "\n\n".join(f'#strong("{name}")#text(" {words}")' for name, words in said)
    (tmp_path / "talk.typ").write_text(f"#set page(width: 300pt, height: 400pt)\n= {title}\n\n{lines}\n", encoding="utf-8")
    path = tmp_path / "talk.pdf"
    path.write_bytes(typst.compile(tmp_path / "talk.typ"))

    assert spoken(path) == said
