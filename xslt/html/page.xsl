<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of the page: where to, title, text, explanations, facts. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()" as="element()" mode="h:page">
    <xsl:apply-templates select="TEI" mode="h:page"/>
  </xsl:template>

  <xsl:template match="TEI" as="element()" mode="h:page">
    <xsl:variable name="explained" as="element()*" select="text//*[c:is-intervention(.)]"/>
    <xsl:variable name="numbers" as="map(xs:string, xs:integer)" select="h:numbered-explanations($explained)"/>
    <xsl:variable name="people" as="map(xs:string, xs:integer)" select="h:numbered-people(.)"/>
    <xsl:variable name="language" as="xs:string" select="c:language(text)"/>
    <html lang="{if ($language = 'und') then 'en' else $language}">
      <xsl:if test="c:direction($language) = 'rtl'">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
      <xsl:call-template name="h:head"/>
      <body>
        <a class="skip" href="#text" data-generated="navigation" lang="en" dir="ltr"><xsl:sequence select="c:string('skip')"/></a>
        <xsl:call-template name="h:ways"/>
        <main>
          <xsl:call-template name="h:title-block"/>
          <xsl:call-template name="h:contents"/>
          <article class="transcript" id="text" dir="{c:direction($language)}" lang="{$language[. ne 'und']}">
            <xsl:apply-templates select="text" mode="h:text">
              <xsl:with-param name="numbers" tunnel="yes" select="$numbers"/>
              <xsl:with-param name="people" tunnel="yes" select="$people"/>
            </xsl:apply-templates>
          </article>
          <xsl:call-template name="h:explanations">
            <xsl:with-param name="explained" select="$explained"/>
          </xsl:call-template>
          <xsl:call-template name="h:people-boxes">
            <xsl:with-param name="people" select="$people"/>
          </xsl:call-template>
          <xsl:call-template name="h:facts"/>
        </main>
        <xsl:if test="$script">
          <script><xsl:sequence select="$script"/></script>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- The ways to other pages: the list of documents, the one before, the one after. -->
  <xsl:template name="h:ways" as="element()?">
    <xsl:where-populated>
      <nav class="ways" data-generated="navigation" aria-label="{c:string('ways')}">
        <xsl:sequence select="
          h:way('up', $up-href, ($up-title[. ne ''], c:string('all-documents'))[1], ''),
          h:way('prev', $previous-href, $previous-title, c:string('previous')),
          h:way('next', $next-href, $next-title, c:string('next'))"/>
      </nav>
    </xsl:where-populated>
  </xsl:template>

  <!-- A link to another page of the edition; nothing where there is no address. -->
  <xsl:function name="h:way" as="element()?">
    <xsl:param name="relation" as="xs:string"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="h:is-safe-address($href)">
      <a class="{$relation}" href="{$href}">
        <xsl:if test="$relation = ('prev', 'next')">
          <xsl:attribute name="rel" select="$relation"/>
        </xsl:if>
        <xsl:if test="$label">
          <bdi class="label" lang="en" dir="ltr"><xsl:sequence select="$label"/></bdi>
          <xsl:text> </xsl:text>
        </xsl:if>
        <bdi class="name" dir="auto">
          <xsl:if test="$title = c:string('all-documents')">
            <xsl:attribute name="lang" select="'en'"/>
          </xsl:if>
          <xsl:sequence select="$title"/>
        </bdi>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- The title; it is left to the transcript's own heading where the two are the same words. -->
  <xsl:template name="h:title-block" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:if test="not(h:titling-head(.))">
      <header class="title">
        <h1 data-generated="title" dir="auto"><xsl:sequence select="c:title(.)"/></h1>
        <xsl:call-template name="h:front"/>
      </header>
    </xsl:if>
  </xsl:template>

  <!-- What stands under the title: date, place, speakers, topics, and how to show the text. -->
  <xsl:template name="h:front" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:for-each select="ancestor-or-self::TEI">
      <div class="front" data-generated="furniture" lang="en">
        <xsl:call-template name="h:summary"/>
        <xsl:call-template name="h:contents-folded"/>
        <xsl:call-template name="h:views"/>
        <xsl:call-template name="h:legend"/>
      </div>
    </xsl:for-each>
  </xsl:template>

  <!-- Three ways to show the text; the style sheet follows the choice. -->
  <xsl:template name="h:views" as="element()">
    <fieldset class="views">
      <legend><xsl:sequence select="c:string('views')"/></legend>
      <xsl:for-each select="'published', 'clean', 'interventions'">
        <label>
          <input type="radio" name="view" value="{.}" id="view-{.}">
            <xsl:if test=". = $view">
              <xsl:attribute name="checked" select="'checked'"/>
            </xsl:if>
          </input>
          <span><xsl:sequence select="c:string('view.' || .)"/></span>
        </label>
      </xsl:for-each>
    </fieldset>
  </xsl:template>

  <!-- Date, place and speakers, in a line. -->
  <xsl:template name="h:summary" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="speakers" as="xs:string*" select="c:speakers(.)"/>
    <xsl:where-populated>
      <p class="summary">
        <xsl:for-each select="h:date-in-words(.)[not(contains(h:bare-words(current()/teiHeader/fileDesc/titleStmt/title[1]), h:bare(.)))], c:place(.)">
          <span><bdi><xsl:sequence select="."/></bdi></span>
        </xsl:for-each>
        <xsl:if test="exists($speakers)">
          <span>
            <xsl:sequence select="c:string('speakers-are') || ' '"/>
            <bdi><xsl:sequence select="string-join($speakers[position() le 6], if (contains(string-join($speakers), ',')) then '; ' else ', ')"/></bdi>
            <xsl:if test="count($speakers) gt 6">
              <xsl:sequence select="' ' || c:string('and-others') || ' (' || count($speakers) || ')'"/>
            </xsl:if>
          </span>
        </xsl:if>
      </p>
    </xsl:where-populated>
  </xsl:template>

  <!-- The transcript's first heading, where it says the same words as the title of the header. -->
  <xsl:function name="h:titling-head" as="element(head)?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="head" as="element(head)?" select="($document/text/body/(head, div[1]/head))[1]"/>
    <xsl:sequence select="$head[h:bare-words(.) = h:bare-words($document/teiHeader/fileDesc/titleStmt/title[1])]"/>
  </xsl:function>

  <!-- The letters and numbers of an element, for comparing. -->
  <xsl:function name="h:bare-words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:sequence select="h:bare(string($element))"/>
  </xsl:function>

  <xsl:function name="h:bare" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="lower-case(replace($words, '[^\p{L}\p{N}]', ''))"/>
  </xsl:function>

  <!-- The date as the header words it, else as a number written out. -->
  <xsl:function name="h:date-in-words" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="when" as="xs:string?" select="c:date-when($document)"/>
    <xsl:sequence select="(
      c:date($document) ! normalize-space()[. ne ''],
      $when[. castable as xs:date] ! format-date(xs:date(.), '[D] [MNn] [Y]', 'en', (), ()),
      $when)[1]"/>
  </xsl:function>

</xsl:stylesheet>
