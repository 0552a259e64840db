<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements of the header that the schema also lets stand in a text: their words, each in an element of its own. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listBibl | person | personGrp | place | org | event
    | affiliation | birth | death | occupation | availability | licence | msDesc | msIdentifier | altIdentifier | msName | physDesc
    | repository | institution | collection | author | editor | principal | funder | sponsor | distributor | publisher | pubPlace
    | edition | biblScope | extent | respStmt | resp | respons | certainty | shift" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
