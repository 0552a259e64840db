<?xml version="1.0" encoding="UTF-8"?>
<!-- What machines read in the head of the page: titles, Dublin Core, the names reference managers know, ways about. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template name="h:head" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="edition" as="xs:string?" select="c:edition(.)[. ne c:title(current())]"/>
    <head>
      <meta charset="UTF-8"/>
      <xsl:if test="$policy">
        <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
      </xsl:if>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title><xsl:sequence select="string-join((c:title(.), $edition), ' · ')"/></title>
      <meta name="color-scheme" content="light dark"/>
      <meta name="description" content="{h:description(.)}"/>
      <xsl:call-template name="h:dublin-core"/>
      <xsl:call-template name="h:citation-metadata"/>
      <xsl:call-template name="h:relations"/>
      <xsl:call-template name="h:linked-data"/>
      <xsl:if test="$css">
        <style><xsl:sequence select="$css || h:running-head(.)"/></style>
      </xsl:if>
    </head>
  </xsl:template>

  <!-- A line on the document: date, speakers, repository. -->
  <xsl:function name="h:description" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="string-join((
      c:title($document), h:date-in-words($document), string-join(c:speakers($document)[position() le 6], ', ')[. ne ''],
      c:repository($document)), '. ')"/>
  </xsl:function>

  <xsl:template name="h:dublin-core" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:sequence select="
      h:meta('DC.title', c:title(.)),
      h:meta('DC.date', c:date-when(.)),
      h:meta('DC.language', c:language(text)[. ne 'und']),
      h:meta('DC.contributor', (c:responsible(., 'editor'), c:responsible(., 'translator'))),
      h:meta('DC.publisher', h:publisher(.)),
      h:meta('DC.identifier', teiHeader/fileDesc/publicationStmt//idno ! normalize-space()),
      h:meta('DC.rights', teiHeader//availability/licence/(@target, .)[normalize-space()][1] ! normalize-space()),
      h:meta('DC.isPartOf', c:edition(.)),
      h:meta('DC.source', c:repository(.)),
      h:meta('DC.type', 'Text')"/>
  </xsl:template>

  <xsl:template name="h:citation-metadata" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:sequence select="
      h:meta('citation_title', c:title(.)),
      h:meta('citation_editor', c:responsible(., 'editor')),
      h:meta('citation_inbook_title', c:edition(.)),
      h:meta('citation_publisher', h:publisher(.)),
      h:meta('citation_publication_date', translate(h:published(.), '-', '/')[. ne '']),
      h:meta('citation_language', c:language(text)[. ne 'und']),
      h:meta('citation_doi', teiHeader/fileDesc/publicationStmt//idno[upper-case(@type) = 'DOI'] ! normalize-space())"/>
  </xsl:template>

  <xsl:template name="h:relations" as="element()*">
    <xsl:variable name="tei" as="xs:integer*" select="index-of($download-labels, 'TEI')"/>
    <xsl:if test="h:is-safe-address($up-href)"><link rel="up" href="{$up-href}"/></xsl:if>
    <xsl:if test="h:is-safe-address($previous-href)"><link rel="prev" href="{$previous-href}"/></xsl:if>
    <xsl:if test="h:is-safe-address($next-href)"><link rel="next" href="{$next-href}"/></xsl:if>
    <xsl:for-each select="$download-hrefs[position() = $tei][h:is-safe-address(.)]">
      <link rel="alternate" type="application/tei+xml" title="TEI" href="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- One meta element for each value that is there. -->
  <xsl:function name="h:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:for-each select="$values[normalize-space()]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Who publishes, where the header says it. -->
  <xsl:function name="h:publisher" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="$document/teiHeader/fileDesc/publicationStmt/publisher[1] ! normalize-space()[. ne '']"/>
  </xsl:function>

  <!-- When it was published, where the header says it. -->
  <xsl:function name="h:published" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="$document/teiHeader/fileDesc/publicationStmt/date[1] ! (@when, normalize-space())[1] ! string()[. ne '']"/>
  </xsl:function>

  <!-- The running head of the printed page; every character that is not a letter or number is written as its number. -->
  <xsl:function name="h:running-head" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="characters" as="xs:string*" select="
      for $point in string-to-codepoints(c:title($document)) return
        if (matches(codepoints-to-string($point), '[A-Za-z0-9]')) then codepoints-to-string($point)
        else '\' || h:hexadecimal($point) || ' '"/>
    <xsl:sequence select="'@page{@top-center{content:&quot;' || string-join($characters) || '&quot;}}'"/>
  </xsl:function>

  <!-- A number in hexadecimal. -->
  <xsl:function name="h:hexadecimal" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:variable name="digit" as="xs:string" select="substring('0123456789ABCDEF', 1 + $number mod 16, 1)"/>
    <xsl:sequence select="if ($number ge 16) then h:hexadecimal($number idiv 16) || $digit else $digit"/>
  </xsl:function>

</xsl:stylesheet>
