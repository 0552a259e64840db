<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, which print their own numbers, and tables, which scroll in their own box. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- A list prints its own numbers and marks; HTML adds none. A label and its item stand side by side. -->
  <xsl:template match="list[h:is-block(.)]" as="element()" mode="h:text">
    <div>
      <xsl:sequence select="h:attributes(., @rend)"/>
      <xsl:attribute name="role" select="'list'"/>
      <xsl:apply-templates mode="h:text"/>
    </div>
  </xsl:template>

  <xsl:template match="item[h:is-block(.)]" as="element()" mode="h:text">
    <div>
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:attribute name="role" select="'listitem'"/>
      <xsl:call-template name="h:content"/>
    </div>
  </xsl:template>

  <xsl:template match="list | item" priority="-0.1" as="element()" mode="h:text">
    <span>
      <xsl:sequence select="h:attributes(., 'inline')"/>
      <xsl:call-template name="h:content"/>
    </span>
  </xsl:template>

  <!-- A table scrolls in its own box where it is wider than the page. -->
  <xsl:template match="table" as="element()" mode="h:text">
    <div class="wide" role="region" tabindex="0" aria-label="{c:string('table')}">
      <table>
        <xsl:sequence select="h:attributes(., ())"/>
        <xsl:for-each select="head[1]">
          <caption>
            <xsl:sequence select="h:attributes(., ())"/>
            <xsl:call-template name="h:content"/>
          </caption>
        </xsl:for-each>
        <tbody>
          <xsl:apply-templates select="node() except head[1]" mode="h:text"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/pb | row/pb | table/milestone | row/milestone" priority="1" as="empty-sequence()" mode="h:text"/>

  <xsl:template match="row" as="element()" mode="h:text">
    <tr>
      <xsl:sequence select="h:attributes(., @role)"/>
      <xsl:apply-templates mode="h:text"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" as="element()" mode="h:text">
    <xsl:element name="{if ((@role, ../@role) = 'label') then 'th' else 'td'}">
      <xsl:sequence select="h:attributes(., ())"/>
      <xsl:for-each select="@cols[. castable as xs:positiveInteger], @rows[. castable as xs:positiveInteger]">
        <xsl:attribute name="{if (self::attribute(cols)) then 'colspan' else 'rowspan'}" select="."/>
      </xsl:for-each>
      <xsl:call-template name="h:content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
