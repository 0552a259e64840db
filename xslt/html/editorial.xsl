<?xml version="1.0" encoding="UTF-8"?>
<!-- The editor's hand: what was supplied, explained, corrected, withheld; and the statements that stand for what is not there. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="supplied | unclear | surplus | add | del | sic | corr | expan | ex | stamp | space | ellipsis" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <!-- Two readings, both printed; the page shows one or both by the view that is chosen. -->
  <xsl:template match="choice" as="element()" mode="h:text">
    <span>
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </span>
  </xsl:template>

  <!-- White space before what the clean text leaves out goes with it. -->
  <xsl:template match="text()[not(local-name(..) = $h:containers)][c:loses-blank(.)]" priority="2" as="node()+" mode="h:text">
    <xsl:value-of select="replace(., '\s+$', '')"/>
    <span class="gap-before"><xsl:sequence select="replace(., '^.*?(\s+)$', '$1', 's')"/></span>
  </xsl:template>

  <!-- An explanation that ends its sentence leaves the stop. -->
  <xsl:template match="supplied[c:explains(.)][c:kept-stop(.) ne '']/text()" priority="3" as="node()+" mode="h:text">
    <span class="left-out"><xsl:sequence select="replace(., '[.!?]\s*$', '')"/></span>
    <xsl:value-of select="c:kept-stop(..)"/>
  </xsl:template>

  <!-- What is missing, in the words that say so. -->
  <xsl:template match="gap" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., (h:editorial-classes(.), h:size-class(.)))"/>
      <xsl:sequence select="h:size-style(.)"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <!-- What happened, in the words of who wrote it down. -->
  <xsl:template match="incident | vocal | kinesic | pause" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="desc | figDesc" as="element()" mode="h:text">
    <span>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </span>
  </xsl:template>

  <xsl:template match="figure" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <!-- An image stands in the document's TEI by its address; the page shows the words about it. -->
  <xsl:template match="graphic" as="empty-sequence()" mode="h:text"/>

  <xsl:template match="label" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., if (c:is-intervention(.)) then h:editorial-classes(.) else ())"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="seg[@type = ('bracketed', 'delivery', 'unbalanced')] | seg[@rend = 'brackets']" priority="1" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

  <!-- The classes of an editorial element: that it is one, and what it means. -->
  <xsl:function name="h:editorial-classes" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="'ed'[c:is-intervention($element)], c:class($element)"/>
  </xsl:function>

  <!-- How a gap's size is shown: as lines, or as a stretch of a line; nothing where no size is known. -->
  <xsl:function name="h:size-class" as="xs:string?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="h:size($gap) ! (if ($gap/@unit = ('line', 'lines', 'paragraph', 'page')) then 'lines' else 'stretch')"/>
  </xsl:function>

  <xsl:function name="h:size-style" as="attribute(style)?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:for-each select="h:size($gap)">
      <xsl:attribute name="style" select="'--size:' || ."/>
    </xsl:for-each>
  </xsl:function>

  <!-- The size of what was withheld, in lines or in ems; bounded, so that no figure breaks the page. -->
  <xsl:function name="h:size" as="xs:decimal?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="amount" as="xs:string?"
      select="$gap[c:class(.) = ('redaction', 'deletion')]/(@quantity, @atMost, @atLeast)[matches(., '^\d{1,6}(\.\d{1,3})?$')][1]"/>
    <xsl:variable name="unit" as="xs:decimal?" select="map {
      'line': 1, 'lines': 1, 'paragraph': 4, 'page': 20, 'word': 3.5, 'words': 3.5, 'name': 6, 'char': 0.6, 'character': 0.6, 'letter': 0.6
      }(string($gap/@unit))"/>
    <xsl:sequence select="$amount ! xs:decimal(.) ! (. * $unit) ! min((., 24))"/>
  </xsl:function>

</xsl:stylesheet>
