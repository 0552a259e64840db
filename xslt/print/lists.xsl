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

  <!-- A table; what stands between its rows parts it. -->
  <xsl:template match="table" as="xs:string" mode="p:text">
    <xsl:variable name="columns" as="xs:integer" select="max((1, row ! p:width(.)))"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:for-each-group select="* except (pb | cb | milestone)" group-adjacent="exists(self::row)">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:sequence select="p:rows(current-group(), $columns)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="p:text"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="p:in-language(., $parts) || '&#10;'"/>
  </xsl:template>

  <!-- Rows as a table; the first, with the role of labels, are repeated on each page that it goes over to. -->
  <xsl:function name="p:rows" as="xs:string">
    <xsl:param name="rows" as="element(row)+"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:variable name="header" as="element(row)*"
      select="$rows[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])][not(../row/cell/@rows)]"/>
    <xsl:variable name="printed" as="xs:string*" select="
      if ($header) then 'table.header(' || string-join($header ! p:row(., $columns), ', ') || ')' else (),
      ($rows except $header) ! p:row(., $columns)"/>
    <xsl:sequence select="'#table(columns: ' || $columns || ', ' || string-join($printed, ', ') || ');&#10;'"/>
  </xsl:function>

  <!-- How many columns are taken in a row, by its cells and by those of rows above that reach into it. -->
  <xsl:function name="p:width" as="xs:integer">
    <xsl:param name="row" as="element(row)"/>
    <xsl:variable name="above" as="element(cell)*" select="
      $row/preceding-sibling::row/cell[p:height(.) gt count(../following-sibling::row intersect $row/(., preceding-sibling::row))]"/>
    <xsl:sequence select="xs:integer(sum(($row/cell, $above) ! p:columns(.)))"/>
  </xsl:function>

  <!-- The cells of a row; a row that is short is filled. -->
  <xsl:function name="p:row" as="xs:string">
    <xsl:param name="row" as="element(row)"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:sequence select="string-join(($row/cell ! p:cell(.), (1 to $columns - p:width($row)) ! '[]'), ', ')"/>
  </xsl:function>

  <xsl:function name="p:cell" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:apply-templates select="$cell" mode="p:item"/>
    </xsl:variable>
    <xsl:variable name="text" as="xs:string"
      select="if (($cell/@role, $cell/../@role) = 'label') then p:call('bold', $content) else string-join($content)"/>
    <xsl:sequence select="'table.cell(colspan: ' || p:columns($cell) || ', rowspan: ' || p:height($cell) || ')[' || $text || ']'"/>
  </xsl:function>

  <!-- How many columns a cell takes. -->
  <xsl:function name="p:columns" as="xs:integer">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="p:number($cell/@cols)"/>
  </xsl:function>

  <!-- How many rows a cell takes: one in a table with wide cells, where a tall one could leave no room for them. -->
  <xsl:function name="p:height" as="xs:integer">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="if ($cell/ancestor::table[1]/row/cell ! p:columns(.) > 1) then 1 else p:number($cell/@rows)"/>
  </xsl:function>

  <!-- The number that is stated, if it is a whole one of at most a hundred; else one. -->
  <xsl:function name="p:number" as="xs:integer">
    <xsl:param name="stated" as="attribute()?"/>
    <xsl:sequence select="if ($stated castable as xs:positiveInteger and number($stated) le 100) then xs:integer($stated) else 1"/>
  </xsl:function>

</xsl:stylesheet>
