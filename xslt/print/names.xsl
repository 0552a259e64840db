<?xml version="1.0" encoding="UTF-8"?>
<!--
  The index after the text: who speaks, and who and what is named, on which pages. Where a name or a label stands, the text has a mark
  that prints nothing; the typesetter counts the pages. The index is generated: lists of terms, in which each page is a link.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <!-- The marks of a name, one for each that it means; a list of who took part has none. -->
  <xsl:function name="p:named" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="is-name" as="xs:boolean"
      select="exists($element[self::persName or self::placeName or self::orgName or self::name or self::rs][ancestor::text])
        and empty($element/ancestor::list[@type = ('participants', 'absent')])"/>
    <xsl:sequence select="string-join($element/@ref[$is-name] ! tokenize(.)[starts-with(., '#')] ! p:found('named', substring(., 2)))"/>
  </xsl:function>

  <!-- The marks of a label, one for each who speaks. -->
  <xsl:function name="p:spoken" as="xs:string">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="string-join($turn/@who ! tokenize(.)[starts-with(., '#')] ! p:found('spoken', substring(., 2)))"/>
  </xsl:function>

  <xsl:function name="p:found" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'#found(' || p:string($kind) || ', ' || p:string($id) || ');'"/>
  </xsl:function>

  <!-- The lists: persons, organizations, places, each where there are some. -->
  <xsl:function name="p:index" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="profile" as="element()*" select="$document/teiHeader/profileDesc"/>
    <xsl:sequence select="
      p:index-part('index.persons', $profile/particDesc//listPerson/(person | org)),
      p:index-part('index.organizations', $profile/particDesc/listOrg/org),
      p:index-part('index.places', $profile/settingDesc/listPlace/place)"/>
  </xsl:function>

  <xsl:function name="p:index-part" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:variable name="terms" as="xs:string*">
      <xsl:for-each select="$entries[@xml:id][exists(c:speaking(.)) or exists(c:naming(.))]">
        <xsl:sort select="lower-case(normalize-unicode(c:listed-name(.), 'NFD'))"/>
        <xsl:sequence select="p:index-entry(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="('#index(' || p:string(c:string($key)) || ', (' || string-join($terms) || '))')[exists($terms)]"/>
  </xsl:function>

  <!-- A name, what it was on the day, its life, and the pages. -->
  <xsl:function name="p:index-entry" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="said" as="xs:string" select="string-join((c:offices($entry), c:life($entry)), '; ')"/>
    <xsl:variable name="pages" as="xs:string*" select="
      p:pages('speaks-in', 'spoken', $entry)[exists(c:speaking($entry))], p:pages('named-in', 'named', $entry)[exists(c:naming($entry))]"/>
    <xsl:sequence select="'([' || p:characters(c:listed-name($entry)) || '], [' || string-join((p:characters($said)[$said ne ''], $pages), '#&quot;; &quot;;') || ']), '"/>
  </xsl:function>

  <xsl:function name="p:pages" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="p:characters(c:string($key) || ' ') || '#pages(' || p:string($kind) || ', ' || p:string($entry/@xml:id) || ');'"/>
  </xsl:function>

</xsl:stylesheet>
