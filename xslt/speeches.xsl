<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of one document without the editor's words, and its speeches with their words counted, as JSON. -->
<xsl:package name="https://tei-edition.org/ns/speeches" package-version="1.0" version="3.0" default-mode="s:speeches"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:s="https://tei-edition.org/ns/speeches">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <xsl:mode name="s:speeches" on-no-match="fail" visibility="public"/>
  <xsl:output method="text"/>

  <xsl:template match="document-node()" as="xs:string" mode="s:speeches">
    <xsl:apply-templates select="TEI" mode="s:speeches"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string" mode="s:speeches">
    <xsl:sequence select="serialize(map {
      'blocks': array { s:blocks(text) },
      'speeches': array { s:turns(.) } }, map { 'method': 'json' })"/>
  </xsl:template>

  <!-- The turns of a document in their order; what was cut at a border is one. -->
  <xsl:function name="s:turns" as="map(xs:string, item())*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="s:numbers($document/text)"/>
    <xsl:for-each select="$document/text//sp[not(@prev)]">
      <xsl:variable name="parts" as="element()+" select="c:chain(., ())"/>
      <xsl:variable name="gaps" as="element(gap)*" select="$parts//gap[c:act(c:class(.)) = 'withheld'][not(@prev)]"/>
      <xsl:variable name="words" as="map(xs:string, xs:integer)" select="c:tally($parts//text())"/>
      <xsl:sequence select="map {
        'parts': array { $parts ! $numbers(generate-id(.)) },
        'id': string(@xml:id),
        'speaker': string-join(c:speaker-names(.), ', '),
        'person': string-join(tokenize(@who) ! replace(., '^#', ''), ' '),
        'words': $words?text, 'supplied': $words?supplied,
        'redactions': count($gaps),
        'lines': array { s:lines($gaps, 'exactly'), s:lines($gaps, 'at most'), s:lines($gaps, 'at least') },
        'blocks': array { $parts ! s:blocks(.)[not(?label)] } }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The place of each turn among all elements of the text, from 1, by its generated id. -->
  <xsl:function name="s:numbers" as="map(xs:string, xs:integer)">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:map>
      <xsl:for-each select="$text//*">
        <xsl:if test="self::sp">
          <xsl:map-entry key="generate-id()" select="position()"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The sum of the lines that gaps state, of those that are exact, the most or the least. -->
  <xsl:function name="s:lines" as="xs:decimal">
    <xsl:param name="gaps" as="element(gap)*"/>
    <xsl:param name="bound" as="xs:string"/>
    <xsl:sequence select="sum(($gaps ! c:amount(.))[?unit = 'line'][?bound = $bound]?amount) ! xs:decimal(.)"/>
  </xsl:function>

  <!-- The text in an element, a block a map: its words without the editor's, and whether it is a speaker's label. -->
  <xsl:function name="s:blocks" as="map(xs:string, item())*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each-group select="$element//node()[s:is-kept(.) or self::*[c:is-intervention(.)]]"
      group-adjacent="generate-id(c:block(.))">
      <xsl:variable name="words" as="xs:string" select="normalize-space(string-join(s:joined(current-group())))"/>
      <xsl:if test="$words ne ''">
        <xsl:sequence select="map { 'text': $words, 'label': exists(c:block(.)/self::speaker) }"/>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Whether the node is characters of the text itself, or of a label. -->
  <xsl:function name="s:is-kept" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists($node/self::text()[c:voice(.) = ('text', 'labels')])"/>
  </xsl:function>

  <!-- The characters of a block. Of the two blanks round what falls out, none is left before a stop or within a bracket. -->
  <xsl:function name="s:joined" as="xs:string*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:iterate select="$nodes">
      <xsl:param name="last" as="xs:string" select="''"/>
      <xsl:param name="is-cut" as="xs:boolean" select="false()"/>
      <xsl:on-completion select="$last"/>
      <xsl:variable name="own" as="xs:string" select="if (self::text()) then s:marked(.) else ''"/>
      <xsl:variable name="goes-on" as="xs:boolean" select="not(self::text()) or ($is-cut and not(normalize-space($own)) and matches($last, '\s$'))"/>
      <xsl:if test="not($goes-on)">
        <xsl:sequence select="if ($is-cut and matches($own, $s:closing)) then replace($last, '\s+$', '') else $last"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="last" select="
          if ($goes-on) then $last
          else if ($is-cut and matches($last, $s:opening)) then replace($own, '^\s+', '')
          else $own"/>
        <xsl:with-param name="is-cut" select="$goes-on"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- How characters begin that no blank stands before, and end that none stands after. -->
  <xsl:variable name="s:closing" as="xs:string" select="'^([,.;:!?…\p{Pe}\p{Pf}]|[&quot;''](\W|$))'"/>
  <xsl:variable name="s:opening" as="xs:string" select="'([\p{Ps}\p{Pi}]|(^|\s)[&quot;''])$'"/>

  <!-- Characters with the marks of the elements that they open and close, as far as these are no act of an editor. -->
  <xsl:function name="s:marked" as="xs:string">
    <xsl:param name="characters" as="text()"/>
    <xsl:variable name="block" as="element()" select="c:block($characters)"/>
    <xsl:variable name="within" as="element()*"
      select="$characters/ancestor::*[ancestor::* intersect $block][c:keeps-marks(.)][not(c:is-intervention(.))]"/>
    <xsl:variable name="opened" as="element()*" select="$within[(.//text())[1] is $characters]"/>
    <xsl:variable name="closed" as="element()*" select="$within[(.//text())[last()] is $characters]"/>
    <xsl:sequence select="string-join(($opened ! c:before(.), $characters, reverse($closed) ! c:after(.)))"/>
  </xsl:function>

</xsl:package>
