<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: at the foot of the page where the text has a mark for them, else in their place. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <!-- The first mark of a footnote that the text has. -->
  <xsl:function name="p:first-mark" as="element(ref)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@xml:id ! key('p:mark-of', '#' || ., root($note))[not(ancestor::note)][1]"/>
  </xsl:function>

  <xsl:key name="p:mark-of" match="ref[@type = 'noteref']" use="normalize-space(@target)"/>

  <!-- Whether a note stands at the foot of the page on which its mark is. -->
  <xsl:function name="p:at-foot" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'footnote' and exists(p:first-mark($note))"/>
  </xsl:function>

  <xsl:template match="note[p:at-foot(.)]" priority="1" as="empty-sequence()" mode="p:text"/>

  <!-- The mark, and with its first occurrence the note. -->
  <xsl:template match="ref[@type = 'noteref']" priority="1" as="xs:string" mode="p:text">
    <xsl:variable name="mark" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:variable name="note" as="element(note)?" select="(@target ! c:target(., ..))[self::note][p:at-foot(.)][p:first-mark(.) is current()]"/>
    <xsl:sequence select="if ($note) then p:foot($mark, $note) else p:call('raised', $mark)"/>
  </xsl:template>

  <xsl:function name="p:foot" as="xs:string">
    <xsl:param name="mark" as="xs:string*"/>
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:for-each select="$note">
        <xsl:call-template name="p:content"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="p:call('foot([' || string-join($mark) || '])', p:in-language($note, $content))"/>
  </xsl:function>

</xsl:stylesheet>
