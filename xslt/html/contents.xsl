<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents: headings after the first, and the topic labels. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- Beside the text, where there is room. -->
  <xsl:template name="h:contents" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:for-each select="h:contents-list(.)">
      <nav class="contents beside" data-generated="contents" aria-label="{c:string('contents')}">
        <p lang="en"><xsl:sequence select="c:string('contents')"/></p>
        <xsl:sequence select="."/>
      </nav>
    </xsl:for-each>
  </xsl:template>

  <!-- Folded away under the title, where there is not. -->
  <xsl:template name="h:contents-folded" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:for-each select="h:contents-list(.)">
      <details class="contents folded">
        <summary><xsl:sequence select="c:string('contents')"/></summary>
        <nav aria-label="{c:string('contents')}"><xsl:sequence select="."/></nav>
      </details>
    </xsl:for-each>
  </xsl:template>

  <!-- The places one can go to; nothing for a text without headings and topics. -->
  <xsl:function name="h:contents-list" as="element()?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="places" as="element()*" select="$document/text//(div/head[not(preceding-sibling::head)] | label[@type = 'topic'])
      [h:anchor(.)] except h:titling-head($document)"/>
    <xsl:if test="exists($places)">
      <ol>
        <li lang="en"><a href="#text"><xsl:sequence select="c:string('beginning')"/></a></li>
        <xsl:for-each select="$places">
          <li lang="{c:language(.)[. ne 'und']}" dir="auto"><a href="#{h:anchor(.)}"><xsl:sequence select="c:words(.)"/></a></li>
        </xsl:for-each>
        <li lang="en"><a href="#about"><xsl:sequence select="c:string('about')"/></a></li>
      </ol>
    </xsl:if>
  </xsl:function>

  <!-- Where a link to a heading or label leads: its own id, or that of what it stands in. -->
  <xsl:function name="h:anchor" as="xs:string?">
    <xsl:param name="place" as="element()"/>
    <xsl:sequence select="($place/ancestor-or-self::*[ancestor::text]/@xml:id)[last()] ! string()"/>
  </xsl:function>

</xsl:stylesheet>
