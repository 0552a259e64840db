<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of one document without the editor's words, and its speeches with their words counted, as JSON. -->
<xsl:package name="https://tei-edition.org/ns/speeches" package-version="1.0" version="3.0" default-mode="s:speeches"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:s="https://tei-edition.org/ns/speeches">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <xsl:mode name="s:speeches" on-no-match="fail" visibility="public"/>
  <xsl:output method="text"/>

  <xsl:template match="document-node()" as="xs:string" mode="s:speeches">
    <xsl:apply-templates select="TEI" mode="s:speeches"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string" mode="s:speeches">
    <xsl:sequence select="serialize(map {
      'blocks': array { s:blocks(text) },
      'speeches': array { s:turns(.) } }, map { 'method': 'json' })"/>
  </xsl:template>

  <!-- The turns of a document in their order; what was cut at a border is one. -->
  <xsl:function name="s:turns" as="map(xs:string, item())*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:for-each select="$document/text//sp[not(@prev)]">
      <xsl:variable name="parts" as="element()+" select="c:chain(., ())"/>
      <xsl:variable name="gaps" as="element(gap)*" select="$parts//gap[c:act(c:class(.)) = 'withheld'][not(@prev)]"/>
      <xsl:variable name="words" as="map(xs:string, xs:integer)" select="c:tally($parts//text())"/>
      <xsl:sequence select="map {
        'parts': array { $parts ! s:number(.) },
        'id': string(@xml:id),
        'speaker': string-join(c:speaker-names(.), ', '),
        'person': string-join(tokenize(@who) ! replace(., '^#', ''), ' '),
        'words': $words?text, 'supplied': $words?supplied,
        'redactions': count($gaps),
        'lines': array { s:lines($gaps, 'exactly'), s:lines($gaps, 'at most'), s:lines($gaps, 'at least') },
        'blocks': array { $parts ! s:blocks(.)[not(?label)] } }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The place of an element among all of the text, from 1. -->
  <xsl:function name="s:number" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="count($element/preceding::*[ancestor::text]) + count($element/ancestor::*[ancestor::text]) + 1"/>
  </xsl:function>

  <!-- The sum of the lines that gaps state, of those that are exact, the most or the least. -->
  <xsl:function name="s:lines" as="xs:decimal">
    <xsl:param name="gaps" as="element(gap)*"/>
    <xsl:param name="bound" as="xs:string"/>
    <xsl:sequence select="sum(($gaps ! c:amount(.))[?unit = 'line'][?bound = $bound]?amount) ! xs:decimal(.)"/>
  </xsl:function>

  <!-- The text in an element, a block a map: its words without the editor's, and whether it is a speaker's label. -->
  <xsl:function name="s:blocks" as="map(xs:string, item())*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each-group select="$element//text()[c:voice(.) = ('text', 'labels')]" group-adjacent="generate-id(c:block(.))">
      <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(current-group() ! s:marked(.)))"/>
      <xsl:if test="$words ne ''">
        <xsl:sequence select="map { 'text': $words, 'label': exists(c:block(.)/self::speaker) }"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Characters with the marks of the elements that they open and close, as far as these are no act of an editor. -->
  <xsl:function name="s:marked" as="xs:string">
    <xsl:param name="characters" as="text()"/>
    <xsl:variable name="within" as="element()*"
      select="($characters/ancestor::* intersect c:block($characters)//*)[c:keeps-marks(.)][not(c:is-intervention(.))]"/>
    <xsl:variable name="opened" as="element()*" select="$within[(.//text())[1] is $characters]"/>
    <xsl:variable name="closed" as="element()*" select="$within[(.//text())[last()] is $characters]"/>
    <xsl:sequence select="string-join(($opened ! c:before(.), $characters, reverse($closed) ! c:after(.)))"/>
  </xsl:function>

</xsl:package>
