"""
An organization that is mentioned, by a name that an authority file lists.

``NATO`` is ``<orgName ref="#nato">NATO</orgName>``. Only what is listed counts, and letters that are listed as capitals must be such.
"""

from __future__ import annotations

from tei_edition.rules.name_forms import listed

SORT = "organization"
ELEMENT = "orgName"
forms = listed
