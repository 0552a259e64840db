<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. A list prints its own numbers and marks; none is added. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:template match="list" as="xs:string" mode="p:text">
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each-group select="* except head" group-starting-with="label | item[not(preceding-sibling::*[1][self::label])]">
        <xsl:variable name="item" as="xs:string*">
          <xsl:apply-templates select="current-group()" mode="p:item"/>
        </xsl:variable>
        <xsl:sequence select="'[' || string-join($item) || ']'"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="head" as="xs:string*">
      <xsl:apply-templates select="head" mode="p:text"/>
    </xsl:variable>
    <xsl:sequence select="string-join($head) || p:in-language(., '#list(' || string-join($items, ', ') || ');&#10;')"/>
  </xsl:template>

  <xsl:mode name="p:item" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="item | cell" as="xs:string" mode="p:item">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="p:styled(., p:in-language(., $content))"/>
  </xsl:template>

  <xsl:template match="label" as="xs:string" mode="p:item">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="p:call('bold', p:in-language(., $content)) || '#&quot; &quot;;'"/>
  </xsl:template>

  <xsl:template match="*" priority="-1" as="xs:string*" mode="p:item">
    <xsl:apply-templates select="." mode="p:text"/>
  </xsl:template>

  <!-- A table; its first rows with the role of labels are repeated on each page that it goes over to. -->
  <xsl:template match="table" as="xs:string" mode="p:text">
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! sum(cell ! p:span(@cols))))"/>
    <xsl:variable name="header" as="element(row)*" select="row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])]"/>
    <xsl:variable name="head" as="xs:string*">
      <xsl:apply-templates select="head" mode="p:text"/>
    </xsl:variable>
    <xsl:variable name="rows" as="xs:string*"
      select="if ($header) then 'table.header(' || string-join($header ! p:row(., $columns), ', ') || ')' else (), (row except $header) ! p:row(., $columns)"/>
    <xsl:sequence select="string-join($head) || p:in-language(., '#table(columns: ' || $columns || ', ' || string-join($rows, ', ') || ');&#10;')"/>
  </xsl:template>

  <!-- The cells of a row; a row that is short is filled. -->
  <xsl:function name="p:row" as="xs:string">
    <xsl:param name="row" as="element(row)"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="cells" as="xs:string*" select="$row/cell ! p:cell(.)"/>
    <xsl:variable name="width" as="xs:integer" select="xs:integer(sum($row/cell ! p:span(@cols)))"/>
    <xsl:variable name="filling" as="xs:string*"
      select="if ($row/../row/cell/@rows) then () else (1 to $columns - $width) ! '[]'"/>
    <xsl:sequence select="string-join(($cells, $filling), ', ')"/>
  </xsl:function>

  <xsl:function name="p:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:apply-templates select="$cell" mode="p:item"/>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string"
      select="if (($cell/@role, $cell/../@role) = 'label') then p:call('bold', $content) else string-join($content)"/>
    <xsl:sequence select="
      'table.cell(colspan: ' || p:span($cell/@cols) || ', rowspan: ' || p:span($cell/@rows) || ')[' || $text || ']'"/>
  </xsl:function>

  <!-- How many columns or rows a cell takes: one, unless a whole number says more. -->
  <xsl:function name="p:span" as="xs:integer">
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:sequence select="if ($stated castable as xs:positiveInteger) then xs:integer($stated) else 1"/>
  </xsl:function>

</xsl:stylesheet>
