<?xml version="1.0" encoding="UTF-8"?>
<!--
  The report on one document as a page, for whoever makes the edition. The input is not TEI but what tei_edition/outputs/_report.py
  writes: an element "report" whose children words, speaker, refused, unresolved, doubt, decided, missing and finding have attributes alone.
-->
<xsl:package name="https://tei-edition.org/ns/report" package-version="1.0" version="3.0" default-mode="r:page"
  xpath-default-namespace="https://tei-edition.org/ns/report"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:r="https://tei-edition.org/ns/report"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <!-- The style sheet of the page, and the policy that forbids every script. -->
  <xsl:param name="css" as="xs:string" select="''"/>
  <xsl:param name="policy" as="xs:string" select="''"/>

  <xsl:mode name="r:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:output method="html" html-version="5.0" indent="no" encoding="UTF-8" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:template match="document-node()" as="element()" mode="r:page">
    <xsl:apply-templates select="report" mode="r:page"/>
  </xsl:template>

  <xsl:template match="report" as="element()" mode="r:page">
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <xsl:if test="$policy">
          <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        </xsl:if>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:sequence select="c:string('report') || ' · ' || @title"/></title>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$css">
          <style><xsl:sequence select="$css"/></style>
        </xsl:if>
      </head>
      <body>
        <nav class="ways" aria-label="{c:string('ways')}">
          <a class="up" href="{@page}"><bdi><xsl:sequence select="string(@title)"/></bdi></a>
        </nav>
        <main class="list report">
          <h1><xsl:sequence select="c:string('report')"/></h1>
          <p class="words"><xsl:sequence select="c:string('report.about')"/></p>
          <xsl:call-template name="r:speakers"/>
          <xsl:call-template name="r:part">
            <xsl:with-param name="key" select="'report.doubts'"/>
            <xsl:with-param name="items" select="doubt"/>
          </xsl:call-template>
          <xsl:call-template name="r:part">
            <xsl:with-param name="key" select="'report.refused'"/>
            <xsl:with-param name="items" select="refused"/>
          </xsl:call-template>
          <xsl:call-template name="r:part">
            <xsl:with-param name="key" select="'report.unresolved'"/>
            <xsl:with-param name="items" select="unresolved"/>
          </xsl:call-template>
          <xsl:if test="decided">
            <xsl:call-template name="r:part">
              <xsl:with-param name="key" select="'report.decided'"/>
              <xsl:with-param name="items" select="decided"/>
            </xsl:call-template>
          </xsl:if>
          <xsl:call-template name="r:part">
            <xsl:with-param name="key" select="'report.missing'"/>
            <xsl:with-param name="items" select="missing"/>
          </xsl:call-template>
          <xsl:call-template name="r:part">
            <xsl:with-param name="key" select="'report.findings'"/>
            <xsl:with-param name="items" select="finding"/>
          </xsl:call-template>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- Who speaks, with turns and words, with and without what was supplied. -->
  <xsl:template name="r:speakers" as="element()+">
    <xsl:context-item as="element(report)" use="required"/>
    <h2><xsl:sequence select="c:string('report.speakers')"/></h2>
    <div class="interventions">
      <table>
        <thead>
          <tr>
            <xsl:for-each select="'speaker', 'column.turns', 'column.words', 'column.words-supplied', 'column.words-both'">
              <th><xsl:sequence select="c:string(.)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="speaker">
            <tr><xsl:sequence select="r:counts(@speaker, @labels, @turns, .)"/></tr>
          </xsl:for-each>
          <tr class="all"><xsl:sequence select="r:counts(c:string('whole-text'), '', string(sum(speaker/@turns)), words)"/></tr>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:function name="r:counts" as="element()+">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="labels" as="xs:string"/>
    <xsl:param name="turns" as="xs:string"/>
    <xsl:param name="words" as="element()"/>
    <td>
      <bdi><xsl:sequence select="$name"/></bdi>
      <xsl:if test="$labels ne ''">
        <p><xsl:sequence select="c:string('report.labels') || ' '"/><bdi><xsl:sequence select="$labels"/></bdi></p>
      </xsl:if>
    </td>
    <xsl:for-each select="$turns, $words/@text, $words/@supplied, xs:integer($words/@text) + xs:integer($words/@supplied)">
      <td class="number"><xsl:sequence select="string(.)"/></td>
    </xsl:for-each>
  </xsl:function>

  <!-- A part of the report: its heading with the number of what is in it, and each. -->
  <xsl:template name="r:part" as="element()+">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="items" as="element()*"/>
    <h2><xsl:sequence select="c:string($key) || ' (' || count($items) || ')'"/></h2>
    <xsl:if test="empty($items)">
      <p class="words"><xsl:sequence select="c:string('report.nothing')"/></p>
    </xsl:if>
    <xsl:if test="exists($items)">
      <ol class="items"><xsl:apply-templates select="$items" mode="r:page"/></ol>
    </xsl:if>
  </xsl:template>

  <xsl:template match="doubt" as="element()" mode="r:page">
    <li>
      <p class="when"><xsl:sequence select="string(@place)"/></p>
      <p><bdi class="quoted"><xsl:sequence select="string(@quote)"/></bdi><xsl:sequence select="@times[. ne '1'] ! (' (' || . || ' ' || c:string('report.places') || ')')"/></p>
      <p>
        <b><xsl:sequence select="c:sentence-case(@meaning)"/></b>
        <xsl:sequence select="' (' || @class || ', ' || c:string('cert.' || @cert) || '). ' || @why"/>
        <xsl:sequence select="@rival[. ne ''] ! (' ' || c:string('report.rival') || ' ' || c:class-name(.) || ' (' || . || ').')"/>
      </p>
      <xsl:sequence select="(@confirm, @instead) ! r:command(.)"/>
    </li>
  </xsl:template>

  <xsl:template match="refused | unresolved | finding" as="element()" mode="r:page">
    <li>
      <p class="when"><xsl:sequence select="string(@place)"/></p>
      <xsl:if test="@quote ne ''">
        <p><bdi class="quoted"><xsl:sequence select="string(@quote)"/></bdi></p>
      </xsl:if>
      <p><xsl:sequence select="string(@why)"/></p>
      <xsl:sequence select="@command ! r:command(.)"/>
    </li>
  </xsl:template>

  <xsl:template match="decided" as="element()" mode="r:page">
    <li>
      <p class="when"><xsl:sequence select="string(@place)"/></p>
      <p><bdi class="quoted"><xsl:sequence select="string(@quote)"/></bdi></p>
      <p>
        <b><xsl:sequence select="string-join((c:sentence-case(c:class-name(@class)), @about[. ne ''] ! ('(' || . || ')')), ' ')"/></b>
        <xsl:sequence select="'. ' || string-join((@resp, @when[. ne '']), ', ') || ': ' || @why"/>
      </p>
    </li>
  </xsl:template>

  <xsl:template match="missing" as="element()" mode="r:page">
    <li>
      <p><b><xsl:sequence select="c:sentence-case(@what)"/></b></p>
      <xsl:sequence select="r:command(@write)"/>
    </li>
  </xsl:template>

  <!-- What to type, on a line of its own; nothing where there is nothing to type. -->
  <xsl:function name="r:command" as="element()?">
    <xsl:param name="command" as="xs:string"/>
    <xsl:if test="$command ne ''">
      <pre class="command" dir="ltr"><code><xsl:sequence select="$command"/></code></pre>
    </xsl:if>
  </xsl:function>

</xsl:package>
