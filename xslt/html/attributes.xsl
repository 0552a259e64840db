<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes that every element gets: its id, its classes, its language and the direction of that. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:function name="h:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="classes" as="item()*"/>
    <xsl:variable name="own" as="xs:string*" select="$classes ! h:class-name(.)"/>
    <xsl:if test="$element/@xml:id">
      <xsl:attribute name="id" select="$element/@xml:id"/>
    </xsl:if>
    <xsl:attribute name="class" select="distinct-values((local-name($element), $own, h:styles($element), 'left-out'[c:is-left-out($element)]))"/>
    <xsl:if test="'ed' = $own">
      <xsl:attribute name="data-label" select="h:label($element)"/>
    </xsl:if>
    <xsl:sequence select="h:language-attributes($element)"/>
  </xsl:function>

  <!-- What the view of interventions says of one: what it is and how much, by whom, how certain. -->
  <xsl:function name="h:label" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="amount" as="map(xs:string, item()*)" select="c:amount($element)"/>
    <xsl:variable name="authority" as="map(xs:string, item()*)" select="c:responsibility($element)"/>
    <xsl:sequence select="string-join((
      c:class-name(c:class($element)), c:row-size($amount), $amount?things, $amount?codes, $authority?by,
      $authority?certainty ! (c:string('certainty') || ' ' || c:string('cert.' || .)),
      $authority?doubt ! (c:string('encoding-short') || ' ' || c:string('cert.' || .))), ' · ')"/>
  </xsl:function>

  <!-- The words of a value as classes: letters, digits and hyphens, in small letters. -->
  <xsl:function name="h:class-name" as="xs:string*">
    <xsl:param name="value" as="item()"/>
    <xsl:sequence select="tokenize(string($value)) ! lower-case(.)[matches(., '^[a-z][a-z0-9-]*$')]"/>
  </xsl:function>

  <!-- The styles of @rend that the style sheet knows. -->
  <xsl:function name="h:styles" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@rend)[. = ('italic', 'bold', 'underline', 'smallcaps', 'superscript', 'subscript', 'strikethrough',
      'center', 'right')] ! ('rend-' || .)"/>
  </xsl:function>

  <!-- A block of a text whose language is not stated finds its own direction. -->
  <xsl:function name="h:language-attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="language" as="xs:string" select="c:language($element)"/>
    <xsl:if test="$element/@xml:lang">
      <xsl:attribute name="lang" select="$language[. ne 'und']"/>
      <xsl:attribute name="dir" select="c:direction($language)"/>
    </xsl:if>
    <xsl:if test="not($element/@xml:lang) and c:direction($language) = 'auto' and h:is-block($element)">
      <xsl:attribute name="dir" select="'auto'"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
