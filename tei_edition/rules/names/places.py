"""
A place that is mentioned, by a name that an authority file lists.

``Reykjavik`` is ``<placeName ref="#reykjavik">Reykjavik</placeName>``. Only what is listed counts; a single word that touches another
name, as in "Vienna Convention", is not taken.
"""

from __future__ import annotations

from tei_edition.rules.name_forms import listed

SORT = "place"
ELEMENT = "placeName"
forms = listed
