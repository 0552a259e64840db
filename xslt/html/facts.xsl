<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of the document, in one calm block after the text. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template name="h:facts" as="element()">
    <xsl:context-item as="element(TEI)" use="required"/>
    <section class="facts" id="about" data-generated="facts" lang="en" dir="ltr" aria-labelledby="about-heading">
      <h2 id="about-heading"><xsl:sequence select="c:string('about')"/></h2>
      <dl>
        <xsl:call-template name="h:fact-list"/>
      </dl>
      <xsl:call-template name="h:encoding"/>
      <xsl:call-template name="h:interventions"/>
      <xsl:call-template name="h:downloads"/>
      <xsl:call-template name="h:citation"/>
    </section>
  </xsl:template>

  <xsl:template name="h:fact-list" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="publication" as="element()?" select="teiHeader/fileDesc/publicationStmt"/>
    <xsl:variable name="translation" as="element()?" select="teiHeader/fileDesc/sourceDesc/bibl[@type = 'translation'][1]"/>
    <xsl:sequence select="
      h:fact('fact.date', h:date-in-words(.)),
      h:fact('fact.place', c:place(.)),
      h:fact('fact.abstract', teiHeader/profileDesc/abstract//p ! normalize-space()),
      h:fact('fact.keywords', string-join(teiHeader/profileDesc/textClass/keywords//term[not(@type = 'topic')] ! normalize-space(), ', ')[. ne '']),
      h:fact('fact.repository', c:repository(.))"/>
    <xsl:call-template name="h:people"/>
    <xsl:sequence select="
      h:fact('fact.translator', ($translation/editor[@role = 'translator'] ! normalize-space(),
        c:responsible(., 'translator')[empty($translation/editor)])),
      h:fact('fact.sponsor', $translation/sponsor ! normalize-space()),
      h:fact('fact.editor', c:responsible(., 'editor')),
      h:fact('fact.edition', c:edition(.)),
      h:fact('fact.publisher', string-join((h:publisher(.), $publication/pubPlace ! normalize-space()), ', ')[. ne '']),
      h:fact('fact.published', h:published(.)),
      h:fact('fact.unpublished', $publication/p ! normalize-space())"/>
    <xsl:for-each select="$publication//idno[normalize-space()]">
      <xsl:sequence select="h:linked-fact('fact.identifier', h:identifier-address(.), string-join((@type, normalize-space()), ' '))"/>
    </xsl:for-each>
    <xsl:for-each select="$publication/availability/(licence | p)[normalize-space()]">
      <xsl:sequence select="h:linked-fact('fact.licence', string(@target), normalize-space())"/>
    </xsl:for-each>
    <xsl:sequence select="h:fact('fact.digest', c:transcript-digest(.)), h:fact('fact.proof', $proof)"/>
  </xsl:template>

  <!-- A fact with its values; nothing where there is none. -->
  <xsl:function name="h:fact" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values($values[normalize-space()])"/>
    <xsl:if test="exists($known)">
      <div class="{translate($key, '.', '-')}">
        <dt><xsl:sequence select="c:string($key)"/></dt>
        <xsl:for-each select="$known">
          <dd><bdi><xsl:sequence select="."/></bdi></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- A fact that leads to the web where its address is one. -->
  <xsl:function name="h:linked-fact" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="words" as="xs:string"/>
    <div>
      <dt><xsl:sequence select="c:string($key)"/></dt>
      <dd>
        <xsl:choose>
          <xsl:when test="h:is-web-address($address)"><a href="{$address}" rel="noopener noreferrer"><xsl:sequence select="$words"/></a></xsl:when>
          <xsl:otherwise><bdi><xsl:sequence select="$words"/></bdi></xsl:otherwise>
        </xsl:choose>
      </dd>
    </div>
  </xsl:function>

  <!-- Where an identifier leads: a DOI to its resolver, an address to itself. -->
  <xsl:function name="h:identifier-address" as="xs:string">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="if (upper-case($identifier/@type) = 'DOI' and matches($value, '^10\.[^\s]+/')) then 'https://doi.org/' || encode-for-uri($value) => replace('%2F', '/') else $value"/>
  </xsl:function>

  <!-- How the text was encoded, as the header declares it. -->
  <xsl:template name="h:encoding" as="element()?">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="paragraphs" as="element()*" select="teiHeader/encodingDesc/(editorialDecl//p | projectDesc//p)[normalize-space()]"/>
    <xsl:if test="exists($paragraphs)">
      <details class="encoding">
        <summary><xsl:sequence select="c:string('encoding')"/></summary>
        <xsl:for-each select="$paragraphs">
          <p><xsl:sequence select="normalize-space()"/></p>
        </xsl:for-each>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template name="h:downloads" as="element()*">
    <xsl:if test="exists($download-hrefs)">
      <h3><xsl:sequence select="c:string('downloads')"/></h3>
      <ul class="downloads">
        <xsl:for-each select="$download-hrefs">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:if test="h:is-safe-address(.)">
            <li>
              <a href="{.}"><xsl:sequence select="$download-labels[$place]"/></a>
              <xsl:sequence select="$download-sizes[$place][. ne ''] ! (' ' || .)"/>
            </li>
          </xsl:if>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- How to cite the document, and a paragraph of it. -->
  <xsl:template name="h:citation" as="element()+">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="editors" as="xs:string*" select="c:responsible(., 'editor')"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join((
      string-join((teiHeader/fileDesc/publicationStmt/pubPlace ! normalize-space(), h:publisher(.)), ': ')[. ne ''],
      h:published(.) ! substring(., 1, 4)), ', ')"/>
    <xsl:variable name="first" as="attribute()?" select="(text//p[@xml:id][h:is-block(.)])[1]/@xml:id"/>
    <h3><xsl:sequence select="c:string('cite')"/></h3>
    <p class="citation">
      <xsl:sequence select="string-join((
        string-join(('“' || c:title(.) || '”', c:edition(.)), ', in: '),
        $editors[1] ! (', ' || c:string('edited-by') || ' ' || string-join($editors, ', ')),
        $imprint[. ne ''] ! (' (' || . || ')'),
        '.',
        teiHeader/fileDesc/publicationStmt//idno[upper-case(@type) = 'DOI'][1] ! (' ' || h:identifier-address(.))))"/>
    </p>
    <xsl:if test="$first">
      <p class="hint">
        <xsl:sequence select="c:string('cite-paragraph') || ' '"/>
        <a href="#{$first}">#<xsl:sequence select="string($first)"/></a>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
