"""The line that parts two documents in one transcript: five or more equals signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_edition.model import Paragraph, Source

SEPARATOR = re.compile(r"={5,}")


def is_separator(source: Source, paragraph: Paragraph) -> bool:
    """Tell whether *paragraph* parts two documents."""
    return SEPARATOR.fullmatch(source.text, paragraph.start, paragraph.end) is not None
