<?xml version="1.0" encoding="UTF-8"?>
<!--
  The marks that markup replaces (brackets and their like), read from the header: encodingDesc/tagsDecl/rendition with
  scheme="css", scope="before" or "after", a selector `gi` or `gi[att="value"]`, and content: "…" (TEI Guidelines,
  2.3.4 The Tagging Declaration). The narrower selector wins; of two that are equally narrow the later one.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:key name="c:rendition" match="tagsDecl/rendition[@scheme = 'css']" use="@scope || ' ' || normalize-space(@selector)"/>

  <!-- What is printed before the element; a piece that continues another has nothing. -->
  <xsl:function name="c:before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      (c:exception($element/node()[1], 'before'),
       $element/@prev ! '',
       c:declared-mark($element, 'before'))[1]"/>
  </xsl:function>

  <!-- What is printed after the element; a piece that is continued has nothing. -->
  <xsl:function name="c:after" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      (c:exception($element/node()[last()], 'after'),
       $element/@next ! '',
       c:declared-mark($element, 'after'))[1]"/>
  </xsl:function>

  <!-- The mark that the header declares for the element; empty if it declares none. -->
  <xsl:function name="c:declared-mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="scope" as="xs:string"/>
    <xsl:variable name="narrow" as="xs:string*"
      select="$element/@* ! (name($element) || '[' || name() || '=&quot;' || . || '&quot;]')"/>
    <xsl:sequence select="c:content((
      key('c:rendition', $narrow ! ($scope || ' ' || .), root($element))[last()],
      key('c:rendition', $scope || ' ' || name($element), root($element))[last()])[1])"/>
  </xsl:function>

  <!-- The string of a declaration content: "…"; empty for any other declaration. -->
  <xsl:function name="c:content" as="xs:string">
    <xsl:param name="rendition" as="element(rendition)?"/>
    <xsl:variable name="form" as="xs:string">^\s*content\s*:\s*(("((\\.|[^"\\])*)")|('((\\.|[^'\\])*)'))\s*;?\s*$</xsl:variable>
    <xsl:sequence select="
      if (matches($rendition, $form, 's')) then c:css-string(replace($rendition, $form, '$3$6', 's')) else ''"/>
  </xsl:function>

  <!-- The value of a pseudo-attribute, where the node is an instruction "transcript" that has it. -->
  <xsl:function name="c:exception" as="xs:string?">
    <xsl:param name="node" as="node()?"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="form" as="xs:string" select="'^(.*\s)?' || $name || '=&quot;((\\.|[^&quot;\\])*)&quot;.*$'"/>
    <xsl:sequence select="$node/self::processing-instruction(transcript)[matches(., $form, 's')]
      ! c:instruction-string(replace(., $form, '$2', 's'))"/>
  </xsl:function>

  <!-- Whether characters are struck out in the source: those in del, but not the marks and words by which an editor says so. -->
  <xsl:function name="c:is-struck" as="xs:boolean">
    <xsl:param name="characters" as="text()"/>
    <xsl:sequence select="
      $characters/ancestor::*[self::del or self::desc or self::note or self::supplied or self::add][1]/self::del and normalize-space($characters)"/>
  </xsl:function>

</xsl:stylesheet>
