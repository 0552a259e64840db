<?xml version="1.0" encoding="UTF-8"?>
<!--
  Counting words: those of the text, those that were supplied, and those that somebody says of the text.
  A word is what stands between blanks and has a letter or a digit; one in part supplied is a word of the text.
-->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- Whose words they are, the first that a word has a letter of. -->
  <xsl:variable name="c:voices" as="map(xs:string, xs:string)"
    select="map { 'text': 't', 'supplied': 's', 'labels': 'l', 'undecided': 'u', 'remarks': 'r' }"/>

  <!-- How many words of each voice there are in the text nodes. -->
  <xsl:function name="c:tally" as="map(xs:string, xs:integer)">
    <xsl:param name="characters" as="text()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each-group select="$characters" group-adjacent="c:stretch(.)">
        <xsl:sequence select="tokenize(string-join(current-group() ! c:voiced(.)))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map {
      'text': count($words[contains(., 't')]),
      'supplied': count($words[contains(., 's')][not(contains(., 't'))]),
      'labels': count($words[contains(., 'l')][not(matches(., '[ts]'))]),
      'undecided': count($words[contains(., 'u')][not(matches(., '[tsl]'))]),
      'remarks': count($words[matches(., '^[^tslu]*r')]) }"/>
  </xsl:function>

  <!-- The characters with each letter and digit as the sign of its voice, and every other but blanks as a point. -->
  <xsl:function name="c:voiced" as="xs:string">
    <xsl:param name="characters" as="text()"/>
    <xsl:sequence select="replace(replace($characters, '[^\s\p{L}\p{N}]', '.'), '[\p{L}\p{N}]', $c:voices(c:voice($characters)))"/>
  </xsl:function>

  <!-- What parts words: the block they stand in, the readings of a choice, and the border of a remark. -->
  <xsl:function name="c:stretch" as="xs:string">
    <xsl:param name="characters" as="text()"/>
    <xsl:variable name="holder" as="element()?" select="$characters/ancestor::*[parent::choice or not(local-name() = $c:in-line)][1]"/>
    <xsl:sequence select="generate-id($holder) || (c:voice($characters) = 'remarks')"/>
  </xsl:function>

  <!-- The block that characters, or an element, stand in. -->
  <xsl:function name="c:block" as="element()">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor::*[not(local-name() = $c:in-line)][1]"/>
  </xsl:function>

  <!-- Whose the characters are. -->
  <xsl:function name="c:voice" as="xs:string">
    <xsl:param name="characters" as="text()"/>
    <xsl:variable name="round" as="element()*" select="$characters/ancestor::*[ancestor::text]"/>
    <xsl:sequence select="
      if ($round[self::desc or self::figDesc or self::note or self::stamp or self::stage or self::pb or self::seg[@type = 'delivery']
        or self::label[c:is-marked(.)] or self::ref[@type = 'noteref']]) then 'remarks'
      else if ($round/self::speaker) then 'labels'
      else if ($round/self::seg[@type = 'bracketed']) then 'undecided'
      else if ($round[self::supplied or self::ex or self::corr or self::reg or self::expan[parent::choice]]) then 'supplied'
      else 'text'"/>
  </xsl:function>

  <!-- The words of the whole text of a document, by voice. -->
  <xsl:function name="c:word-sums" as="map(xs:string, xs:integer)">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="c:tally($document/text//text())"/>
  </xsl:function>

  <!-- Who speaks, in the order of the first turn: names, ids, label as printed, turns, words of the text and supplied. -->
  <xsl:function name="c:speaker-sums" as="map(xs:string, item()*)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:for-each-group select="$document/text//sp" group-by="(@who, c:label-name(speaker[1]))[1] ! string()">
      <xsl:variable name="words" as="map(xs:string, xs:integer)" select="c:tally(current-group()//text())"/>
      <xsl:sequence select="map {
        'who': string(@who),
        'speaker': string-join(c:speaker-names(.), ', '),
        'labels': distinct-values(current-group() ! normalize-space(speaker[1])),
        'turns': count(current-group()[not(@prev)]),
        'text': $words?text, 'supplied': $words?supplied, 'undecided': $words?undecided, 'remarks': $words?remarks }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The interventions counted by what they are: their number, their words, and the sum of each unit that is stated. -->
  <xsl:function name="c:intervention-sums" as="map(xs:string, item()*)*">
    <xsl:param name="interventions" as="map(xs:string, item()*)*"/>
    <xsl:for-each-group select="$interventions" group-by="?class">
      <xsl:sort select="index-of($c:acts, .?act)"/>
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:sort select="?class"/>
      <xsl:sequence select="map {
        'order': index-of($c:acts, ?act), 'act': ?act, 'class': ?class, 'meaning': ?meaning, 'interventions': count(current-group()), 'words': sum(current-group()?count),
        'unmeasured': count(current-group()[empty(?amount)]), 'amounts': array { c:amount-sums(current-group()) },
        'things': array { c:counted(current-group()?things) }, 'codes': array { c:counted(current-group()?codes) } }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- How often each name is there. -->
  <xsl:function name="c:counted" as="map(xs:string, item())*">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:for-each-group select="$names" group-by=".">
      <xsl:sort select="."/>
      <xsl:sequence select="map { 'name': ., 'interventions': count(current-group()) }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The sum of each unit, what is exact, the most and the least apart. -->
  <xsl:function name="c:amount-sums" as="map(xs:string, item()*)*">
    <xsl:param name="interventions" as="map(xs:string, item()*)*"/>
    <xsl:for-each-group select="$interventions[exists(?amount)]" group-by="?unit, ?bound" composite="yes">
      <xsl:sort select="?unit"/>
      <xsl:sort select="index-of(('exactly', 'at most', 'at least'), ?bound)"/>
      <xsl:sequence select="map { 'unit': ?unit, 'bound': ?bound, 'amount': sum(current-group()?amount), 'interventions': count(current-group()) }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The sum of a class in words: "4.5 lines, at most 1 line, 3 without a size"; and how often each kind of thing and each code; nothing where none is stated. -->
  <xsl:function name="c:sum-in-words" as="xs:string">
    <xsl:param name="sum" as="map(xs:string, item()*)"/>
    <xsl:variable name="amounts" as="xs:string*" select="$sum?amounts?* ! c:amount-in-words(?amount, ?bound, ?unit)"/>
    <xsl:variable name="named" as="xs:string*" select="($sum?things, $sum?codes) ! ?* ! (?name || ' (' || ?interventions || ')')"/>
    <xsl:sequence select="string-join((
      $amounts, $sum?unmeasured[. gt 0][exists($amounts)] ! (. || ' ' || c:string('unmeasured')), $named), ', ')"/>
  </xsl:function>

  <!-- An amount in words: "2 lines", "at most 1.5 lines". -->
  <xsl:function name="c:amount-in-words" as="xs:string">
    <xsl:param name="amount" as="xs:decimal"/>
    <xsl:param name="bound" as="xs:string"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="string-join(($bound[. ne 'exactly'], $amount, $unit[. ne ''] ! (. || 's'[$amount ne 1])), ' ')"/>
  </xsl:function>

  <!-- What was done, in the order in which sums name it. -->
  <xsl:variable name="c:acts" as="xs:string+" select="tokenize('withheld omitted unread lost garbled supplied conjectured corrected explained noted described
    happened kept undecided')"/>

</xsl:stylesheet>
