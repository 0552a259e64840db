<?xml version="1.0" encoding="UTF-8"?>
<!--
  The lists of an edition's documents and of all editions, as HTML. The input is not TEI but a list of facts:

    <list xmlns="https://tei-edition.org/ns/index" title="…" up="../index.html" up-title="…" names="./names.html">
      <entry href="./1986-11-13.html" title="…" date="November 13, 1986" when="1986-11-13" place="…" language="en"
             direction="ltr" speakers="A, B" count="" words="About …">
        <download label="TEI" href="./1986-11-13.xml" size="14 KB"/>
      </entry>
      <interventions text="900" supplied="20" remarks="60">
        <sum act="withheld" meaning="…" interventions="3" words="12" unmeasured="1"><amount unit="line" bound="exactly" amount="2" interventions="2"/></sum>
        <download label="Interventions (CSV)" href="./interventions.csv" size="2 KB"/>
      </interventions>
      <exports>
        <export label="Speeches as CSV" for="spreadsheets, R" href="./exports/speeches/notes-speeches.zip" size="12 KB"/>
      </exports>
    </list>

  Entries stand in the order in which they are to be shown; an empty attribute says that nothing is known.
-->
<xsl:package name="https://tei-edition.org/ns/index" package-version="1.0" version="3.0" default-mode="i:page"
  xpath-default-namespace="https://tei-edition.org/ns/index"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:i="https://tei-edition.org/ns/index"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <!-- The style sheet of the page, and the policy that forbids every script. -->
  <xsl:param name="css" as="xs:string" select="''"/>
  <xsl:param name="policy" as="xs:string" select="''"/>

  <xsl:mode name="i:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:output method="html" html-version="5.0" indent="no" encoding="UTF-8" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:template match="document-node()" as="element()" mode="i:page">
    <xsl:apply-templates select="list" mode="i:page"/>
  </xsl:template>

  <xsl:template match="list" as="element()" mode="i:page">
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <xsl:if test="$policy">
          <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        </xsl:if>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:sequence select="string(@title)"/></title>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$css">
          <style><xsl:sequence select="$css"/></style>
        </xsl:if>
      </head>
      <body>
        <xsl:apply-templates select="@up[. ne '']" mode="i:page"/>
        <main class="list">
          <h1 dir="auto"><xsl:sequence select="string(@title)"/></h1>
          <xsl:call-template name="i:years"/>
          <xsl:call-template name="i:entries"/>
          <xsl:if test="@names ne ''">
            <p class="words"><a href="{@names}"><xsl:sequence select="c:string('index') || ': ' || c:string('index.title')"/></a></p>
          </xsl:if>
          <xsl:apply-templates select="interventions, exports" mode="i:page"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="@up" as="element()" mode="i:page">
    <nav class="ways" aria-label="{c:string('ways')}">
      <a class="up" href="{.}"><bdi><xsl:sequence select="string(../@up-title)"/></bdi></a>
    </nav>
  </xsl:template>

  <!-- The years as a way about, where there are several and the list is long. -->
  <xsl:template name="i:years" as="element()?">
    <xsl:context-item as="element(list)" use="required"/>
    <xsl:variable name="years" as="xs:string*" select="distinct-values(entry ! i:year(.))"/>
    <xsl:if test="count($years) gt 1 and count(entry) gt 20">
      <nav aria-label="{c:string('years')}">
        <ul class="years">
          <xsl:for-each select="$years">
            <li><a href="#{i:year-id(.)}"><xsl:sequence select="i:year-name(.)"/></a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The entries, under their years where the way about is shown. -->
  <xsl:template name="i:entries" as="element()*">
    <xsl:context-item as="element(list)" use="required"/>
    <xsl:variable name="is-long" as="xs:boolean" select="count(entry) gt 20 and count(distinct-values(entry ! i:year(.))) gt 1"/>
    <xsl:if test="empty(entry)">
      <p><xsl:sequence select="c:string('no-documents')"/></p>
    </xsl:if>
    <xsl:for-each-group select="entry" group-adjacent="if ($is-long) then i:year(.) else ''">
      <xsl:if test="$is-long">
        <h2 class="year" id="{i:year-id(current-grouping-key())}"><xsl:sequence select="i:year-name(current-grouping-key())"/></h2>
      </xsl:if>
      <ol class="entries">
        <xsl:apply-templates select="current-group()" mode="i:page">
          <xsl:with-param name="level" select="if ($is-long) then 3 else 2"/>
        </xsl:apply-templates>
      </ol>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="entry" as="element()" mode="i:page">
    <xsl:param name="level" as="xs:integer"/>
    <li>
      <xsl:if test="(@date, @place, @count) != ''">
        <p class="when"><bdi><xsl:sequence select="string-join((@date, @place, @count)[. ne ''], ' · ')"/></bdi></p>
      </xsl:if>
      <xsl:element name="h{$level}">
        <a href="{@href}" dir="auto"><xsl:sequence select="string(@title)"/></a>
      </xsl:element>
      <xsl:if test="@speakers ne ''">
        <p class="when"><xsl:sequence select="c:string('speakers-are') || ' '"/><bdi><xsl:sequence select="string(@speakers)"/></bdi></p>
      </xsl:if>
      <xsl:if test="@words ne ''">
        <p class="words" lang="{@language[. ne 'und']}" dir="{(@direction[. ne ''], 'auto')[1]}"><xsl:sequence select="string(@words)"/></p>
      </xsl:if>
      <xsl:where-populated>
        <ul class="downloads"><xsl:apply-templates select="download" mode="i:page"/></ul>
      </xsl:where-populated>
    </li>
  </xsl:template>

  <xsl:template match="download" as="element()" mode="i:page">
    <li>
      <a href="{@href}" aria-label="{string-join((@label, ../@title), ': ')}"><xsl:sequence select="string(@label)"/></a>
      <xsl:sequence select="@size[. ne ''] ! (' ' || .)"/>
    </li>
  </xsl:template>

  <!-- What was done to the texts of the edition, in a block that a reader opens. -->
  <xsl:template match="interventions" as="element()" mode="i:page">
    <details class="interventions">
      <summary><xsl:sequence select="c:string('legend') || ': ' || sum(sum/@interventions)"/></summary>
      <table class="sums">
        <thead>
          <tr>
            <xsl:for-each select="'column.act', 'column.number', 'column.size'">
              <th><xsl:sequence select="c:string(.)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="sum" mode="i:page"/></tbody>
      </table>
      <p><xsl:sequence select="c:string('words-of-text') || ': ' || @text || '. ' || c:string('words-supplied') || ': ' || @supplied || '.'"/></p>
      <ul class="downloads"><xsl:apply-templates select="download" mode="i:page"/></ul>
    </details>
  </xsl:template>

  <xsl:template match="sum" as="element()" mode="i:page">
    <xsl:variable name="amounts" as="map(xs:string, item())*"
      select="amount ! map { 'amount': xs:decimal(@amount), 'bound': string(@bound), 'unit': string(@unit) }"/>
    <xsl:variable name="named" as="map(xs:string, item())*" select="named ! map { 'name': string(@name), 'interventions': xs:integer(@interventions) }"/>
    <tr>
      <td><xsl:sequence select="c:sentence-case(@meaning)"/></td>
      <td class="number"><xsl:sequence select="string(@interventions)"/></td>
      <td><xsl:sequence select="c:sum-in-words(map { 'amounts': array { $amounts }, 'unmeasured': xs:integer(@unmeasured), 'things': array { $named } })"/></td>
    </tr>
  </xsl:template>

  <!-- What the edition offers for other programs. -->
  <xsl:template match="exports" as="element()" mode="i:page">
    <section class="exports" aria-labelledby="exports">
      <h2 id="exports"><xsl:sequence select="c:string('exports')"/></h2>
      <ul><xsl:apply-templates select="export" mode="i:page"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="export" as="element()" mode="i:page">
    <li>
      <a href="{@href}" download=""><xsl:sequence select="string(@label)"/></a>
      <xsl:sequence select="' (' || string-join(('zip'[ends-with(current()/@href, '.zip')], @size), ', ') || ')'"/>
      <p class="when"><xsl:sequence select="c:string('for') || ' ' || @for"/></p>
    </li>
  </xsl:template>

  <!-- The year of an entry; empty where it has no date. -->
  <xsl:function name="i:year" as="xs:string">
    <xsl:param name="entry" as="element(entry)"/>
    <xsl:sequence select="if (matches($entry/@when, '^-?\d{4}')) then replace($entry/@when, '^(-?\d{4}).*$', '$1') else ''"/>
  </xsl:function>

  <xsl:function name="i:year-id" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="'year-' || ($year[. ne ''], 'none')[1]"/>
  </xsl:function>

  <xsl:function name="i:year-name" as="xs:string">
    <xsl:param name="year" as="xs:string"/>
    <xsl:sequence select="($year[. ne ''], c:string('undated'))[1]"/>
  </xsl:function>

</xsl:package>
