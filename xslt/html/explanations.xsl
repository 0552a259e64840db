<?xml version="1.0" encoding="UTF-8"?>
<!-- What an editorial word is, by whom, how certain: a button beside it, and a box that it opens without a script. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- Equal explanations are one: the number of each, by what it says. -->
  <xsl:function name="h:numbered-explanations" as="map(xs:string, xs:integer)">
    <xsl:param name="explained" as="element()*"/>
    <xsl:map>
      <xsl:for-each-group select="$explained" group-by="h:explanation-key(.)">
        <xsl:map-entry key="current-grouping-key()" select="position()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <xsl:function name="h:explanation-key" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join((c:class($element), h:explanation($element) ! (local-name() || '=' || .)), '&#x241E;')"/>
  </xsl:function>

  <!-- The button; none within a link, which cannot hold one. -->
  <xsl:template name="h:why" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="numbers" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="number" as="xs:integer?" select="$numbers(h:explanation-key(.))"/>
    <xsl:if test="$number and c:is-intervention(.) and empty(ancestor::ref)">
      <button type="button" class="why" popovertarget="why-{$number}" data-generated="explanation"
        aria-label="{c:string('explain')}: {c:class-name(c:class(.))}"/>
    </xsl:if>
  </xsl:template>

  <!-- The boxes, outside the text. -->
  <xsl:template name="h:explanations" as="element()*">
    <xsl:param name="explained" as="element()*"/>
    <xsl:for-each-group select="$explained" group-by="h:explanation-key(.)">
      <div popover="auto" id="why-{position()}" class="why-box" data-generated="explanation" lang="en" dir="ltr">
        <p class="what" tabindex="-1" autofocus="autofocus"><xsl:sequence select="c:sentence-case(c:class-name(c:class(.)))"/></p>
        <xsl:sequence select="h:explanation(.)"/>
      </div>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The sentences of an explanation: size and kind, reason, by whom, how certain, decided by whom. -->
  <xsl:function name="h:explanation" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="amount" as="map(xs:string, item()*)" select="c:amount($element)"/>
    <xsl:variable name="authority" as="map(xs:string, item()*)" select="c:responsibility($element)"/>
    <xsl:sequence select="
      h:sentence(c:string('extent'), c:row-size($amount)),
      h:sentence(c:string('things'), $amount?things),
      h:sentence(c:string('codes'), $amount?codes),
      h:sentence(c:string('reason'), $element/@reason[. ne c:class($element)] ! string()),
      h:sentence(c:string('source-of-words'), $authority?source),
      h:sentence(c:string('by'), $authority?by),
      h:sentence('', c:string('by-unknown')[empty($authority?by)]),
      h:sentence(c:string('editor-certainty'), $authority?certainty ! c:string('cert.' || .)),
      h:sentence(c:string('encoding-certainty'), ($authority?doubt ! c:string('cert.' || .), c:string('no-doubt'))[1]),
      h:sentence(c:string('decided-by'), ($authority?decided, distinct-values(c:statements($element)/self::respons ! c:days(.)))),
      h:sentence(c:string('decision-certainty'), (c:statements($element)/self::respons/@cert)[1] ! c:string('cert.' || .)),
      h:sentence('', $authority?evidence)"/>
  </xsl:function>

  <!-- A paragraph with a lead word; nothing where there are no words. -->
  <xsl:function name="h:sentence" as="element()?">
    <xsl:param name="lead" as="xs:string?"/>
    <xsl:param name="words" as="xs:string*"/>
    <xsl:if test="exists($words[normalize-space()])">
      <p>
        <xsl:if test="$lead">
          <b><xsl:sequence select="$lead"/></b>
          <xsl:text> </xsl:text>
        </xsl:if>
        <bdi><xsl:sequence select="string-join($words[normalize-space()], ', ')"/></bdi>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- What the editor did, counted by class; it is seen in the view of interventions. -->
  <xsl:template name="h:legend" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="explained" as="element()*" select="text//*[c:is-intervention(.)]"/>
    <aside class="legend" aria-label="{c:string('legend')}">
      <p><bdi><xsl:sequence select="if (exists($explained)) then c:string('legend') || ': ' || count($explained) else c:string('no-interventions')"/></bdi></p>
      <xsl:if test="exists($explained)">
        <p class="hint"><xsl:sequence select="c:string('legend-hint')"/></p>
      </xsl:if>
      <xsl:where-populated>
        <ul>
          <xsl:for-each-group select="$explained" group-by="c:class(.)">
            <xsl:sort select="count(current-group())" order="descending"/>
            <xsl:sort select="current-grouping-key()"/>
            <li><bdi><xsl:sequence select="c:class-name(current-grouping-key())"/></bdi><xsl:text> </xsl:text><b><xsl:sequence select="count(current-group())"/></b></li>
          </xsl:for-each-group>
        </ul>
      </xsl:where-populated>
    </aside>
  </xsl:template>

</xsl:stylesheet>
