<?xml version="1.0" encoding="UTF-8"?>
<!--
  The views, and the list of interventions after the text: their sums, the words of each speaker, a line for each. It is generated;
  in the PDF it is a list of terms, as the colophon is, and its table stands in that list.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <!-- In the clean text: what is left out, the blank before it, and the stop that an explanation leaves. -->
  <xsl:template match="*[$view = 'clean'][ancestor::text][c:is-left-out(.)]" priority="20" as="xs:string" mode="p:text">
    <xsl:sequence select="''"/>
  </xsl:template>

  <xsl:template match="text()[$view = 'clean'][not(local-name(..) = $p:containers)][c:loses-blank(.)]" priority="20" as="xs:string" mode="p:text">
    <xsl:sequence select="p:characters(replace(., '\s+$', ''))"/>
  </xsl:template>

  <xsl:template match="supplied[$view = 'clean'][c:explains(.)][c:kept-stop(.) ne '']/text()" priority="21" as="xs:string" mode="p:text">
    <xsl:sequence select="p:characters(c:kept-stop(..))"/>
  </xsl:template>

  <!-- Whether the view prints the marks of an element. -->
  <xsl:function name="p:shows-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$view ne 'clean' or c:keeps-marks($element)"/>
  </xsl:function>

  <!-- The numbers of the interventions in the list, by their elements. -->
  <xsl:key name="p:intervention" match="text//*[not(@prev)][c:is-intervention(.)]" use="true()"/>

  <!-- With interventions: the number under which the list has the element, raised after it. -->
  <xsl:function name="p:number-in-list" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$view = 'interventions' and not($element/@prev) and $element/ancestor::text and c:is-intervention($element)">
      <xsl:variable name="number" as="xs:integer" select="count(key('p:intervention', true(), root($element))[. &lt;&lt; $element]) + 1"/>
      <xsl:sequence select="'#listed(' || p:string(string($number)) || ');'"/>
    </xsl:if>
  </xsl:function>

  <!-- The list; none after a clean text, nor where there is nothing to list. -->
  <xsl:function name="p:interventions" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="rows" as="map(xs:string, item()*)*" select="c:interventions($document)[$view ne 'clean']"/>
    <xsl:variable name="sums" as="xs:string*" select="
      c:intervention-sums($rows) ! p:entry(c:sentence-case(?meaning), string-join((?interventions, c:sum-in-words(.)[. ne '']), ': '))"/>
    <xsl:variable name="is-listed" as="xs:boolean" select="$view = 'interventions' or count($rows) le $p:longest"/>
    <xsl:variable name="terms" as="xs:string*"
      select="$sums, p:words($document), p:entry(c:string('each'), c:string('each-elsewhere')[not($is-listed)])"/>
    <xsl:sequence select="
      if (empty($rows)) then ''
      else '#interventions(' || p:string(c:string('legend')) || ', (' || string-join($terms) || '), ['
        || p:characters(c:string('each')) || '], (' || string-join(p:list-head()[$is-listed]) || '), ('
        || string-join(p:list-rows($rows[$is-listed])) || '))'"/>
  </xsl:function>

  <!-- How many interventions a list in print has at most, but where their numbers stand in the text. -->
  <xsl:variable name="p:longest" as="xs:integer" select="500"/>

  <!-- The words of the text and of each speaker, with and without what was supplied. -->
  <xsl:function name="p:words" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="all" as="map(xs:string, xs:integer)" select="c:word-sums($document)"/>
    <xsl:sequence select="p:lines(c:string('column.words'), (
      p:count(c:string('whole-text'), $all?text, $all?supplied),
      c:speaker-sums($document) ! p:count(?speaker, ?text, ?supplied)))"/>
  </xsl:function>

  <xsl:function name="p:count" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="text" as="xs:integer"/>
    <xsl:param name="supplied" as="xs:integer"/>
    <xsl:sequence select="$name || ': ' || $text || ', ' || c:string('with-supplied') || ' ' || $text + $supplied"/>
  </xsl:function>

  <xsl:function name="p:list-head" as="xs:string+">
    <xsl:sequence select="('column.number', 'column.paragraph', 'column.printed', 'column.what') ! p:list-cell(c:string(.))"/>
  </xsl:function>

  <xsl:function name="p:list-rows" as="xs:string*">
    <xsl:param name="rows" as="map(xs:string, item()*)*"/>
    <xsl:for-each select="$rows">
      <xsl:sequence select="(string(position()), (?paragraph, ?id)[1], ?printed,
        string-join((c:sentence-case(c:row-in-words(.)), ?speaker[. ne ''], c:row-authority(.)[. ne '']), ' · ')) ! p:list-cell(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="p:list-cell" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'[' || p:characters($words) || '], '"/>
  </xsl:function>

</xsl:stylesheet>
