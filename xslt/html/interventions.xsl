<?xml version="1.0" encoding="UTF-8"?>
<!-- The interventions of the document, in a block that a reader opens: their sums, the words of each speaker, and a line for each. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template name="h:interventions" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="rows" as="map(xs:string, item()*)*" select="c:interventions(.)"/>
    <xsl:if test="exists($rows)">
      <details class="interventions" id="interventions">
        <summary><xsl:sequence select="c:string('legend') || ': ' || count($rows)"/></summary>
        <xsl:sequence select="h:sums($rows), h:speaker-sums(.)"/>
        <div class="rows" role="region" tabindex="0" aria-label="{c:string('legend')}">
          <table>
            <xsl:sequence select="h:headings(('column.paragraph', 'column.printed', 'column.what'))"/>
            <tbody><xsl:sequence select="$rows ! h:row(.)"/></tbody>
          </table>
        </div>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- The line that names the columns. -->
  <xsl:function name="h:headings" as="element()">
    <xsl:param name="keys" as="xs:string+"/>
    <thead>
      <tr>
        <xsl:for-each select="$keys">
          <th><xsl:sequence select="c:string(.)"/></th>
        </xsl:for-each>
      </tr>
    </thead>
  </xsl:function>

  <!-- What was done, how often, and how much that is. -->
  <xsl:function name="h:sums" as="element()">
    <xsl:param name="rows" as="map(xs:string, item()*)*"/>
    <xsl:variable name="sums" as="map(xs:string, item()*)*" select="c:intervention-sums($rows)"/>
    <xsl:variable name="is-measured" as="xs:boolean" select="exists($sums[c:sum-in-words(.) ne ''])"/>
    <table class="sums">
      <xsl:sequence select="h:headings(('column.act', 'column.number', 'column.size'[$is-measured]))"/>
      <tbody>
        <xsl:for-each select="$sums">
          <tr>
            <td><xsl:sequence select="c:sentence-case(?meaning)"/></td>
            <td class="number"><xsl:sequence select="?interventions"/></td>
            <xsl:if test="$is-measured">
              <td><xsl:sequence select="c:sum-in-words(.)"/></td>
            </xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

  <!-- Who speaks how much, with and without what was supplied; and the whole text. -->
  <xsl:function name="h:speaker-sums" as="element()">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="all" as="map(xs:string, xs:integer)" select="c:word-sums($document)"/>
    <table class="sums">
      <xsl:sequence select="h:headings(('speaker', 'column.turns', 'column.words', 'column.words-supplied', 'column.words-both'))"/>
      <tbody>
        <xsl:for-each select="c:speaker-sums($document)">
          <tr><xsl:sequence select="h:counts(?speaker, ?turns, ?text, ?supplied)"/></tr>
        </xsl:for-each>
        <tr class="all">
          <xsl:sequence select="h:counts(c:string('whole-text'), count($document/text//sp[not(@prev)]), $all?text, $all?supplied)"/>
        </tr>
      </tbody>
    </table>
  </xsl:function>

  <xsl:function name="h:counts" as="element()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="turns" as="xs:integer"/>
    <xsl:param name="text" as="xs:integer"/>
    <xsl:param name="supplied" as="xs:integer"/>
    <td><bdi><xsl:sequence select="$name"/></bdi></td>
    <xsl:for-each select="$turns, $text, $supplied, $text + $supplied">
      <td class="number"><xsl:sequence select="."/></td>
    </xsl:for-each>
  </xsl:function>

  <!-- One intervention. -->
  <xsl:function name="h:row" as="element()">
    <xsl:param name="row" as="map(xs:string, item()*)"/>
    <tr>
      <td class="where">
        <xsl:for-each select="($row?id[. ne ''], $row?paragraph)[1]">
          <a href="#{.}"><xsl:sequence select="c:number(($row?paragraph, .)[1])"/></a>
        </xsl:for-each>
        <xsl:sequence select="$row?page[. ne ''] ! (' ' || c:string('page') || ' ' || .)"/>
      </td>
      <td><bdi><xsl:sequence select="$row?printed"/></bdi></td>
      <td>
        <xsl:sequence select="c:sentence-case(c:row-in-words($row))"/>
        <xsl:where-populated>
          <p><bdi><xsl:sequence select="string-join(($row?speaker, c:row-authority($row))[. ne ''], ' · ')"/></bdi></p>
        </xsl:where-populated>
      </td>
    </tr>
  </xsl:function>

</xsl:stylesheet>
