"""What a platform cannot do without, asked for at once: every key that is missing is told in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tei_edition.errors import SettingsError
from tei_edition.exports._known.needed import needed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_edition.edition import Edition
    from tei_edition.model import Finding


def wanted(edition: Edition, platform: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """
    Return the values that *edition* has under the keys *asked* for, see `needed`; *asked* says of each key why it is.

    Raises `SettingsError` with a finding for each that it does not state.
    """
    found: dict[str, Any] = {}
    missing: list[Finding] = []
    for key, why in asked.items():
        try:
            found[key] = needed(edition, key, platform, why)
        except SettingsError as error:
            missing += error.findings
    if missing:
        raise SettingsError.at(*missing)
    return found
