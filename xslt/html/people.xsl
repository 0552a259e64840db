<?xml version="1.0" encoding="UTF-8"?>
<!-- Who speaks and who or what is mentioned, among the facts: what they were on the day, and in which paragraphs they are named. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:key name="h:named" match="text//persName[@ref] | text//placeName[@ref] | text//orgName[@ref] | text//name[@ref] | text//rs[@ref]"
    use="tokenize(@ref)"/>

  <!-- Those who speak, as they are called, with their offices; a label without a person as printed. -->
  <xsl:template name="h:people" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="profile" as="element()?" select="teiHeader/profileDesc"/>
    <xsl:variable name="speakers" as="element()*" select="text//sp ! c:people(@who)"/>
    <xsl:variable name="persons" as="element()*" select="$profile/particDesc//listPerson/(person | org) except $speakers"/>
    <xsl:sequence select="
      h:entries('fact.speakers', c:speakers(.), $speakers, .),
      for $part in ('present', 'absent') return h:entries('fact.' || $part, $persons[../@type = $part] ! c:name(.), $persons[../@type = $part], .),
      h:entries('fact.mentioned', $persons[not(../@type = ('present', 'absent'))] ! c:name(.), $persons, .),
      h:entries('fact.organizations', $profile/particDesc/listOrg/org ! c:name(.), $profile/particDesc/listOrg/org, .),
      h:entries('fact.places', $profile/settingDesc/listPlace/place ! c:name(.), $profile/settingDesc/listPlace/place, .)"/>
  </xsl:template>

  <!-- A fact with names; beside each what the entry of that name says, and where the text has it. -->
  <xsl:function name="h:entries" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values($names[normalize-space()])"/>
    <xsl:if test="exists($known)">
      <div class="{translate($key, '.', '-')}">
        <dt><xsl:sequence select="c:string($key)"/></dt>
        <xsl:for-each select="$known">
          <xsl:variable name="entry" as="element()?" select="$entries[c:name(.) = current()][1]"/>
          <dd>
            <bdi><xsl:sequence select="."/></bdi>
            <xsl:sequence select="$entry ! (h:offices(., $document), h:places-of(., $document))"/>
          </dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- What somebody was on the day of the document, where the list dates it. -->
  <xsl:function name="h:offices" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="day" as="xs:string?" select="c:date-when($document)"/>
    <xsl:for-each select="$entry/(occupation | affiliation)[h:held(., $day)]">
      <xsl:text>, </xsl:text>
      <bdi class="office"><xsl:sequence select="normalize-space()"/></bdi>
    </xsl:for-each>
  </xsl:function>

  <!-- Whether a dated office was held on a day: begun before or on it, not ended before it. -->
  <xsl:function name="h:held" as="xs:boolean">
    <xsl:param name="office" as="element()"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:variable name="first" as="xs:string?" select="$office/(@when, @from, @notBefore)[1]"/>
    <xsl:variable name="last" as="xs:string?" select="$office/(@when, @to, @notAfter)[1]"/>
    <xsl:sequence select="exists($day) and exists(($first, $last))
      and not(h:is-later($first, $day)) and not(h:is-later($day, $last))"/>
  </xsl:function>

  <!-- Whether a date is certainly later than another; one that is not known is not. -->
  <xsl:function name="h:is-later" as="xs:boolean">
    <xsl:param name="one" as="xs:string?"/>
    <xsl:param name="two" as="xs:string?"/>
    <xsl:variable name="length" as="xs:integer" select="min((string-length($one), string-length($two)))"/>
    <xsl:sequence select="$length gt 0 and substring($one, 1, $length) gt substring($two, 1, $length)"/>
  </xsl:function>

  <!-- Links to the paragraphs that name an entry, by their numbers; a list of who took part is none. -->
  <xsl:function name="h:places-of" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="names" as="element()*"
      select="key('h:named', '#' || $entry/@xml:id, root($document))[empty(ancestor::list[@type = ('participants', 'absent')])]"/>
    <xsl:variable name="blocks" as="xs:string*" select="distinct-values($names ! ancestor::*[@xml:id][h:is-block(.)][1]/@xml:id)"/>
    <xsl:if test="exists($blocks)">
      <span class="named">
        <xsl:for-each select="$blocks">
          <xsl:text> </xsl:text>
          <a href="#{.}" aria-label="{c:string('permalink')} {h:number(.)}"><xsl:sequence select="h:number(.)"/></a>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
