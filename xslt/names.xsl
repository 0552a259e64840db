<?xml version="1.0" encoding="UTF-8"?>
<!--
  The index of an edition as a page. The input is not TEI but what tei_edition/outputs/_names.py writes:

    <names xmlns="https://tei-edition.org/ns/names" title="…" up="./index.html" up-title="…">
      <part sort="persons">
        <entry id="marlow" listed="Marlow, Edith" about="born 2 May 1931">
          <document href="./1982.html#name.marlow" title="…" date="…"><turn href="./1982.html#t1" id="t1"/><place href="…" id="…"/></document>
        </entry>
      </part>
    </names>
-->
<xsl:package name="https://tei-edition.org/ns/names" package-version="1.0" version="3.0" default-mode="n:page"
  xpath-default-namespace="https://tei-edition.org/ns/names"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:n="https://tei-edition.org/ns/names"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <!-- The style sheet of the page, and the policy that forbids every script. -->
  <xsl:param name="css" as="xs:string" select="''"/>
  <xsl:param name="policy" as="xs:string" select="''"/>

  <xsl:mode name="n:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:output method="html" html-version="5.0" indent="no" encoding="UTF-8" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:template match="document-node()" as="element()" mode="n:page">
    <xsl:apply-templates select="names" mode="n:page"/>
  </xsl:template>

  <xsl:template match="names" as="element()" mode="n:page">
    <html lang="en">
      <head>
        <meta charset="UTF-8"/>
        <xsl:if test="$policy">
          <meta http-equiv="Content-Security-Policy" content="{$policy}"/>
        </xsl:if>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:sequence select="c:string('index') || ' · ' || @title"/></title>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$css">
          <style><xsl:sequence select="$css"/></style>
        </xsl:if>
      </head>
      <body>
        <nav class="ways" aria-label="{c:string('ways')}">
          <a class="up" href="{@up}"><bdi><xsl:sequence select="string(@up-title)"/></bdi></a>
        </nav>
        <main class="list names">
          <h1><xsl:sequence select="c:string('index.title')"/></h1>
          <p class="words"><xsl:sequence select="c:string('index.about')"/></p>
          <xsl:call-template name="n:parts"/>
          <xsl:apply-templates select="part" mode="n:page"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The parts as a way about, where there are several. -->
  <xsl:template name="n:parts" as="element()?">
    <xsl:context-item as="element(names)" use="required"/>
    <xsl:if test="count(part) gt 1">
      <nav aria-label="{c:string('index')}">
        <ul class="years">
          <xsl:for-each select="part">
            <li><a href="#{@sort}"><xsl:sequence select="c:string('index.' || @sort)"/></a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="part" as="element()+" mode="n:page">
    <h2 id="{@sort}"><xsl:sequence select="c:string('index.' || @sort)"/></h2>
    <dl><xsl:apply-templates select="entry" mode="n:page"/></dl>
  </xsl:template>

  <xsl:template match="entry" as="element()" mode="n:page">
    <div id="name.{@id}">
      <dt>
        <bdi class="called"><xsl:sequence select="string(@listed)"/></bdi>
        <xsl:if test="@about ne ''">
          <br/>
          <bdi><xsl:sequence select="string(@about)"/></bdi>
        </xsl:if>
      </dt>
      <xsl:apply-templates select="document" mode="n:page"/>
    </div>
  </xsl:template>

  <xsl:template match="document" as="element()" mode="n:page">
    <dd>
      <a href="{@href}" dir="auto"><xsl:sequence select="string(@title)"/></a>
      <xsl:if test="@date ne '' and not(contains(@title, @date))">
        <xsl:text>, </xsl:text>
        <bdi><xsl:sequence select="string(@date)"/></bdi>
      </xsl:if>
      <xsl:sequence select="n:linked('speaks-in', turn), n:linked('named-in', place)"/>
    </dd>
  </xsl:template>

  <!-- Links under a lead word; of very many their number. -->
  <xsl:function name="n:linked" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="places" as="element()*"/>
    <xsl:if test="exists($places)">
      <span class="named">
        <xsl:sequence select="c:string($key)"/>
        <xsl:for-each select="$places[count($places) le 24]">
          <xsl:text> </xsl:text>
          <a href="{@href}" aria-label="{c:string('permalink')} {c:number(@id)}"><xsl:sequence select="replace(c:number(@id), '^t', '')"/></a>
        </xsl:for-each>
        <xsl:sequence select="(' ' || count($places))[count($places) gt 24]"/>
      </span>
    </xsl:if>
  </xsl:function>

</xsl:package>
