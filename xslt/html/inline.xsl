<?xml version="1.0" encoding="UTF-8"?>
<!-- Words in a line of text that are not the editor's: names, dates, styles, links. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="persName | forename | surname | nameLink | addName | genName | roleName | placeName | settlement | country
    | region | geogName | orgName | name | rs | term | mentioned | gloss | distinct | num | measure | metamark | orig | reg
    | abbr | am | date | time | title | bibl | idno | seg | damage | subst | soCalled" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
      <xsl:call-template name="h:who"/>
    </xsl:element>
  </xsl:template>

  <!-- A date that is known by day, month or year. -->
  <xsl:template match="date[matches(@when, '^\d{4}(-\d\d){0,2}$')]" priority="1" as="element()" mode="h:text">
    <time datetime="{@when}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </time>
  </xsl:template>

  <!-- Words of another language, and words set apart by the document itself. -->
  <xsl:template match="foreign" as="element()" mode="h:text">
    <span>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </span>
  </xsl:template>

  <xsl:template match="emph" as="element()" mode="h:text">
    <em>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </em>
  </xsl:template>

  <!-- Styles of the document, as far as HTML has an element for the first of them. -->
  <xsl:template match="hi" as="element()" mode="h:text">
    <xsl:variable name="element" as="xs:string?" select="map {
      'italic': 'i', 'bold': 'b', 'underline': 'u', 'superscript': 'sup', 'subscript': 'sub', 'strikethrough': 's'
      }(string(tokenize(@rend)[1]))"/>
    <xsl:element name="{($element, 'span')[1]}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lb" as="node()+" mode="h:text">
    <xsl:call-template name="h:content"/>
    <br/>
  </xsl:template>

  <!-- A link leads to the web, to an address for mail, or to a place in this text; any other pointer is plain words. -->
  <xsl:template match="ref | ptr" as="element()" mode="h:text">
    <span>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </span>
  </xsl:template>

  <xsl:template match="ref[h:is-link(.)]" priority="1" as="element()" mode="h:text">
    <a href="{normalize-space(@target)}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:if test="not(starts-with(@target, '#'))">
        <xsl:attribute name="rel" select="'noopener noreferrer'"/>
      </xsl:if>
      <xsl:call-template name="h:content"/>
    </a>
  </xsl:template>

  <!-- Whether a reference becomes a link; one within another does not. -->
  <xsl:function name="h:is-link" as="xs:boolean">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="target" as="xs:string" select="normalize-space($reference/@target)"/>
    <xsl:sequence select="empty($reference/ancestor::ref) and (
      if (starts-with($target, '#')) then exists(c:target($target, $reference)/ancestor::text)
      else h:is-web-address($target))"/>
  </xsl:function>

  <!-- Whether it is an address of the web or of mail, and nothing that a browser would run. -->
  <xsl:function name="h:is-web-address" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="matches($address, '^(https?://[^\s/?#&quot;&lt;&gt;\\]+|mailto:[^\s&quot;&lt;&gt;\\]+)[^\s&quot;&lt;&gt;\\]*$', 'i')"/>
  </xsl:function>

  <!-- Whether it is an address given by the build: of the web, or a path without a scheme. -->
  <xsl:function name="h:is-safe-address" as="xs:boolean">
    <xsl:param name="address" as="xs:string"/>
    <xsl:sequence select="$address ne '' and (h:is-web-address($address) or matches($address, '^[^:\s]+$|^\.{1,2}/\S*$'))"/>
  </xsl:function>

</xsl:stylesheet>
