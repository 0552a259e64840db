<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is who: what a pointer such as @who, @resp or @ref names, in words. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- The persons, bodies or names of the header that the pointers of @who, @resp or @ref name, in their order. -->
  <xsl:function name="c:people" as="element()*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointers) ! c:target(., $pointers)"/>
  </xsl:function>

  <!-- The name of a person, a body, a place or a responsible one, in one line. -->
  <xsl:function name="c:name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="element()?"
      select="($element/(persName | orgName | placeName | name), $element[self::respStmt]/*[not(self::resp)])[1]"/>
    <xsl:sequence select="normalize-space(($name, $element)[1])"/>
  </xsl:function>

  <!-- The names that the pointers of an attribute lead to; a pointer that leads nowhere says itself. -->
  <xsl:function name="c:names" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="tokenize($pointers)
      ! (c:target(., $pointers) ! c:name(.), replace(., '^#', ''))[1]"/>
  </xsl:function>

  <xsl:key name="c:named" match="text//persName[@ref] | text//placeName[@ref] | text//orgName[@ref] | text//name[@ref] | text//rs[@ref]"
    use="tokenize(@ref)"/>
  <xsl:key name="c:spoken" match="text//sp[@who]" use="tokenize(@who)"/>

  <!-- The names in the text that mean an entry of the header; a list of who took part names nobody. -->
  <xsl:function name="c:naming" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('c:named', '#' || $entry/@xml:id, root($entry))[empty(ancestor::list[@type = ('participants', 'absent')])]"/>
  </xsl:function>

  <!-- The turns that somebody speaks; one that was cut is one. -->
  <xsl:function name="c:speaking" as="element(sp)*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="key('c:spoken', '#' || $entry/@xml:id, root($entry))[not(@prev)]"/>
  </xsl:function>

  <!-- What somebody was on the day of the document, where the list dates it. -->
  <xsl:function name="c:offices" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="day" as="xs:string?" select="c:date-when($entry/ancestor::TEI[1])"/>
    <xsl:sequence select="distinct-values($entry/(occupation | affiliation)[c:held(., $day)] ! normalize-space())[. ne '']"/>
  </xsl:function>

  <!-- Whether a dated office was held on a day: begun before or on it, not ended before it. -->
  <xsl:function name="c:held" as="xs:boolean">
    <xsl:param name="office" as="element()"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:variable name="first" as="xs:string?" select="$office/(@when, @from, @notBefore)[1]"/>
    <xsl:variable name="last" as="xs:string?" select="$office/(@when, @to, @notAfter)[1]"/>
    <xsl:sequence select="exists($day) and exists(($first, $last))
      and not(c:is-later($first, $day)) and not(c:is-later($day, $last))"/>
  </xsl:function>

  <!-- Whether a date is certainly later than another; one that is not known is not. -->
  <xsl:function name="c:is-later" as="xs:boolean">
    <xsl:param name="one" as="xs:string?"/>
    <xsl:param name="two" as="xs:string?"/>
    <xsl:variable name="length" as="xs:integer" select="min((string-length($one), string-length($two)))"/>
    <xsl:sequence select="$length gt 0 and substring($one, 1, $length) gt substring($two, 1, $length)"/>
  </xsl:function>

  <!-- The turns and the paragraphs where an entry is found, by their ids. -->
  <xsl:function name="c:turn-ids" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="c:speaking($entry)/@xml:id ! string()"/>
  </xsl:function>

  <xsl:function name="c:paragraph-ids" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="distinct-values(c:naming($entry) ! (ancestor::*[not(local-name() = $c:in-line)][ancestor::text]/@xml:id)[last()])"/>
  </xsl:function>

  <!-- The name as an index has it: the surname first, where the list tells it from the others. -->
  <xsl:function name="c:listed-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="element()?" select="$entry/persName[1][surname][forename]"/>
    <xsl:variable name="given" as="xs:string*" select="$name/(forename, addName[@type = 'patronymic'], nameLink) ! normalize-space()"/>
    <xsl:sequence select="if ($name) then string-join($name/surname ! normalize-space(), ' ') || ', ' || string-join($given, ' ') else c:name($entry)"/>
  </xsl:function>

  <!-- What an entry states besides its names: its life, and its offices with their times. -->
  <xsl:function name="c:about" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="c:life($entry), $entry/(occupation | affiliation)[normalize-space()] ! string-join((normalize-space(), c:dated(.) ! ('(' || . || ')')), ' ')"/>
  </xsl:function>

  <!-- When and where somebody was born and died, as far as the entry states it: "born 1 May 1920, Kesten". -->
  <xsl:function name="c:life" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:for-each select="$entry/(birth, death)">
      <xsl:variable name="said" as="xs:string" select="string-join((c:dated(.), normalize-space()[. ne '']), ', ')"/>
      <xsl:sequence select="$said[. ne ''] ! (c:string(local-name(current())) || ' ' || .)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The date that an element states by its attributes, in words; nothing where it states none. -->
  <xsl:function name="c:dated" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="bounds" as="xs:string*" select="
      $element/@notBefore ! (c:string('not-before') || ' ' || c:day-in-words(.)), $element/@from ! (c:string('from') || ' ' || c:day-in-words(.)),
      $element/@notAfter ! (c:string('not-after') || ' ' || c:day-in-words(.)), $element/@to ! (c:string('to') || ' ' || c:day-in-words(.))"/>
    <xsl:sequence select="($element/@when ! c:day-in-words(.), string-join($bounds, ' ')[. ne ''])[1]"/>
  </xsl:function>

  <!-- A day, a month or a year in words; any other date as it is. -->
  <xsl:function name="c:day-in-words" as="xs:string">
    <xsl:param name="date" as="xs:string"/>
    <xsl:sequence select="
      if ($date castable as xs:date) then format-date(xs:date($date), '[D] [MNn] [Y]', 'en', (), ())
      else if ($date castable as xs:gYearMonth) then format-date(xs:date($date || '-01'), '[MNn] [Y]', 'en', (), ())
      else $date"/>
  </xsl:function>

  <!-- Who speaks a turn: the names of its persons, or its label as printed where none is named. -->
  <xsl:function name="c:speaker-names" as="xs:string*">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if ($turn/@who) then c:names($turn/@who) else c:label-name($turn/speaker[1])[. ne '']"/>
  </xsl:function>

  <!-- Who speaks in the document, in the order of their first turn: the persons, or a label without one as printed. -->
  <xsl:function name="c:speakers" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="distinct-values($document/text//sp ! c:speaker-names(.))"/>
  </xsl:function>

  <!-- A printed label without the stop or colon that ends it. -->
  <xsl:function name="c:label-name" as="xs:string">
    <xsl:param name="speaker" as="element(speaker)?"/>
    <xsl:sequence select="replace(normalize-space($speaker), '\s*[:.：]+$', '')"/>
  </xsl:function>

</xsl:stylesheet>
