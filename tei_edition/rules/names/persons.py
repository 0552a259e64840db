"""
A person who is mentioned, by a name that an authority file lists.

``Gorbachev`` is ``<persName ref="#gorbachev">Gorbachev</persName>``. Besides what is listed, the forms count that forename, father's
name and surname make. A surname that touches another name, as in "Raisa Gorbachev" or "Gorbachev Foundation", is not taken.
"""

from __future__ import annotations

from tei_edition.rules.name_forms import of_person

SORT = "person"
ELEMENT = "persName"
forms = of_person
