<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: names, dates, styles, records, and the editor’s hand. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:template match="abbr | add | addName | am | bibl | choice | corr | country | damage | date | del | desc | emph | ex | expan | figDesc | foreign
      | forename | genName | geo | geogName | gloss | graphic | hi | idno | measure | milestone | name | nameLink | num | orgName | orig | pb | cb
      | persName | placeName | ptr | ref | reg | region | roleName | rs | seg | settlement | sic | subst | supplied | surname | surplus | term
      | time | title | unclear"
    as="xs:string" mode="p:text" priority="-0.2">
    <xsl:call-template name="p:element"/>
  </xsl:template>

  <!-- Records of persons, places, events and books, where a text holds some. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listBibl | person | personGrp | place | org | event | affiliation | birth
      | death | occupation | availability | licence | msDesc | msIdentifier | altIdentifier | msName | physDesc | repository | institution
      | collection | author | editor | principal | funder | sponsor | distributor | publisher | pubPlace | edition | biblScope | extent
      | respStmt | resp | respons | certainty"
    as="xs:string" mode="p:text" priority="-0.2">
    <xsl:call-template name="p:element"/>
  </xsl:template>

  <xsl:template match="lb" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="'#linebreak();' || string-join($content)"/>
  </xsl:template>

  <!-- The content in the styles of @rend and in the editor's hand, where it has them. -->
  <xsl:function name="p:styled" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="xs:string*"/>
    <xsl:variable name="functions" as="xs:string*"
      select="tokenize($element/@rend) ! map:get($p:styles, .), p:own-style($element)"/>
    <xsl:sequence select="if (empty($content[. ne ''])) then '' else fold-right($functions, string-join($content), p:call#2)"/>
  </xsl:function>

  <xsl:variable name="p:styles" as="map(xs:string, xs:string)" select="map {
    'italic': 'italic', 'bold': 'bold', 'underline': 'lined', 'smallcaps': 'small-caps', 'superscript': 'raised', 'subscript': 'lowered',
    'sup': 'raised', 'sub': 'lowered', 'strikethrough': 'struck' }"/>

  <!-- The style that goes with an element itself. -->
  <xsl:function name="p:own-style" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element[self::emph][not(@rend)]) then 'italic'
      else if ($element[self::label][not(p:is-block(.))]) then 'bold'
      else if (p:is-editorial($element) and empty($element/ancestor::*[p:is-editorial(.)])) then 'editorial'
      else ()"/>
  </xsl:function>

  <!-- Elements that an editor marks and whose words are the document's own. -->
  <xsl:variable name="p:words-of-the-document" as="xs:string+"
    select="tokenize('sic surplus del damage choice expan abbr add label figure ref persName seg stamp')"/>

  <!-- Whether the words of an element are an editor's. -->
  <xsl:function name="p:is-editorial" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      ($element[self::seg[@type = ('bracketed', 'delivery')]] or not(local-name($element) = $p:words-of-the-document))
      and c:class($element) ne ''"/>
  </xsl:function>

</xsl:stylesheet>
