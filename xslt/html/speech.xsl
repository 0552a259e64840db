<?xml version="1.0" encoding="UTF-8"?>
<!-- Speech: the label in the margin, and beside it what is said. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="sp" as="element()" mode="h:text">
    <div>
      <xsl:sequence select="h:attributes(., h:speaker-sign(.))"/>
      <xsl:if test="speaker/@xml:id or @xml:id">
        <xsl:attribute name="role" select="'group'"/>
        <xsl:attribute name="aria-label" select="string-join(c:speaker-names(.), ', ')"/>
      </xsl:if>
      <xsl:call-template name="h:speech">
        <xsl:with-param name="part" select="speaker[1]/preceding-sibling::node()"/>
      </xsl:call-template>
      <xsl:apply-templates select="speaker[1]" mode="h:text"/>
      <xsl:call-template name="h:speech">
        <xsl:with-param name="part" select="node() except speaker[1]/(., preceding-sibling::node())"/>
      </xsl:call-template>
    </div>
  </xsl:template>

  <!-- What is said, in the column of the text; nothing where nothing is. -->
  <xsl:template name="h:speech" as="element()?">
    <xsl:param name="part" as="node()*"/>
    <xsl:where-populated>
      <div class="speech"><xsl:apply-templates select="$part" mode="h:text"/></div>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="speaker" as="element()" mode="h:text">
    <p>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:call-template name="h:content"/>
      <xsl:call-template name="h:who"/>
    </p>
  </xsl:template>

  <!-- The class that gives each of the first eight persons a sign of their own beside the name. -->
  <xsl:function name="h:speaker-sign" as="xs:string?">
    <xsl:param name="turn" as="element(sp)"/>
    <xsl:variable name="persons" as="element()*" select="root($turn)/TEI/teiHeader/profileDesc/particDesc//listPerson[@type = 'speakers']/person"/>
    <xsl:variable name="who" as="xs:string?" select="tokenize($turn/@who)[1]"/>
    <xsl:sequence select="$who ! index-of($persons/@xml:id ! ('#' || .), .)[. le 8] ! ('who-' || .)"/>
  </xsl:function>

  <xsl:template match="stage" as="element()" mode="h:text">
    <xsl:element name="{h:element-name(.)}">
      <xsl:sequence select="h:attributes(., h:editorial-classes(.))"/>
      <xsl:call-template name="h:explained-content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
