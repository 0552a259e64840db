<?xml version="1.0" encoding="UTF-8"?>
<!--
  The clean reading text: what it leaves out, and which marks it does not print. What is missing from the source stays visible, in its
  marks, and so does whatever nobody said or wrote: an event, a manner, a note that something is signed.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- Whether the clean text has no word of the element: remarks, explanations, note marks, what was corrected or deleted. -->
  <xsl:function name="c:is-left-out" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="c:is-aside($element) or c:holds-asides($element)"/>
  </xsl:function>

  <xsl:function name="c:is-aside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[
      self::surplus or self::del or self::ref[@type = 'noteref'] or self::note[not(@type = ('source', 'mark'))] or self::pb[c:is-marked(.)] or self::metamark[parent::unclear]
      or self::unclear[not(matches(., '[\p{L}\p{N}]'))] or self::supplied[c:explains(.)][c:kept-stop(.) = '']
      or self::*[parent::choice][self::sic or self::abbr or self::orig][../(corr, reg, expan)]])"/>
  </xsl:function>

  <!-- Whether it is an explanation of words that stand before it. -->
  <xsl:function name="c:explains" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="c:class($element) = 'explanation' and exists($element/preceding-sibling::node()[normalize-space()][not(self::processing-instruction())])"/>
  </xsl:function>

  <!-- Whether a block holds nothing but what is left out. -->
  <xsl:function name="c:holds-asides" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="nodes" as="node()*" select="$element[self::p or self::ab]/(*, text()[normalize-space()])"/>
    <xsl:sequence select="exists($nodes) and (every $node in $nodes satisfies $node[self::*][c:is-aside(.)])"/>
  </xsl:function>

  <!-- The stop with which an explanation ends its sentence, which the clean text keeps; empty where the sentence goes on or has its own. -->
  <xsl:function name="c:kept-stop" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="xs:string" select="string-join($element/preceding-sibling::node()[not(self::processing-instruction())][1])"/>
    <xsl:variable name="after" as="xs:string" select="string-join($element/following-sibling::node()[not(self::processing-instruction())][1])"/>
    <xsl:variable name="is-end" as="xs:boolean"
      select="empty($element/*) and matches($before, '[^\s.!?…]\s*$') and matches($after, '^($|\s)')"/>
    <xsl:sequence select="if ($is-end and matches($element, '[^\s.!?][.!?]\s*$')) then replace($element, '^.*([.!?])\s*$', '$1', 's') else ''"/>
  </xsl:function>

  <!-- Whether the clean text prints the marks of an element: not of words that are read as words of the text. -->
  <xsl:function name="c:keeps-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not($element[self::supplied or self::unclear or self::sic or self::corr or self::reg or self::ex or self::expan
      or self::surplus or self::label])"/>
  </xsl:function>

  <!-- Whether the blank at the end of these characters goes with what is left out after them. -->
  <xsl:function name="c:loses-blank" as="xs:boolean">
    <xsl:param name="characters" as="text()"/>
    <xsl:variable name="next" as="element()?" select="$characters/following-sibling::node()[not(self::processing-instruction())][1]/self::*"/>
    <xsl:sequence select="matches($characters, '\s$') and exists($next[c:is-aside(.) or self::supplied[c:explains(.)]])"/>
  </xsl:function>

</xsl:stylesheet>
