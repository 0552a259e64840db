<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is who: what a pointer such as @who, @resp or @ref names, in words. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- The persons, bodies or names of the header that the pointers of @who, @resp or @ref name, in their order. -->
  <xsl:function name="c:people" as="element()*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointers) ! c:target(., $pointers)"/>
  </xsl:function>

  <!-- The name of a person, a body, a place or a responsible one, in one line. -->
  <xsl:function name="c:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="element()?"
      select="($element/(persName | orgName | placeName | name), $element[self::respStmt]/*[not(self::resp)])[1]"/>
    <xsl:sequence select="normalize-space(($name, $element)[1])"/>
  </xsl:function>

  <!-- The names that the pointers of an attribute lead to; a pointer that leads nowhere says itself. -->
  <xsl:function name="c:names" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointers)
      ! (c:target(., $pointers) ! c:name(.), replace(., '^#', ''))[1]"/>
  </xsl:function>

  <!-- Who speaks a turn: the names of its persons, or its label as printed where none is named. -->
  <xsl:function name="c:speaker-names" as="xs:string*">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if ($turn/@who) then c:names($turn/@who) else c:label-name($turn/speaker[1])[. ne '']"/>
  </xsl:function>

  <!-- Who speaks in the document, in the order of their first turn: the persons, or a label without one as printed. -->
  <xsl:function name="c:speakers" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($document/text//sp ! c:speaker-names(.))"/>
  </xsl:function>

  <!-- A printed label without the stop or colon that ends it. -->
  <xsl:function name="c:label-name" as="xs:string">
    <xsl:param name="speaker" as="element(speaker)?"/>
    <xsl:sequence select="replace(normalize-space($speaker), '\s*[:.：]+$', '')"/>
  </xsl:function>

</xsl:stylesheet>
