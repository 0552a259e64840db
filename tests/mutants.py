"""Documents with one mistake each, made from valid ones, the same at every run."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
KEPT = 10
"""So many child elements of an element are kept: a mistake needs no long document."""


def shortened(root: etree._Element) -> etree._Element:
    """Return a copy of *root* with fewer of the children of large elements; a reference to what is gone stays."""
    root = copy.deepcopy(root)
    for element in list(root.iter("{*}*")):
        for child in list(element)[KEPT:]:
            element.remove(child)
    return root


def mutants(root: etree._Element, seed: int, number: int) -> Iterator[etree._Element]:
    """Yield *number* copies of *root*, each with one mistake (some of them happen to be none)."""
    rnd = random.Random(seed)
    for count in range(number):
        tree = copy.deepcopy(root)
        MISTAKES[count % len(MISTAKES)](tree, rnd)
        yield tree


def _below(root, rnd):
    return rnd.choice(list(root.iter("{*}*"))[1:] or [root])


def _renamed(root, rnd):
    element = _below(root, rnd)
    space, brace, local = element.tag.rpartition("}")
    others = [local.lower(), local + "s", local[1:] or "x", local.swapcase(), rnd.choice(list(root.iter("{*}*"))).tag.rpartition("}")[2]]
    element.tag = space + brace + rnd.choice(others)


def _moved(root, rnd):
    element, target = _below(root, rnd), _below(root, rnd)
    if element is root or target is element or element in set(target.iterancestors()):
        return
    _taken_out(element)
    target.insert(rnd.randrange(len(target) + 1), element)


def _taken_out(element):
    """Take *element* out, its tail staying."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _dropped(root, rnd):
    element = _below(root, rnd)
    if element is not root:
        _taken_out(element)


def _doubled(root, rnd):
    element = _below(root, rnd)
    if element is not root:
        again = copy.deepcopy(element)
        for inner in again.iter("{*}*"):
            inner.attrib.pop(XML_ID, None)
        element.addnext(again)


def _misspelt(root, rnd):
    with_attributes = [element for element in root.iter("{*}*") if element.attrib]
    if not with_attributes:
        return
    element = rnd.choice(with_attributes)
    key = rnd.choice(sorted(element.attrib))
    value = element.attrib.pop(key)
    element.set(rnd.choice([key + "s", key[:-1] + "q", key.upper() if key[0] != "{" else key + "x"]), value)


def _broken_value(root, rnd):
    with_attributes = [element for element in root.iter("{*}*") if element.attrib]
    if not with_attributes:
        return
    element = rnd.choice(with_attributes)
    key = rnd.choice(sorted(set(element.attrib) - {XML_ID}) or [XML_ID])
    element.set(key, rnd.choice(["", "two words", "13.11.1986", "#", "x y z", "1 2", "-1", "%%", "hihg"]))


def _stray_text(root, rnd):
    element = _below(root, rnd)
    if rnd.random() < 0.5 and element is not root:
        element.tail = (element.tail or "") + "stray"
    else:
        element.text = "stray" + (element.text or "")


MISTAKES = (_renamed, _moved, _dropped, _doubled, _misspelt, _broken_value, _stray_text)
