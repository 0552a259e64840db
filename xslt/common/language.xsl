<?xml version="1.0" encoding="UTF-8"?>
<!-- The language of an element and the direction in which it is written. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- Languages written from right to left unless their tag names another script (CLDR, characterOrder). -->
  <xsl:variable name="c:right-to-left" as="xs:string+"
    select="tokenize('ar arc arz azb bal ckb dv fa glk ha-arab he iw ku-arab lrc mzn nqo pnb prs ps rhg sd syr ug ur yi ji')"/>

  <!-- Scripts written from right to left, as they stand in a language tag (ISO 15924). -->
  <xsl:variable name="c:right-to-left-scripts" as="xs:string+"
    select="tokenize('adlm arab aran hebr nkoo rohg samr syrc thaa')"/>

  <!-- The language tag (BCP 47) in force for an element; "und" where nothing states it. -->
  <xsl:function name="c:language" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="document" as="element()?" select="root($element)/descendant-or-self::TEI[1]"/>
    <xsl:variable name="used" as="attribute()*" select="$document/teiHeader/profileDesc/langUsage/language/@ident"/>
    <xsl:sequence
      select="(($element/ancestor-or-self::*/@xml:lang)[last()], $used[1], 'und')[normalize-space()][1] ! normalize-space()"/>
  </xsl:function>

  <!-- The direction of a language: "rtl", "ltr", or "auto" where the language is not stated. -->
  <xsl:function name="c:direction" as="xs:string">
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="subtags" as="xs:string*" select="tokenize(lower-case($language), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$subtags[position() gt 1][matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="
      if ($subtags[1] = ('und', 'mis', 'mul', 'zxx') or empty($subtags)) then 'auto'
      else if ($script) then (if ($script = $c:right-to-left-scripts) then 'rtl' else 'ltr')
      else if ($subtags[1] = $c:right-to-left) then 'rtl'
      else 'ltr'"/>
  </xsl:function>

  <!-- The direction of the language in force for an element. -->
  <xsl:function name="c:direction-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="c:direction(c:language($element))"/>
  </xsl:function>

</xsl:stylesheet>
