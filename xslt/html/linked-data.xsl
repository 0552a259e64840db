<?xml version="1.0" encoding="UTF-8"?>
<!-- The page's facts as JSON-LD (schema.org), for search engines and reference managers. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- No text can end the script: every less-than sign is written as its number. -->
  <xsl:template name="h:linked-data" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="json" as="element()" select="h:work(.)"/>
    <script type="application/ld+json">
      <xsl:sequence select="xml-to-json($json) => replace('&lt;', '\\u003c') => replace('&gt;', '\\u003e') => replace('&amp;', '\\u0026')"/>
    </script>
  </xsl:template>

  <!-- The document as a work. -->
  <xsl:function name="h:work" as="element()">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="statement" as="element()?" select="$document/teiHeader/fileDesc/publicationStmt"/>
    <map xmlns="http://www.w3.org/2005/xpath-functions">
      <string key="@context">https://schema.org</string>
      <string key="@type">CreativeWork</string>
      <xsl:sequence select="
        h:json('name', c:title($document)),
        h:json('inLanguage', c:language($document/text)[. ne 'und']),
        h:json('dateCreated', c:date-when($document)),
        h:json('datePublished', h:published($document)),
        h:json('license', $statement/availability/licence/@target),
        h:json('identifier', $statement//idno ! normalize-space()),
        h:json-named('isPartOf', 'Collection', c:edition($document)),
        h:json-named('publisher', 'Organization', h:publisher($document)),
        h:json-named('editor', 'Person', c:responsible($document, 'editor')),
        h:json-named('translator', 'Person', c:responsible($document, 'translator')),
        h:json-named('mentions', 'Person', $document/teiHeader/profileDesc/particDesc//person ! c:name(.))"/>
    </map>
  </xsl:function>

  <!-- A value, or a list of values, under a key; nothing where there is none. -->
  <xsl:function name="h:json" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="items" as="element()*">
      <xsl:for-each select="$values[normalize-space()]">
        <string xmlns="http://www.w3.org/2005/xpath-functions"><xsl:sequence select="."/></string>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="h:json-list($key, $items)"/>
  </xsl:function>

  <!-- Things of a type, each with its name, under a key. -->
  <xsl:function name="h:json-named" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:variable name="items" as="element()*">
      <xsl:for-each select="$names[normalize-space()]">
        <map xmlns="http://www.w3.org/2005/xpath-functions">
          <string key="@type"><xsl:sequence select="$type"/></string>
          <string key="name"><xsl:sequence select="."/></string>
        </map>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="h:json-list($key, $items)"/>
  </xsl:function>

  <!-- One item as it is, several as an array. -->
  <xsl:function name="h:json-list" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="items" as="element()*"/>
    <xsl:for-each select="$items[1][count($items) eq 1]">
      <xsl:copy>
        <xsl:attribute name="key" select="$key"/>
        <xsl:sequence select="node()"/>
      </xsl:copy>
    </xsl:for-each>
    <xsl:if test="count($items) gt 1">
      <array key="{$key}" xmlns="http://www.w3.org/2005/xpath-functions"><xsl:sequence select="$items"/></array>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
