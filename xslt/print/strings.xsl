<?xml version="1.0" encoding="UTF-8"?>
<!-- Strings, calls and blocks of Typst. What stands between the quotes of a string can be nothing but its characters. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <!--
    The characters as a Typst string, quotes included. Backslash and quote are escaped, and by their number all
    characters that could end a line or change the direction of the code; a zero-width no-break space (U+FEFF), which
    PDF/A forbids, becomes the word joiner that replaces it since Unicode 3.2, and a next line (U+0085) a line separator.
  -->
  <xsl:function name="p:string" as="xs:string">
    <xsl:param name="characters" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="translate($characters, '&#xFEFF;&#x85;', '&#x2060;&#x2028;')" regex='["\\]|[\p{{Cc}}\p{{Cf}}\p{{Zl}}\p{{Zp}}]'>
        <xsl:matching-substring>
          <xsl:sequence select="if (. = ('&quot;', '\')) then '\' || . else '\u{' || p:hexadecimal(string-to-codepoints(.)) || '}'"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="'&quot;' || string-join($pieces) || '&quot;'"/>
  </xsl:function>

  <!-- A number in hexadecimal digits. -->
  <xsl:function name="p:hexadecimal" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="
      (if ($number ge 16) then p:hexadecimal($number idiv 16) else '') || substring('0123456789abcdef', $number mod 16 + 1, 1)"/>
  </xsl:function>

  <!--
    Characters as content. Arabic script, with the blanks and marks inside it, is set in a face of its own. Signs, which
    often come from another face, stand apart, since Typst writes the parts of one stretch of right-to-left text that come
    from several faces in the order of the page.
  -->
  <xsl:function name="p:characters" as="xs:string">
    <xsl:param name="characters" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:analyze-string select="replace($characters, '[ \t\r\n]+', ' ')"
        regex="({$p:arabic}([^\p{{L}}\p{{S}}]*{$p:arabic})*\p{{P}}*)|[\p{{S}}-[&#x20;-&#x7E;]]+">
        <xsl:matching-substring>
          <xsl:sequence select="'#' || (if (regex-group(1)) then 'arabic(' else 'signs(') || p:string(.) || ');'"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="'#' || p:string(.) || ';'"/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces)"/>
  </xsl:function>

  <xsl:variable name="p:arabic" as="xs:string">[&#x600;-&#x6FF;&#x750;-&#x77F;&#x870;-&#x8FF;&#xFB50;-&#xFDFF;&#xFE70;-&#xFEFC;]</xsl:variable>

  <!-- A call of a function of print/edition.typ, with content as its last argument; without a function the content. -->
  <xsl:function name="p:call" as="xs:string">
    <xsl:param name="function" as="xs:string?"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:sequence select="if ($function) then '#' || $function || '[' || string-join($content) || '];' else string-join($content)"/>
  </xsl:function>

  <!--
    A call that makes a block; it ends its line, and nothing else does. What holds a block is no paragraph, for in a
    paragraph Typst leaves blocks out.
  -->
  <xsl:function name="p:block" as="xs:string">
    <xsl:param name="function" as="xs:string"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:variable name="is-paragraph" as="xs:boolean" select="not(contains(string-join($content), '&#10;'))"/>
    <xsl:sequence select="p:call(if ($is-paragraph or not($function = $p:paragraphs)) then $function else 'plain-block', $content) || '&#10;'"/>
  </xsl:function>

  <xsl:variable name="p:paragraphs" as="xs:string+" select="'paragraph', 'continued', 'opening', 'alone'"/>

  <!-- The content in the language and direction of its element, where they are not those of the element round it. -->
  <xsl:function name="p:in-language" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:variable name="own" as="xs:string" select="p:language($element) || ', ' || p:direction($element)"/>
    <xsl:variable name="outer" as="xs:string" select="p:language($element/..) || ', ' || p:direction($element/..)"/>
    <xsl:sequence select="if ($own = $outer) then string-join($content) else p:call('language(' || $own || ')', $content)"/>
  </xsl:function>

  <!-- The language of an element as a Typst string: its primary subtag, of two or three letters, else "und". -->
  <xsl:function name="p:language" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(tokenize(c:language($element), '-')[1])"/>
    <xsl:sequence select="p:string(if (matches($primary, '^[a-z]{2,3}$')) then $primary else 'und')"/>
  </xsl:function>

  <!-- The direction of an element: that of its language; where that is not known, of its first letter. -->
  <xsl:function name="p:direction" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="stated" as="xs:string" select="c:direction-of($element)"/>
    <xsl:sequence select="
      if ($stated = ('ltr', 'rtl')) then $stated
      else if (matches(string-join($element/descendant-or-self::text/descendant-or-self::text()), '^\P{L}*[&#x590;-&#x8FF;&#xFB1D;-&#xFDFF;&#xFE70;-&#xFEFC;]')) then 'rtl'
      else 'ltr'"/>
  </xsl:function>

</xsl:stylesheet>
