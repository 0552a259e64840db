<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes, and the marks in the text that lead to them and back. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:key name="h:reference" match="ref[@type = 'noteref']" use="@target"/>

  <!-- A note keeps the place it has in the transcript. -->
  <xsl:template match="note" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., (@type, @place, h:editorial-classes(.)))"/>
      <xsl:call-template name="h:explained-content"/>
      <xsl:call-template name="h:back-link"/>
      <xsl:call-template name="h:permalink"/>
    </xsl:element>
  </xsl:template>

  <!-- The way back from a note to the first mark that leads to it. -->
  <xsl:template name="h:back-link" as="node()*">
    <xsl:context-item as="element(note)" use="required"/>
    <xsl:if test="key('h:reference', '#' || @xml:id)">
      <xsl:text> </xsl:text>
      <a class="back" href="#ref-{@xml:id}" data-generated="note-mark" aria-label="{c:string('back-to-text')}">↩</a>
    </xsl:if>
  </xsl:template>

  <!-- A note's mark is a link; the first mark of a note has an id, for the way back. -->
  <xsl:template match="ref[@type = 'noteref'][h:is-link(.)]" priority="2" as="element()" mode="h:text">
    <a href="{normalize-space(@target)}" role="doc-noteref">
      <xsl:sequence select="h:attributes(., ('noteref', 'raised'[matches(current(), '^[⁰¹²³⁴-⁹]+$')]))"/>
      <xsl:if test="not(@xml:id) and key('h:reference', @target)[1] is .">
        <xsl:attribute name="id" select="'ref-' || substring-after(@target, '#')"/>
      </xsl:if>
      <xsl:call-template name="h:content"/>
    </a>
  </xsl:template>

</xsl:stylesheet>
