"""The name that a licence has in the list of SPDX, where its address says which it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.edition import Licence

CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/"
    r"(?:licenses/(?P<kind>by(?:-nc)?(?:-sa|-nd)?)|publicdomain/zero)/(?P<version>\d\.\d)"
    r"(?:/(?:(?:legalcode|deed)(?:\.[a-z-]+)?/?)?)?",
    re.IGNORECASE,
)
"""The address of a licence of Creative Commons that is of no one country."""


def spdx(licence: Licence | None) -> str:
    """
    Return the SPDX identifier (https://spdx.org/licenses/) of *licence*; empty for one whose address is none of Creative Commons.

    >>> from tei_edition.edition import Licence
    >>> spdx(Licence("https://creativecommons.org/licenses/by-sa/4.0/")), spdx(Licence("https://example.org/by/4.0/", "CC BY 4.0"))
    ('CC-BY-SA-4.0', '')
    >>> spdx(Licence("https://creativecommons.org/publicdomain/zero/1.0/")), spdx(Licence("https://creativecommons.org/licenses/by/3.0/at/"))
    ('CC0-1.0', '')
    """
    match = CREATIVE_COMMONS.fullmatch(licence.target) if licence else None
    if not match:
        return ""
    return f"CC-{match['kind'].upper()}-{match['version']}" if match["kind"] else f"CC0-{match['version']}"
