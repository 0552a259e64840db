<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of the interface. Another language is another `language` element in strings-data.xsl. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:include href="strings-data.xsl"/>

  <xsl:key name="c:string" match="string" use="../@xml:lang || ' ' || @key"/>

  <!-- A string of the interface, in English. -->
  <xsl:function name="c:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="c:string($key, 'en')"/>
  </xsl:function>

  <!-- A string of the interface in a language; in English where that language has none; the key where English has none. -->
  <xsl:function name="c:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="
      (key('c:string', $language || ' ' || $key, $c:strings), key('c:string', 'en ' || $key, $c:strings))[1]
      ! normalize-space() => (function($found as xs:string*) as xs:string { ($found, $key)[1] })()"/>
  </xsl:function>

  <!-- The name of a class in plain words; a class without one says itself. -->
  <xsl:function name="c:class-name" as="xs:string">
    <xsl:param name="class" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="'class.' || $class"/>
    <xsl:variable name="found" as="xs:string" select="c:string($key)"/>
    <xsl:sequence select="if ($found = $key) then translate($class, '-', ' ') else $found"/>
  </xsl:function>

  <!-- The first letter as a capital. -->
  <xsl:function name="c:sentence-case" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- What was done, by a class: "withheld", "supplied"; a class that is not known was remarked on. -->
  <xsl:function name="c:act" as="xs:string">
    <xsl:param name="class" as="xs:string"/>
    <xsl:sequence select="(key('c:string', 'en class.' || $class, $c:strings)/@act/string(), 'noted')[1]"/>
  </xsl:function>

</xsl:stylesheet>
