<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who speaks and who or what is mentioned: the index among the facts, with what each was on the day and where it is named; and a button
  at each name, which opens a box that says who it is. Nothing is said that the header does not state.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <!-- Those who speak, as they are called; a label without a person as printed; those present, absent, mentioned; bodies and places. -->
  <xsl:template name="h:people" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:variable name="profile" as="element()*" select="teiHeader/profileDesc"/>
    <xsl:variable name="speakers" as="element()*" select="text//sp ! c:people(@who)"/>
    <xsl:variable name="persons" as="element()*" select="$profile/particDesc//listPerson/(person | org) except $speakers"/>
    <xsl:sequence select="
      h:entries('fact.speakers', c:speakers(.), $speakers),
      for $part in ('present', 'absent') return h:entries('fact.' || $part, $persons[../@type = $part] ! c:name(.), $persons[../@type = $part]),
      h:entries('fact.mentioned', $persons[not(../@type = ('present', 'absent'))] ! c:name(.), $persons),
      h:entries('fact.organizations', $profile/particDesc/listOrg/org ! c:name(.), $profile/particDesc/listOrg/org),
      h:entries('fact.places', $profile/settingDesc/listPlace/place ! c:name(.), $profile/settingDesc/listPlace/place)"/>
  </xsl:template>

  <!-- A fact with names; beside each what the entries of that name say, and where the text has them. -->
  <xsl:function name="h:entries" as="element()?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:variable name="known" as="xs:string*" select="distinct-values($names[normalize-space()])"/>
    <xsl:if test="exists($known)">
      <div class="{translate($key, '.', '-')}">
        <dt><xsl:sequence select="c:string($key)"/></dt>
        <xsl:for-each select="$known">
          <xsl:variable name="called" as="element()*" select="($entries/.)[c:name(.) = current()]"/>
          <xsl:sequence select="$called ! h:entry(.), h:bare-entry(.)[empty($called)]"/>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- A label without a person. -->
  <xsl:function name="h:bare-entry" as="element(dd)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="label" as="xs:string"/>
    <dd><bdi><xsl:sequence select="$label"/></bdi></dd>
  </xsl:function>

  <!-- An entry of the index, which links lead to. -->
  <xsl:function name="h:entry" as="element(dd)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="entry" as="element()"/>
    <dd>
      <xsl:if test="$entry/@xml:id">
        <xsl:attribute name="id" select="h:index-id($entry)"/>
      </xsl:if>
      <bdi class="called"><xsl:sequence select="c:name($entry)"/></bdi>
      <xsl:for-each select="c:offices($entry)">
        <xsl:text>, </xsl:text>
        <bdi class="office"><xsl:sequence select="."/></bdi>
      </xsl:for-each>
      <xsl:for-each select="c:life($entry)">
        <xsl:text>, </xsl:text>
        <bdi class="office"><xsl:sequence select="."/></bdi>
      </xsl:for-each>
      <xsl:sequence select="h:places-of($entry)"/>
    </dd>
  </xsl:function>

  <!-- The id of an entry in the index. -->
  <xsl:function name="h:index-id" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="'name.' || $entry/@xml:id"/>
  </xsl:function>

  <!-- Links to the turns of an entry and to the paragraphs that name it, by their numbers. -->
  <xsl:function name="h:places-of" as="node()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="h:linked('speaks-in', c:turn-ids($entry)), h:linked('named-in', c:paragraph-ids($entry))"/>
  </xsl:function>

  <!-- Links under a lead word; very many in a block that a reader opens. -->
  <xsl:function name="h:linked" as="node()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="places" as="xs:string*"/>
    <xsl:variable name="links" as="item()*">
      <xsl:for-each select="$places">
        <xsl:text> </xsl:text>
        <a href="#{.}" aria-label="{c:string('permalink')} {c:number(.)}"><xsl:sequence select="replace(c:number(.), '^t', '')"/></a>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($places)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="empty($places)"/>
      <xsl:when test="count($places) le 24">
        <span class="named"><i class="lead"><xsl:sequence select="c:string($key)"/></i><xsl:sequence select="$links"/></span>
      </xsl:when>
      <xsl:otherwise>
        <details class="named"><summary><xsl:sequence select="c:string($key) || ' ' || count($places)"/></summary><xsl:sequence select="$links"/></details>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The entries of the header that an element names, of which there is more to say than it says itself. -->
  <xsl:function name="h:explained-entries" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="pointers" as="attribute()?" select="if ($element/self::speaker) then $element/../@who else $element/@ref"/>
    <xsl:variable name="printed" as="xs:string" select="if ($element/self::speaker) then c:label-name($element) else normalize-space($element)"/>
    <xsl:sequence select="c:people($pointers)[self::person or self::org or self::place][@xml:id]
      [* except *[@type = ('label', 'alias')][local-name() = ('persName', 'orgName')] except (persName | orgName | placeName)[1]
        or lower-case(c:name(.)) ne lower-case($printed)]"/>
  </xsl:function>

  <!-- What a box says of an entry, as one string: equal ones are one box. -->
  <xsl:function name="h:person-key" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="string-join((string($entry/@xml:id), h:doubt($element, $entry) ! string()), '&#x241E;')"/>
  </xsl:function>

  <!-- The doubt of the encoding that a name or a label means whom it points at, with its evidence. -->
  <xsl:function name="h:doubt" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="label" as="element()?" select="$entry/*[@type = 'label'][normalize-space() = $element/self::speaker ! c:label-name(.)][1]"/>
    <xsl:for-each select="c:responsibility(($label, $element)[1])[exists(?doubt)][$label or $element/@ref]">
      <xsl:sequence select="h:sentence(c:string('encoding-certainty'), c:string('cert.' || ?doubt)), h:sentence('', ?evidence)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Equal boxes are one: the number of each, by what it says. -->
  <xsl:function name="h:numbered-people" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="keys" as="xs:string*"
      select="$document/text//(speaker | *[@ref]) ! (for $entry in h:explained-entries(.) return h:person-key(., $entry))"/>
    <xsl:map>
      <xsl:for-each select="distinct-values($keys)">
        <xsl:map-entry key="." select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- The buttons at a name; none within a link, which cannot hold one. -->
  <xsl:template name="h:who" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="people" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:variable name="element" as="element()" select="."/>
    <xsl:for-each select="h:explained-entries(.)[empty($element/ancestor::ref)]">
      <button type="button" class="who" popovertarget="who-{$people(h:person-key($element, .))}" data-generated="person"
        aria-label="{c:string(if (self::person) then 'who-is' else 'what-is')}: {c:name(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The boxes, outside the text. -->
  <xsl:template name="h:people-boxes" as="element()*">
    <xsl:context-item as="element(TEI)" use="required"/>
    <xsl:param name="people" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="boxes" as="element()*">
      <xsl:for-each select="text//(speaker | *[@ref])">
        <xsl:variable name="element" as="element()" select="."/>
        <xsl:for-each select="h:explained-entries(.)">
          <xsl:sequence select="h:person-box($element, ., $people(h:person-key($element, .)))"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <xsl:for-each-group select="$boxes" group-by="string(@id)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Who it is: name, what it was on the day, life, other names, identifiers as given, and where else it is found. -->
  <xsl:function name="h:person-box" as="element(div)" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="number" as="xs:integer"/>
    <div popover="auto" id="who-{$number}" class="why-box" data-generated="person" lang="en" dir="ltr">
      <p class="what" tabindex="-1" autofocus="autofocus"><bdi><xsl:sequence select="c:name($entry)"/></bdi></p>
      <xsl:sequence select="
        h:sentence('', c:offices($entry)),
        h:sentence('', c:life($entry)),
        h:sentence(c:string('also'), h:other-names($entry)),
        h:identifiers($entry),
        h:doubt($element, $entry)"/>
      <p class="onward">
        <a href="#{h:index-id($entry)}"><xsl:sequence select="c:string('index.here')"/></a>
        <xsl:if test="h:is-safe-address($names-href)">
          <xsl:text> </xsl:text>
          <a href="{$names-href}#{h:index-id($entry)}"><xsl:sequence select="c:string('index.all')"/></a>
        </xsl:if>
      </p>
    </div>
  </xsl:function>

  <!-- The names under which an entry is listed besides the first; labels as printed are none. -->
  <xsl:function name="h:other-names" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="xs:string*"
      select="$entry/(persName | orgName | placeName | name)[not(@type = ('label', 'alias'))] ! normalize-space()"/>
    <xsl:sequence select="distinct-values($names)[. ne c:name($entry)]"/>
  </xsl:function>

  <!-- The identifiers of an entry as given; one that is an address leads there. -->
  <xsl:function name="h:identifiers" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/idno[normalize-space()]">
      <xsl:variable name="words" as="xs:string" select="string-join((@type, normalize-space()), ' ')"/>
      <xsl:variable name="address" as="xs:string" select="h:identifier-address(.)"/>
      <p>
        <xsl:if test="h:is-web-address($address)"><a href="{$address}" rel="noopener noreferrer"><xsl:sequence select="$words"/></a></xsl:if>
        <xsl:if test="not(h:is-web-address($address))"><bdi><xsl:sequence select="$words"/></bdi></xsl:if>
      </p>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
