<?xml version="1.0" encoding="UTF-8"?>
<!-- An element without a rule stops the page, and says which and where. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-1" as="empty-sequence()" mode="h:text h:page">
    <xsl:variable name="near" as="xs:string?" select="(ancestor-or-self::*/@xml:id)[last()]"/>
    <xsl:message terminate="yes" expand-text="yes">the reading page has no rule for the element {name()}, at {
      replace(path(), 'Q\{[^}]*\}', '')}{$near ! (', in ' || .)}; take it out, or write a rule for it in xslt/html/</xsl:message>
  </xsl:template>

</xsl:stylesheet>
