<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: what stands on lines of its own. White space between blocks is layout and not text. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- Elements whose white space is layout. -->
  <xsl:variable name="h:containers" as="xs:string+"
    select="tokenize('text front body back group div sp argument opener closer postscript address list table row')"/>

  <!-- Whether the element stands among blocks, not in a line of text. -->
  <xsl:function name="h:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/ancestor::*[ancestor-or-self::text][not(local-name() = $h:containers)])"/>
  </xsl:function>

  <!-- The name of the HTML element: a block's, or span in a line of text. -->
  <xsl:function name="h:element-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if (not(h:is-block($element))) then 'span'
      else if ($element//(p | ab | list | table | lg | l | quote | q | figure | head | row)) then 'div'
      else 'p'"/>
  </xsl:function>

  <xsl:template match="text()" as="text()?" mode="h:text">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="text()[c:is-struck(.)]" priority="0.5" as="element(Q{http://www.w3.org/1999/xhtml}s)" mode="h:text">
    <s><xsl:sequence select="string(.)"/></s>
  </xsl:template>

  <xsl:template match="text()[local-name(..) = $h:containers][not(normalize-space())]" priority="1" as="empty-sequence()"
    mode="h:text"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()" mode="h:text"/>

  <xsl:template match="text | body | front | back | group" as="node()*" mode="h:text">
    <xsl:apply-templates mode="h:text"/>
  </xsl:template>

  <xsl:template match="div" as="element()" mode="h:text">
    <section>
      <xsl:sequence select="h:attributes(., @type)"/>
      <xsl:apply-templates mode="h:text"/>
    </section>
  </xsl:template>

  <xsl:template match="argument | opener | closer | postscript | epigraph | address | lg" as="element()" mode="h:text">
    <div>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:apply-templates mode="h:text"/>
    </div>
  </xsl:template>

  <!-- Headings: the first of a division by its depth below the page's title, others as lines under it. -->
  <xsl:template match="div/head | body/head" as="node()+" mode="h:text">
    <xsl:variable name="title" as="element(head)?" select="h:titling-head(ancestor::TEI)"/>
    <xsl:variable name="is-title" as="xs:boolean" select="exists($title intersect .)"/>
    <xsl:variable name="headed" as="element()*" select="ancestor::*[self::div or self::body][head except $title]"/>
    <xsl:variable name="depth" as="xs:integer" select="if ($is-title) then 1 else min((6, 1 + count($headed)))"/>
    <xsl:element name="h{$depth}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </xsl:element>
    <xsl:if test="$is-title">
      <xsl:call-template name="h:front"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="head | head[preceding-sibling::head]" priority="-0.1" as="element()" mode="h:text">
    <p>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </p>
  </xsl:template>

  <xsl:template match="p | ab" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., ('spaced'[matches(current(), '\t| {3,}|&#160;{3,}')]))"/>
      <xsl:call-template name="h:content"/>
      <xsl:call-template name="h:permalink"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | byline | trailer | addrLine | l | docDate | docTitle | titlePart | docAuthor"
    as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote | q | cit | said" as="element()" mode="h:text">
    <xsl:element name="{if (h:is-block(.)) then 'blockquote' else 'span'}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Breaks of pages and columns, and milestones: among blocks they print nothing of the transcript but marks that they replace. -->
  <xsl:template match="pb | cb | gb | milestone" as="element()?" mode="h:text">
    <xsl:variable name="label" as="element()?" select="h:page-label(.)"/>
    <xsl:variable name="content" as="node()*">
      <xsl:if test="not(h:is-block(.)) or c:is-marked(.)">
        <xsl:call-template name="h:explained-content"/>
      </xsl:if>
    </xsl:variable>
    <xsl:if test="@xml:id or $label or normalize-space(string-join($content))">
      <xsl:element name="{if (h:is-block(.)) then 'p' else 'span'}">
        <xsl:sequence select="h:attributes(., h:editorial-classes(.)[c:is-intervention(current())])"/>
        <xsl:sequence select="if (normalize-space(string-join($content))) then $content else $label"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <!-- The number of a page, where the text itself does not print it. -->
  <xsl:function name="h:page-label" as="element()?">
    <xsl:param name="break" as="element()"/>
    <xsl:if test="$break[self::pb][@n]">
      <span data-generated="page-number" lang="en"><xsl:sequence select="c:string('page') || ' ' || $break/@n"/></span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
