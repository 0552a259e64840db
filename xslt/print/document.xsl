<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: its frame, its title, its text, its colophon. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()" as="xs:string" mode="p:document">
    <xsl:apply-templates select="TEI" mode="p:document"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string" mode="p:document">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="'#import &quot;/edition.typ&quot;: *'"/>
      <xsl:sequence select="'#show: edition.with(' || string-join(p:frame(.), ', ') || ')'"/>
      <xsl:sequence select="p:made-title(.)"/>
      <xsl:apply-templates select="text" mode="p:text"/>
      <xsl:sequence select="p:index(.)"/>
      <xsl:sequence select="p:interventions(.)"/>
      <xsl:sequence select="p:colophon(.)"/>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, '&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- The arguments of the frame. -->
  <xsl:function name="p:frame" as="xs:string+">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="date" as="xs:string" select="(c:date($document) ! normalize-space(), '')[1]"/>
    <xsl:variable name="title" as="xs:string" select="p:title($document)"/>
    <xsl:sequence select="'title: ' || p:string($title)"/>
    <xsl:sequence select="'short: ' || p:string(p:short($title, $date))"/>
    <xsl:sequence select="'date: ' || p:string($date)"/>
    <xsl:sequence select="'series: ' || p:string((c:edition($document), '')[1])"/>
    <xsl:sequence select="'authors: (' || string-join(p:authors($document) ! (p:string(.) || ',')) || ')'"/>
    <xsl:sequence select="'language: ' || p:language($document/text[1])"/>
    <xsl:sequence select="'direction: ' || p:direction($document/text[1])"/>
  </xsl:function>

  <!-- The title of the header; a PDF must have one. -->
  <xsl:function name="p:title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="(c:title($document)[. ne ''], 'Untitled')[1]"/>
  </xsl:function>

  <!-- The title for the running head: without the date that follows it there, and cut at a word. -->
  <xsl:function name="p:short" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="date" as="xs:string"/>
    <xsl:variable name="undated" as="xs:string" select="
      if ($date and ends-with($title, $date)) then replace(substring($title, 1, string-length($title) - string-length($date)), '[\s,;:]+$', '')
      else $title"/>
    <xsl:variable name="kept" as="xs:string" select="if ($undated) then $undated else $title"/>
    <xsl:sequence select="if (string-length($kept) le 64) then $kept else replace(substring($kept, 1, 64), '\s+\S*$', '') || ' …'"/>
  </xsl:function>

  <!-- Who answers for the document: its authors and editors, as the header names them. -->
  <xsl:function name="p:authors" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="distinct-values(($document/teiHeader/fileDesc/titleStmt/author ! normalize-space()[. ne ''], c:responsible($document, 'editor')))"/>
  </xsl:function>

  <!-- The header's title over a text that prints no heading before its first words, a mark of classification aside. -->
  <xsl:function name="p:made-title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="first" as="element()?" select="($document/text//*[not(*)][normalize-space()])[1]"/>
    <xsl:variable name="marked" as="xs:boolean"
      select="exists($first/ancestor-or-self::seg[@type = 'classification']) and exists($document/text/body/div[1]/head)"/>
    <xsl:sequence select="
      if ($first/ancestor-or-self::head or $marked) then '' else p:block('made-title', p:characters(p:title($document)))"/>
  </xsl:function>

</xsl:stylesheet>
