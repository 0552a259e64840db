"""The rule on time."""

from __future__ import annotations

import datetime as dt

import pytest
from lxml import etree

from tei_edition.edition import Edition
from tei_edition.errors import UsageError
from tei_edition.timestamps import EPOCH, timestamp

TREE = etree.fromstring(
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><revisionDesc><change when="1999-01-01"/>'
    '<change>undated</change><change when="2001-02"/></revisionDesc></teiHeader></TEI>'
).getroottree()


def test_the_order_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment leads, then the edition's date, then the last dated change, then 1980; never a clock."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    edition = Edition(date="1990-05")
    assert timestamp() == timestamp(Edition()) == EPOCH
    assert timestamp(Edition(), TREE) == dt.datetime(2001, 2, 1, tzinfo=dt.UTC)
    assert timestamp(edition, TREE) == dt.datetime(1990, 5, 1, tzinfo=dt.UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert timestamp(edition, TREE) == dt.datetime(1970, 1, 2, tzinfo=dt.UTC)


def test_what_is_no_date_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change with a when that is no day of the calendar gives 1980."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for when in ("soon", "2001-13", "--05-01"):
        tree = etree.fromstring(f'<TEI><revisionDesc><change when="{when}"/></revisionDesc></TEI>').getroottree()
        assert timestamp(None, tree) == EPOCH


@pytest.mark.parametrize("stated", ["yesterday", "1e9", "9" * 40])
def test_a_wrong_environment_is_told(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    """A SOURCE_DATE_EPOCH that is no number of seconds stops with its name."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        timestamp()
