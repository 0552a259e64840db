<?xml version="1.0" encoding="UTF-8"?>
<!-- The interventions of one document and their sums, as JSON: one object with rows, sums, speakers and words. -->
<xsl:package name="https://tei-edition.org/ns/interventions" package-version="1.0" version="3.0" default-mode="v:rows"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:v="https://tei-edition.org/ns/interventions">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <xsl:mode name="v:rows" on-no-match="fail" visibility="public"/>
  <xsl:output method="text"/>

  <xsl:template match="document-node()" as="xs:string" mode="v:rows">
    <xsl:apply-templates select="TEI" mode="v:rows"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string" mode="v:rows">
    <xsl:variable name="rows" as="map(xs:string, item()*)*" select="c:interventions(.)"/>
    <xsl:sequence select="serialize(map {
      'title': c:title(.),
      'rows': array { $rows ! v:plain(.) },
      'sums': array { c:intervention-sums($rows) },
      'speakers': array { c:speaker-sums(.) ! v:plain(.) },
      'words': c:word-sums(.) }, map { 'method': 'json' })"/>
  </xsl:template>

  <!-- The names of what may be stated more than once, which are arrays in JSON. -->
  <xsl:variable name="v:lists" as="xs:string+" select="'things', 'codes', 'by', 'source', 'decided', 'labels'"/>

  <!-- A map whose values JSON can hold: lists as arrays, what is not stated as null. -->
  <xsl:function name="v:plain" as="map(xs:string, item()?)">
    <xsl:param name="map" as="map(xs:string, item()*)"/>
    <xsl:map>
      <xsl:for-each select="map:keys($map)">
        <xsl:map-entry key="." select="if (. = $v:lists) then array { $map(.) } else $map(.)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

</xsl:package>
