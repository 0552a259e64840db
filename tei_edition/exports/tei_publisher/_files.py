"""The files of a package that say what it is and how it is searched: descriptors of EXPath and of eXist-db, the index, its installation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from tei_edition.edition import Edition

INSTALL = """xquery version "3.1";

(: Stores how the data are indexed before they are there. eXist-db sets both variables: where the package was unpacked, where it goes. :)
declare variable $dir external;
declare variable $target external;

let $folders := ("system", "config", tokenize($target, "/")[. ne ""])
let $place := fold-left($folders, "/db", function($parent, $name) {
  if (xmldb:collection-available($parent || "/" || $name)) then $parent || "/" || $name else xmldb:create-collection($parent, $name)
})
return xmldb:store-files-from-pattern($place, $dir, "collection.xconf")
"""

INDEX = """<?xml version="1.0" encoding="UTF-8"?>
<collection xmlns="http://exist-db.org/collection-config/1.0">
  <index xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <lucene>
      <analyzer class="org.exist.indexing.lucene.analyzers.NoDiacriticsStandardAnalyzer">
        <param name="stopwords" type="org.apache.lucene.analysis.util.CharArraySet"/>
      </analyzer>
      <text match="/tei:TEI/tei:text">
        <field name="title" expression="ancestor::tei:TEI/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[1]"/>
        <field name="author" expression="ancestor::tei:TEI/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:author"/>
        <field name="language" expression="ancestor::tei:TEI/@xml:lang"/>
        <field name="date" expression="head(ancestor::tei:TEI//tei:creation/tei:date/(@when, @from, @notBefore))"/>
        <field name="file" expression="util:document-name(.)"/>
        <field name="text" expression="."/>
        <facet dimension="language" expression="ancestor::tei:TEI/@xml:lang"/>
        <facet dimension="date" expression="head(ancestor::tei:TEI//tei:creation/tei:date/(@when, @from, @notBefore)) =&gt; tokenize('-')"
          hierarchical="yes"/>
        <facet dimension="speaker" expression="distinct-values(.//tei:sp/tokenize(@who) ! substring-after(., '#'))"/>
        <facet dimension="person" expression="distinct-values(.//tei:persName/@key)"/>
        <facet dimension="place" expression="distinct-values(.//tei:placeName/@key)"/>
        <facet dimension="organization" expression="distinct-values(.//tei:orgName/@key)"/>
      </text>
      <text qname="tei:div">
        <ignore qname="tei:div"/>
        <facet dimension="language" expression="ancestor::tei:TEI/@xml:lang"/>
      </text>
      <text qname="tei:head"/>
      <text match="//tei:titleStmt/tei:title"/>
      <text qname="tei:person">
        <field name="name" expression="tei:persName"/>
        <field name="sort-name" expression="head((tei:persName[@type='sort'], tei:persName))"/>
      </text>
      <text qname="tei:place">
        <field name="name" expression="tei:placeName"/>
        <field name="sort-name" expression="head(tei:placeName)"/>
      </text>
      <text qname="tei:org">
        <field name="name" expression="tei:orgName"/>
        <field name="sort-name" expression="head(tei:orgName)"/>
      </text>
    </lucene>
  </index>
</collection>
"""


@dataclass(frozen=True, slots=True)
class Package:
    """A package: its *name* (a URI), its short name (the collection it goes into), its *version* (semantic), its *title*."""

    name: str
    abbrev: str
    version: str
    title: str


def descriptors(package: Package, edition: Edition) -> tuple[tuple[str, bytes], ...]:
    """Return the files that describe *package*, with what *edition* states."""
    described = (("expath-pkg.xml", _expath(package)), ("repo.xml", _repo(package, edition)))
    files = (*described, ("collection.xconf", INDEX), ("pre-install.xql", INSTALL))
    return tuple((name, text.encode()) for name, text in files)


def _expath(package: Package) -> str:
    """Return the descriptor of EXPath."""
    own = f"name={quoteattr(package.name)} abbrev={quoteattr(package.abbrev)} version={quoteattr(package.version)}"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://expath.org/ns/pkg" {own} spec="1.0">\n'
        f'  <title>{escape(package.title)}</title>\n  <dependency processor="http://exist-db.org" semver-min="6.2.0"/>\n</package>\n'
    )


def _repo(package: Package, edition: Edition) -> str:
    """Return the descriptor of eXist-db; what *edition* does not state is empty or left out."""
    licence = (edition.licence.text or edition.licence.target) if edition.licence else ""
    stated = [
        ("description", edition.description or package.title),
        *(("author", editor) for editor in edition.editors),
        ("website", edition.address),
        ("license", licence),
        ("type", "application"),
        ("target", package.abbrev),
        ("prepare", "pre-install.xql"),
    ]
    lines = "".join(f"  <{name}>{escape(value)}</{name}>\n" for name, value in stated if value)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<meta xmlns="http://exist-db.org/xquery/repo">\n{lines}</meta>\n'
