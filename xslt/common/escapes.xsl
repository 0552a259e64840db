<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading escaped strings: those of CSS, and those of the transcript's processing instructions. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fn="http://www.w3.org/2005/xpath-functions"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- The characters that a CSS string stands for, given without its quotes (CSS Syntax, "Consume an escaped code point"). -->
  <xsl:function name="c:css-string" as="xs:string">
    <xsl:param name="escaped" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$escaped" regex="\\(([0-9A-Fa-f]{{1,6}})\s?|\n|(.))" flags="s">
        <xsl:matching-substring>
          <xsl:sequence select="if (regex-group(2)) then c:character(regex-group(2)) else regex-group(3)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <!-- The characters that a value in an instruction "transcript" stands for. -->
  <xsl:function name="c:instruction-string" as="xs:string">
    <xsl:param name="escaped" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="$escaped"
        regex="\\(x([0-9A-Fa-f]{{2}})|u([0-9A-Fa-f]{{4}})|U([0-9A-Fa-f]{{8}})|(.))" flags="s">
        <xsl:matching-substring>
          <xsl:variable name="digits" as="xs:string" select="regex-group(2) || regex-group(3) || regex-group(4)"/>
          <xsl:sequence select="if ($digits) then c:character($digits) else c:letter-escape(regex-group(5))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <!-- What a letter after a backslash stands for; a form feed, which XML cannot hold, becomes a blank. -->
  <xsl:function name="c:letter-escape" as="xs:string">
    <xsl:param name="letter" as="xs:string"/>
    <xsl:sequence select="(map { 'n': '&#10;', 'r': '&#13;', 't': '&#9;', 'f': ' ' }($letter), $letter)[1]"/>
  </xsl:function>

  <!-- The character of a hexadecimal number; a blank for one that XML 1.0 cannot hold. -->
  <xsl:function name="c:character" as="xs:string">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:variable name="number" as="xs:integer" select="c:hexadecimal($digits)"/>
    <xsl:variable name="allowed" as="xs:boolean"
      select="$number = (9, 10, 13) or ($number ge 32 and $number le 55295) or ($number ge 57344 and $number le 65533)
        or ($number ge 65536 and $number le 1114111)"/>
    <xsl:sequence select="if ($allowed) then codepoints-to-string($number) else ' '"/>
  </xsl:function>

  <!-- The number that hexadecimal digits write. -->
  <xsl:function name="c:hexadecimal" as="xs:integer">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence
      select="fold-left(string-to-codepoints(upper-case($digits)), 0, function($sum as xs:integer, $digit as xs:integer)
        as xs:integer { 16 * $sum + (if ($digit ge 65) then $digit - 55 else $digit - 48) })"/>
  </xsl:function>

</xsl:stylesheet>
