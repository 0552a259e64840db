<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: what stands on lines of its own. White space between blocks is layout and not text. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <!-- Elements whose white space is layout. -->
  <xsl:variable name="p:containers" as="xs:string+"
    select="tokenize('text front body back group div sp argument opener closer postscript address list table row')"/>

  <!-- Whether the element stands among blocks, not in a line of text. -->
  <xsl:function name="p:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element/..) = $p:containers"/>
  </xsl:function>

  <!-- Whether the element holds blocks, so that it is no single paragraph. -->
  <xsl:function name="p:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element//(p | ab | list | table | figure)[not(ancestor::note[p:at-foot(.)])])"/>
  </xsl:function>

  <!-- What an element prints: its marks and what it holds. -->
  <xsl:template name="p:content" as="xs:string*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:variable name="hand" as="xs:string?" select="'editorial'[empty(current()/ancestor-or-self::*[p:is-editorial(.)])]"/>
    <xsl:variable name="shows-marks" as="xs:boolean" select="p:shows-marks(.)"/>
    <xsl:sequence select="p:mark(c:before(.))[$shows-marks] ! p:call($hand, .)"/>
    <xsl:apply-templates select="$nodes" mode="p:text"/>
    <xsl:sequence select="p:mark(c:after(.))[$shows-marks] ! p:call($hand, .), p:number-in-list(.)"/>
  </xsl:template>

  <!-- A printed mark. -->
  <xsl:function name="p:mark" as="xs:string?">
    <xsl:param name="mark" as="xs:string"/>
    <xsl:sequence select="if ($mark) then p:characters($mark) else ()"/>
  </xsl:function>

  <xsl:template match="text()" as="xs:string" mode="p:text">
    <xsl:sequence select="p:call('struck'[c:is-struck(current())], p:characters(.))"/>
  </xsl:template>

  <xsl:template match="text()[local-name(..) = $p:containers][not(normalize-space())]" priority="1" as="empty-sequence()"
    mode="p:text"/>

  <xsl:template match="comment() | processing-instruction()" as="empty-sequence()" mode="p:text"/>

  <!-- Characters that only an instruction can hold. -->
  <xsl:template match="processing-instruction(transcript)[not(local-name(..) = $p:containers)]" priority="1" as="xs:string?" mode="p:text">
    <xsl:sequence select="p:mark((c:exception(., 'text'), '')[1])"/>
  </xsl:template>

  <xsl:template match="text | front | body | back | group | div | postscript | opener | closer" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:apply-templates mode="p:text"/>
    </xsl:variable>
    <xsl:sequence select="p:in-language(., $content)"/>
  </xsl:template>

  <!-- A heading; its level is the number of divisions with headings round it, so that none is left out. -->
  <xsl:template match="head" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="p:heading(max((1, count(ancestor::*[self::body or self::div][head]))), p:in-language(., $content))"/>
  </xsl:template>

  <!-- A heading of a level; one without a letter, which PDF/UA forbids, is a block like others. -->
  <xsl:function name="p:heading" as="xs:string">
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:sequence select="p:block(if (matches($content, '#&quot;\s*[^&quot;\s]')) then 'heading(level: ' || $level || ')' else 'plain-block', $content)"/>
  </xsl:function>

  <xsl:template match="list/head | table/head | figure/head" priority="1" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="p:block('alone', p:call('bold', p:in-language(., $content)))"/>
  </xsl:template>

  <xsl:template match="p | ab" as="xs:string" mode="p:text">
    <xsl:call-template name="p:paragraph"/>
  </xsl:template>

  <!-- A paragraph: a label that opens it is a heading over it, in the outline. -->
  <xsl:template name="p:paragraph" as="xs:string">
    <xsl:param name="before" as="xs:string*"/>
    <xsl:variable name="label" as="element(label)?" select="p:opening-label(.)"/>
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content">
        <xsl:with-param name="nodes" select="node() except $label"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="heading" as="xs:string?">
      <xsl:apply-templates select="$label" mode="p:heading"/>
    </xsl:variable>
    <xsl:variable name="kind" as="xs:string" select="
      if (exists($before)) then 'opening'
      else if (empty(($before, $heading)) and preceding-sibling::*[not(self::milestone | self::pb)][1][self::p]) then 'continued'
      else 'paragraph'"/>
    <xsl:variable name="line" as="xs:string" select="
      if ($heading) then replace(string-join($content), '^#&quot; +', '#&quot;') else string-join(($before, $content))"/>
    <xsl:sequence select="$heading || p:block($kind, p:in-language(., $line))"/>
  </xsl:template>

  <!-- The label with which a paragraph opens: nothing but white space and milestones before it, and text after it. -->
  <xsl:function name="p:opening-label" as="element(label)?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="first" as="node()?"
      select="$paragraph/node()[normalize-space()][not(self::comment() | self::processing-instruction())][1]"/>
    <xsl:sequence select="$first[self::label][c:before($paragraph) = ''][following-sibling::node()[normalize-space()]]"/>
  </xsl:function>

  <xsl:mode name="p:heading" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="label" as="xs:string" mode="p:heading">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:sequence select="p:heading(1 + count(ancestor::*[self::body or self::div][head]), p:call('editorial', p:in-language(., $content)))"/>
  </xsl:template>

  <xsl:template match="argument | epigraph" as="xs:string" mode="p:text">
    <xsl:variable name="content" as="xs:string*">
      <xsl:apply-templates mode="p:text"/>
    </xsl:variable>
    <xsl:sequence select="p:block('argued', p:in-language(., $content))"/>
  </xsl:template>

  <!-- The blocks of letters, the editor's blocks, and whatever may stand as a block as well as in a line. -->
  <xsl:template match="dateline | salute | signed | byline | trailer | address | addrLine | stage | label | quote | q | said | stamp | ellipsis
      | note[not(p:at-foot(.))] | gap | incident | vocal | kinesic | shift | pause | figure | space | metamark"
    as="xs:string" mode="p:text" priority="-0.2">
    <xsl:call-template name="p:element"/>
  </xsl:template>

  <!-- An element in its style; as a block at its place where it stands among blocks. -->
  <xsl:template name="p:element" as="xs:string">
    <xsl:variable name="content" as="xs:string*">
      <xsl:call-template name="p:content"/>
    </xsl:variable>
    <xsl:variable name="styled" as="xs:string" select="p:styled(., p:in-language(., $content))"/>
    <xsl:sequence select="if (p:is-block(.) or self::figure) then p:block(p:place(.), $styled) else $styled || p:named(.)"/>
  </xsl:template>

  <!-- The function that puts a block at its place. -->
  <xsl:function name="p:place" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(map {
      'dateline': 'at-end', 'signed': 'at-end', 'byline': 'at-start', 'salute': 'at-start', 'address': 'at-start', 'trailer': 'centred',
      'quote': 'quoted', 'q': 'quoted', 'said': 'quoted', 'figure': 'picture', 'label': 'alone', 'stamp': 'at-end', 'gap': 'omitted',
      'note': if ($element/@type = 'source') then 'source-block' else 'note-block' }(local-name($element)), 'paragraph')[1]"/>
  </xsl:function>

  <!-- Breaks and milestones among blocks print nothing of the transcript but marks that they replace. -->
  <xsl:template match="(pb | cb | milestone)[p:is-block(.)][not(c:is-marked(.))]" priority="1" as="empty-sequence()" mode="p:text"/>

</xsl:stylesheet>
