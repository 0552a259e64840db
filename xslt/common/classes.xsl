<?xml version="1.0" encoding="UTF-8"?>
<!--
  The class of an editorial element: the first category of the header's taxonomy that @ana names; else what element,
  place, @type and @reason say. Class names are those of the bracket rules.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:key name="c:id" match="*" use="@xml:id"/>

  <!-- The element that a local pointer such as "#n1" names. -->
  <xsl:function name="c:target" as="element()?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="key('c:id', substring-after($pointer, '#'), root($context))[starts-with($pointer, '#')][1]"/>
  </xsl:function>

  <!-- The class of an editorial element, such as "subaudible"; empty for what no editor added. -->
  <xsl:function name="c:class" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="category" as="xs:string?" select="c:category($element)"/>
    <xsl:variable name="form" as="xs:string?">
      <xsl:apply-templates select="$element" mode="c:class"/>
    </xsl:variable>
    <xsl:sequence select="($category, $form, '')[1]"/>
  </xsl:function>

  <!-- The first category of the taxonomy of brackets that @ana names. -->
  <xsl:function name="c:category" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="(tokenize($element/@ana)
      ! c:target(., $element)[self::category][ancestor::taxonomy/@xml:id = 'brackets']/@xml:id/string())[1]"/>
  </xsl:function>

  <xsl:mode name="c:class" on-no-match="deep-skip"/>

  <xsl:template match="supplied" as="xs:string" mode="c:class">
    <xsl:sequence select="(@reason/string(), 'unknown')[1]"/>
  </xsl:template>

  <xsl:template match="supplied[@reason = 'parallel']" priority="1" as="xs:string" mode="c:class">witness</xsl:template>

  <xsl:template match="supplied[@reason = 'lost']" priority="1" as="xs:string" mode="c:class">restored</xsl:template>

  <xsl:template match="supplied[@cert = 'low']" priority="2" as="xs:string" mode="c:class">conjecture</xsl:template>

  <xsl:template match="forename/supplied | surname/supplied | persName/supplied | orgName/supplied | name/supplied"
    priority="3" as="xs:string" mode="c:class">name</xsl:template>

  <xsl:template match="roleName/supplied" priority="3" as="xs:string" mode="c:class">role</xsl:template>

  <xsl:template match="speaker/supplied" priority="3" as="xs:string" mode="c:class">speaker</xsl:template>

  <xsl:template match="head/supplied" priority="3" as="xs:string" mode="c:class">heading</xsl:template>

  <xsl:template match="label/supplied" priority="3" as="xs:string" mode="c:class">agenda</xsl:template>

  <xsl:template match="signed/supplied" priority="3" as="xs:string" mode="c:class">signature-mark</xsl:template>

  <xsl:template match="date/supplied | time/supplied | placeName/supplied" priority="3" as="xs:string"
    mode="c:class">date-place</xsl:template>

  <xsl:template match="unclear" as="xs:string" mode="c:class">
    <xsl:sequence select="if (@reason = 'garbled') then 'garble' else 'conjecture'"/>
  </xsl:template>

  <xsl:template match="gap" as="xs:string" mode="c:class">
    <xsl:sequence select="(map {
      'redacted': 'redaction', 'deleted': 'deletion', 'irrelevant': 'omission', 'editorial': 'omission', 'garbled': 'garble',
      'lost': if (@unit = ('char', 'character')) then 'lost-letters' else 'missing',
      'illegible': if (@quantity) then 'unread-count' else 'illegible', 'inaudible': 'illegible' }(string(@reason)),
      'illegible')[1]"/>
  </xsl:template>

  <xsl:template match="sic" as="xs:string" mode="c:class">sic</xsl:template>

  <xsl:template match="choice | corr | choice/sic" priority="1" as="xs:string" mode="c:class">
    <xsl:sequence select="
      if (ancestor::choice ! c:category(.)) then c:category(ancestor::choice[1])
      else if (ancestor-or-self::choice/expan) then 'expansion'
      else if (ancestor-or-self::choice/corr/@cert = 'low') then 'conjecture'
      else 'correction'"/>
  </xsl:template>

  <xsl:template match="expan | ex | choice/abbr" as="xs:string" mode="c:class">expansion</xsl:template>

  <xsl:template match="incident[@type = 'pause']" priority="1" as="xs:string" mode="c:class">pause</xsl:template>

  <xsl:template match="incident | vocal | kinesic" as="xs:string" mode="c:class">event</xsl:template>

  <xsl:template match="stage | seg[@type = 'delivery']" as="xs:string" mode="c:class">delivery</xsl:template>

  <xsl:template match="seg[@type = 'unbalanced']" as="xs:string" mode="c:class">unbalanced</xsl:template>

  <xsl:template match="seg[@type = 'bracketed'][@next or @prev]" priority="1" as="xs:string" mode="c:class">multi-paragraph</xsl:template>

  <xsl:template match="seg[@type = 'bracketed']" as="xs:string" mode="c:class">unknown</xsl:template>

  <xsl:template match="seg[@type = 'characters']" priority="1" as="xs:string" mode="c:class">
    <xsl:sequence select="''"/>
  </xsl:template>

  <xsl:template match="seg[@rend = 'brackets']" as="xs:string" mode="c:class">original</xsl:template>

  <xsl:template match="label" as="xs:string" mode="c:class">
    <xsl:sequence select="if (@type = 'topic') then 'topic' else 'agenda'"/>
  </xsl:template>

  <xsl:template match="note" as="xs:string" mode="c:class">
    <xsl:sequence select="(map {
      'source': 'source', 'footnote': 'footnote', 'translator': 'translator', 'gloss': 'explanation', 'alias': 'alias',
      'mark': 'signature-mark' }(string(@type)), 'note')[1]"/>
  </xsl:template>

  <xsl:template match="note[@subtype = ('sic', 'garble')]" priority="1" as="xs:string" mode="c:class">
    <xsl:sequence select="string(@subtype)"/>
  </xsl:template>

  <xsl:template match="note[@place = 'margin']" priority="1" as="xs:string" mode="c:class">margin</xsl:template>

  <xsl:template match="ref[@type = 'noteref']" as="xs:string" mode="c:class">footnote-mark</xsl:template>

  <xsl:template match="persName[@type = 'alias']" as="xs:string" mode="c:class">alias</xsl:template>

  <xsl:template match="ellipsis" as="xs:string" mode="c:class">ellipsis</xsl:template>

  <xsl:template match="space" as="xs:string" mode="c:class">blank</xsl:template>

  <xsl:template match="figure" as="xs:string" mode="c:class">figure</xsl:template>

  <xsl:template match="pb" as="xs:string" mode="c:class">page</xsl:template>

  <xsl:template match="surplus" as="xs:string" mode="c:class">surplus</xsl:template>

  <xsl:template match="add" as="xs:string" mode="c:class">
    <xsl:sequence select="if (@place = 'margin') then 'margin' else 'addition'"/>
  </xsl:template>

  <xsl:template match="del" as="xs:string" mode="c:class">struck</xsl:template>

  <xsl:template match="stamp" as="xs:string" mode="c:class">signature-mark</xsl:template>

</xsl:stylesheet>
