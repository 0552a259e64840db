<?xml version="1.0" encoding="UTF-8"?>
<!-- The colophon: what the header says of the document, its edition and its encoding. It is generated, and the last thing printed. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:function name="p:colophon" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="$document/teiHeader/fileDesc"/>
    <xsl:variable name="entries" as="xs:string*" select="
      p:entry('Title', c:title($document)),
      p:entry('Edition', c:edition($document)),
      p:entry('Text shown', c:string('view.' || $view)[$view ne 'published']),
      p:entry('Place', c:place($document)),
      p:entry('Original', c:repository($document)),
      p:entry('Translator', distinct-values((c:responsible($document, 'translator'), $file/sourceDesc//editor[@role = 'translator'] ! normalize-space()))),
      p:entry('Translated for', $file/sourceDesc/bibl[@type = 'translation']/sponsor ! normalize-space()),
      p:entry('Editor', c:responsible($document, 'editor')),
      p:entry('Publisher', string-join($file/publicationStmt/(publisher, pubPlace) ! normalize-space()[. ne ''], ', ')),
      p:entry('Licence', $file/publicationStmt/availability//licence ! string-join((normalize-space(), @target/string())[. ne ''], ', ')),
      p:entry('Identifier', $file/publicationStmt/idno ! string-join((@type/string(), normalize-space()), ' ')),
      p:entry('Encoded with', $document/teiHeader/encodingDesc/appInfo/application ! string-join((@ident, @version), ' ')),
      p:lines('Encoding', $document/teiHeader/encodingDesc/editorialDecl//p ! normalize-space()),
      p:entry('Transcript', $file/sourceDesc//bibl[@type = 'transcript']/title ! normalize-space()),
      p:entry('SHA-256 of the transcript', c:transcript-digest($document)),
      p:entry('Transcript made from', $file/sourceDesc//bibl[@type = 'original']/title ! normalize-space()),
      p:entry('Attached to this file', 'the TEI document from which it was made')"/>
    <xsl:sequence select="'#colophon(&quot;About this edition&quot;, (' || string-join($entries) || '))'"/>
  </xsl:function>

  <!-- An entry of the colophon; none where nothing is stated. -->
  <xsl:function name="p:entry" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="value" as="xs:string" select="string-join($values[. ne ''], '; ')"/>
    <xsl:sequence select="if ($value) then '([' || p:characters($name) || '], [' || p:characters($value) || ']), ' else ()"/>
  </xsl:function>

  <!-- An entry of the colophon with each of its values on a line of its own. -->
  <xsl:function name="p:lines" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="lines" as="xs:string*" select="$values[. ne ''] ! p:characters(.)"/>
    <xsl:sequence select="if (exists($lines)) then '([' || p:characters($name) || '], [' || string-join($lines, '#linebreak();') || ']), ' else ()"/>
  </xsl:function>

</xsl:stylesheet>
