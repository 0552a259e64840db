<?xml version="1.0" encoding="UTF-8"?>
<!-- Speech: the label in small capitals, run in with what is said. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:template match="sp" as="xs:string" mode="p:text">
    <xsl:variable name="first" as="element()?" select="p:run-in(.)"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:apply-templates select="node() except $first" mode="p:text"/>
    </xsl:variable>
    <xsl:sequence select="p:in-language(., $content)"/>
  </xsl:template>

  <!-- The paragraph that goes on in the line of its speaker's label. -->
  <xsl:function name="p:run-in" as="element()?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:sequence select="$turn/speaker[1]/following-sibling::*[1][self::p][not(p:holds-blocks(.))][empty(p:opening-label(.))]"/>
  </xsl:function>

  <!-- Whether the face has small capitals for all letters of the text: it has them for Latin alone. -->
  <xsl:function name="p:has-small-capitals" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="matches($text, '^[\P{L}A-Za-z&#xAA;&#xBA;&#xC0;-&#x24F;]+$')"/>
  </xsl:function>

  <xsl:template match="speaker" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:sequence select="p:mark(c:before(.))"/>
      <xsl:apply-templates mode="p:text"/>
    </xsl:variable>
    <xsl:variable name="label" as="xs:string+"
      select="p:call('speaker(' || p:has-small-capitals(.) || ')', p:in-language(., $content)), p:mark(c:after(.)), p:spoken(..)"/>
    <xsl:variable name="first" as="element()?" select="p:run-in(..)"/>
    <xsl:for-each select="$first">
      <xsl:call-template name="p:paragraph">
        <xsl:with-param name="before" select="$label"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="empty($first)">
      <xsl:sequence select="p:block('alone', $label)"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
