<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of an element as they are printed, in one line, for headings, lists and titles; notes and their marks are left out. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:mode name="c:words" on-no-match="deep-skip"/>

  <!-- The words in an element, without its own marks. -->
  <xsl:function name="c:words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:apply-templates select="$element/node()" mode="c:words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($pieces))"/>
  </xsl:function>

  <xsl:template match="*" as="xs:string*" mode="c:words">
    <xsl:sequence select="c:before(.)"/>
    <xsl:apply-templates mode="c:words"/>
    <xsl:sequence select="c:after(.)"/>
  </xsl:template>

  <xsl:template match="text()" as="xs:string" mode="c:words">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="note | ref[@type = 'noteref']" as="empty-sequence()" mode="c:words"/>

</xsl:stylesheet>
