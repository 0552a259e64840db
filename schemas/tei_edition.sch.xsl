<?xml version="1.0" encoding="UTF-8"?>
<!-- generated from tei_edition.odd sha256 73bdebbe7a9539f1e8b7ee29ebd14f5f96315949e779b25f77911776be57bbb2 -->
<xsl:package xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:own="https://tei-edition.org/ns/schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema" name="https://tei-edition.org/ns/schematron/tei_edition.sch" package-version="1.0" version="3.0" declared-modes="yes" exclude-result-prefixes="#all">
 <xsl:output method="xml" encoding="UTF-8" indent="no"/>
 <xsl:mode on-no-match="fail"/>
 <xsl:key name="mark" match="tei:ref[@type = 'noteref']" use="tokenize(@target)"/>
 <xsl:template match="/" as="element(svrl:schematron-output)">
  <svrl:schematron-output title="Rules of tei_edition">
   <svrl:ns-prefix-in-attribute-values prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>
   <svrl:active-pattern id="pointer"/>
   <xsl:apply-templates select="//@who | //@toWhom | //@resp | //@ref | //@target | //@corresp | //@next | //@prev | //@source | //@facs | //@where" mode="pointer"/>
   <svrl:active-pattern id="category"/>
   <xsl:apply-templates select="//@ana" mode="category"/>
   <svrl:active-pattern id="speaker-is-person"/>
   <xsl:apply-templates select="//@who | //@toWhom" mode="speaker-is-person"/>
   <svrl:active-pattern id="name-means"/>
   <xsl:apply-templates select="//@ref" mode="name-means"/>
   <svrl:active-pattern id="person-named"/>
   <xsl:apply-templates select="//tei:person" mode="person-named"/>
   <svrl:active-pattern id="bracket-in-text"/>
   <xsl:apply-templates select="//text()" mode="bracket-in-text"/>
   <svrl:active-pattern id="source-note-in-speech"/>
   <xsl:apply-templates select="//tei:note" mode="source-note-in-speech"/>
   <svrl:active-pattern id="speech-empty"/>
   <xsl:apply-templates select="//tei:sp" mode="speech-empty"/>
   <svrl:active-pattern id="editorial-empty"/>
   <xsl:apply-templates select="//tei:supplied | //tei:unclear | //tei:sic | //tei:corr | //tei:surplus | //tei:ex | //tei:expan | //tei:add | //tei:label" mode="editorial-empty"/>
   <svrl:active-pattern id="gap-reason"/>
   <xsl:apply-templates select="//tei:gap" mode="gap-reason"/>
   <svrl:active-pattern id="correction-differs"/>
   <xsl:apply-templates select="//tei:corr | //tei:reg" mode="correction-differs"/>
   <svrl:active-pattern id="date-form"/>
   <xsl:apply-templates select="//*" mode="date-form"/>
   <svrl:active-pattern id="date-order"/>
   <xsl:apply-templates select="//*" mode="date-order"/>
   <svrl:active-pattern id="date-of-session"/>
   <xsl:apply-templates select="//tei:date" mode="date-of-session"/>
   <svrl:active-pattern id="chain"/>
   <xsl:apply-templates select="//@next | //@prev" mode="chain"/>
   <svrl:active-pattern id="note-mark"/>
   <xsl:apply-templates select="//tei:ref" mode="note-mark"/>
   <svrl:active-pattern id="note-called"/>
   <xsl:apply-templates select="//tei:note" mode="note-called"/>
   <svrl:active-pattern id="mark-form"/>
   <xsl:apply-templates select="//tei:rendition" mode="mark-form"/>
   <svrl:active-pattern id="space-kept"/>
   <xsl:apply-templates select="//tei:text" mode="space-kept"/>
   <svrl:active-pattern id="language-stated"/>
   <xsl:apply-templates select="//tei:TEI" mode="language-stated"/>
   <svrl:active-pattern id="turn-citable"/>
   <xsl:apply-templates select="//tei:sp | //tei:div" mode="turn-citable"/>
  </svrl:schematron-output>
 </xsl:template>
 <xsl:mode name="pointer" on-no-match="deep-skip"/>
 <xsl:template match="@who | @toWhom | @resp | @ref | @target | @corresp | @next | @prev | @source | @facs | @where" mode="pointer" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="lost" select="tokenize(.)[starts-with(., '#')][empty(id(substring(., 2), $document))]" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($lost))">
    <svrl:failed-assert location="{path()}" test="empty($lost)" id="pointer" role="error">
     <svrl:text>
      <xsl:text>Nothing in this document is called </xsl:text>
      <xsl:value-of select="string-join($lost ! substring(., 2), ', ')"/>
      <xsl:text>, to which @</xsl:text>
      <xsl:value-of select="name(.)"/>
      <xsl:text> points. Correct the pointer, or give what it means an xml:id (a person belongs in the list of persons in the header).</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="@who | @toWhom | @resp | @ref | @target | @corresp | @next | @prev | @source | @facs | @where"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="category" on-no-match="deep-skip"/>
 <xsl:template match="@ana" mode="category" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="lost" select="tokenize(.)[starts-with(., '#')][empty(id(substring(., 2), $document)/self::tei:category)]" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($lost))">
    <svrl:failed-assert location="{path()}" test="empty($lost)" id="category" role="warning">
     <svrl:text>
      <xsl:text>The header declares no category </xsl:text>
      <xsl:value-of select="string-join($lost ! substring(., 2), ', ')"/>
      <xsl:text>. Add it to a taxonomy in the header, with the words that explain it to a reader.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="@ana"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="speaker-is-person" on-no-match="deep-skip"/>
 <xsl:template match="@who[ancestor::tei:text] | @toWhom" mode="speaker-is-person" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="others" select="id(tokenize(.)[starts-with(., '#')] ! substring(., 2), $document)                   [not(self::tei:person or self::tei:personGrp or self::tei:org)]" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($others))">
    <svrl:failed-assert location="{path()}" test="empty($others)" id="speaker-is-person" role="error">
     <svrl:text>
      <xsl:value-of select="string-join($others/@xml:id, ', ')"/>
      <xsl:text> is a </xsl:text>
      <xsl:value-of select="string-join(distinct-values($others/name()), ', ')"/>
      <xsl:text>, not a person. Let @</xsl:text>
      <xsl:value-of select="name(.)"/>
      <xsl:text> point at a person, a group of persons or a body.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="@who[ancestor::tei:text] | @toWhom"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="name-means" on-no-match="deep-skip"/>
 <xsl:template match="tei:text//tei:persName/@ref | tei:text//tei:placeName/@ref | tei:text//tei:orgName/@ref" mode="name-means" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="kinds" select="map { 'persName': ('person', 'personGrp'), 'placeName': 'place', 'orgName': 'org' }(local-name(..))" as="item()*"/>
  <xsl:variable name="others" select="id(tokenize(.)[starts-with(., '#')] ! substring(., 2), $document)[not(local-name() = $kinds)]" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($others))">
    <svrl:failed-assert location="{path()}" test="empty($others)" id="name-means" role="error">
     <svrl:text>
      <xsl:text>This </xsl:text>
      <xsl:value-of select="local-name(..)"/>
      <xsl:text> means </xsl:text>
      <xsl:value-of select="string-join($others/@xml:id, ', ')"/>
      <xsl:text>, which is a </xsl:text>
      <xsl:value-of select="string-join(distinct-values($others/local-name()), ', ')"/>
      <xsl:text> in the header. Let @ref point at a </xsl:text>
      <xsl:value-of select="$kinds[1]"/>
      <xsl:text>, or use the element that names a </xsl:text>
      <xsl:value-of select="($others/local-name())[1]"/>
      <xsl:text>.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:text//tei:persName/@ref | tei:text//tei:placeName/@ref | tei:text//tei:orgName/@ref"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="person-named" on-no-match="deep-skip"/>
 <xsl:template match="tei:listPerson/tei:person" mode="person-named" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(normalize-space(string-join(.//tei:persName | .//tei:name)))">
    <svrl:failed-assert location="{path()}" test="normalize-space(string-join(.//tei:persName | .//tei:name))" id="person-named" role="error">
     <svrl:text>
      <xsl:text>This person has no name. Write a persName with the name, or with the label as the transcript prints it.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:listPerson/tei:person"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="bracket-in-text" on-no-match="deep-skip"/>
 <xsl:template match="tei:text//text()[matches(., '[\[\]]')]" mode="bracket-in-text" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(ancestor::tei:seg[tokenize(@rend) = 'brackets' or @type = 'unbalanced'])">
    <svrl:failed-assert location="{path()}" test="ancestor::tei:seg[tokenize(@rend) = 'brackets' or @type = 'unbalanced']" id="bracket-in-text" role="error">
     <svrl:text>
      <xsl:text>A square bracket is left in the text. If it is an editor's, encode what it means and take the bracket out; if it is the document's own, put it and its words into seg rend="brackets"; if its partner is missing, into seg type="unbalanced".</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:text//text()[matches(., '[\[\]]')]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="source-note-in-speech" on-no-match="deep-skip"/>
 <xsl:template match="tei:note[@type = 'source']" mode="source-note-in-speech" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty(ancestor::tei:sp))">
    <svrl:failed-assert location="{path()}" test="empty(ancestor::tei:sp)" id="source-note-in-speech" role="error">
     <svrl:text>
      <xsl:text>The source note stands inside a speech, as if somebody had said it. Move it behind the last speech.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:note[@type = 'source']"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="speech-empty" on-no-match="deep-skip"/>
 <xsl:template match="tei:sp" mode="speech-empty" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(exists(.//text()[normalize-space()][empty(ancestor::tei:speaker)])                   or exists(.//(tei:gap | tei:incident | tei:vocal | tei:kinesic | tei:pause | tei:space | tei:figure)))">
    <svrl:failed-assert location="{path()}" test="exists(.//text()[normalize-space()][empty(ancestor::tei:speaker)])                   or exists(.//(tei:gap | tei:incident | tei:vocal | tei:kinesic | tei:pause | tei:space | tei:figure))" id="speech-empty" role="error">
     <svrl:text>
      <xsl:text>This speech is empty. Add its words, say with gap why there are none, or make the label an ordinary paragraph.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:sp"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="editorial-empty" on-no-match="deep-skip"/>
 <xsl:template match="tei:supplied | tei:unclear | tei:sic | tei:corr | tei:surplus | tei:ex | tei:expan | tei:add | tei:label" mode="editorial-empty" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(normalize-space() or exists(.//(tei:gap | tei:space | tei:figure | tei:ellipsis)))">
    <svrl:failed-assert location="{path()}" test="normalize-space() or exists(.//(tei:gap | tei:space | tei:figure | tei:ellipsis))" id="editorial-empty" role="error">
     <svrl:text>
      <xsl:text>This </xsl:text>
      <xsl:value-of select="name(.)"/>
      <xsl:text> holds no words. Write them, or take the element out; words that cannot be given are a gap.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:supplied | tei:unclear | tei:sic | tei:corr | tei:surplus | tei:ex | tei:expan | tei:add | tei:label"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="gap-reason" on-no-match="deep-skip"/>
 <xsl:template match="tei:gap" mode="gap-reason" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(exists(@reason))">
    <svrl:failed-assert location="{path()}" test="exists(@reason)" id="gap-reason" role="warning">
     <svrl:text>
      <xsl:text>This gap does not say why words are missing. Add a reason, such as reason="illegible" or reason="redacted".</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:gap"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="correction-differs" on-no-match="deep-skip"/>
 <xsl:template match="tei:choice[tei:sic]/tei:corr | tei:choice[tei:orig]/tei:reg" mode="correction-differs" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="normalize-space() = normalize-space(../(tei:sic | tei:orig))">
    <svrl:successful-report location="{path()}" test="normalize-space() = normalize-space(../(tei:sic | tei:orig))" id="correction-differs" role="warning">
     <svrl:text>
      <xsl:text>The correction is the same as what it corrects. Correct it, or leave only the word.</xsl:text>
     </svrl:text>
    </svrl:successful-report>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:choice[tei:sic]/tei:corr | tei:choice[tei:orig]/tei:reg"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="date-form" on-no-match="deep-skip"/>
 <xsl:template match="*[@when]" mode="date-form" priority="2" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="@notBefore or @notAfter or @from or @to">
    <svrl:successful-report location="{path()}" test="@notBefore or @notAfter or @from or @to" id="date-once" role="error">
     <svrl:text>
      <xsl:text>The date is given by @when and by its limits too. Keep @when if the date is known, else only the limits.</xsl:text>
     </svrl:text>
    </svrl:successful-report>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="*[@when]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:template match="*[@from or @to]" mode="date-form" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="(@from and @notBefore) or (@to and @notAfter)">
    <svrl:successful-report location="{path()}" test="(@from and @notBefore) or (@to and @notAfter)" id="period-once" role="error">
     <svrl:text>
      <xsl:text>A period (@from, @to) and a doubt (@notBefore, @notAfter) are given for the same end. Keep one of them.</xsl:text>
     </svrl:text>
    </svrl:successful-report>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="*[@from or @to]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="date-order" on-no-match="deep-skip"/>
 <xsl:template match="*[(@notBefore or @from) and (@notAfter or @to)]" mode="date-order" priority="1" as="element()*">
  <xsl:variable name="first" select="string((@notBefore, @from)[1])" as="item()*"/>
  <xsl:variable name="last" select="string((@notAfter, @to)[1])" as="item()*"/>
  <xsl:variable name="length" select="min((string-length($first), string-length($last)))" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(not(matches($first, '^[0-9]{4}(-|$)') and matches($last, '^[0-9]{4}(-|$)'))                   or substring($first, 1, $length) le substring($last, 1, $length))">
    <svrl:failed-assert location="{path()}" test="not(matches($first, '^[0-9]{{4}}(-|$)') and matches($last, '^[0-9]{{4}}(-|$)'))                   or substring($first, 1, $length) le substring($last, 1, $length)" id="date-order" role="error">
     <svrl:text>
      <xsl:text>The earliest date, </xsl:text>
      <xsl:value-of select="$first"/>
      <xsl:text>, is later than the latest, </xsl:text>
      <xsl:value-of select="$last"/>
      <xsl:text>. Exchange them, or correct the wrong one.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="*[(@notBefore or @from) and (@notAfter or @to)]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="date-of-session" on-no-match="deep-skip"/>
 <xsl:template match="tei:body[count(tei:div) = 1]/tei:div[@type = 'session']/tei:head//tei:date[@when]" mode="date-of-session" priority="1" as="element()*">
  <xsl:variable name="dates" select="/tei:TEI/tei:teiHeader/tei:profileDesc/(tei:creation | tei:settingDesc/tei:setting)/tei:date" as="item()*"/>
  <xsl:variable name="day" select="string(@when)" as="item()*"/>
  <xsl:variable name="others" select="$dates[@when][not(starts-with($day, @when) or starts-with(@when, $day))] |                   $dates[(@notBefore, @from)[1] ! substring(., 1, string-length($day)) gt $day] |                   $dates[(@notAfter, @to)[1] ! (. lt substring($day, 1, string-length(.)))]" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($others))">
    <svrl:failed-assert location="{path()}" test="empty($others)" id="date-of-session" role="error">
     <svrl:text>
      <xsl:text>The heading gives </xsl:text>
      <xsl:value-of select="$day"/>
      <xsl:text>, the header </xsl:text>
      <xsl:value-of select="string-join(distinct-values($others ! string((@when, @notBefore, @from, @notAfter, @to)[1])), ', ')"/>
      <xsl:text>, as the date of the session. Correct the wrong one (creation and setting in the header, date in the heading).</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:body[count(tei:div) = 1]/tei:div[@type = 'session']/tei:head//tei:date[@when]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="chain" on-no-match="deep-skip"/>
 <xsl:template match="@next" mode="chain" priority="2" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="other" select="id(substring(., 2), $document)" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($other) or (name($other) = name(..) and $other/@prev = concat('#', ../@xml:id)))">
    <svrl:failed-assert location="{path()}" test="empty($other) or (name($other) = name(..) and $other/@prev = concat('#', ../@xml:id))" id="chain-next" role="error">
     <svrl:text>
      <xsl:text>This piece names </xsl:text>
      <xsl:value-of select="."/>
      <xsl:text> as its continuation, which does not name this one. Let @next and @prev of two pieces of the same kind point at each other.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="@next"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:template match="@prev" mode="chain" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="other" select="id(substring(., 2), $document)" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(empty($other) or (name($other) = name(..) and $other/@next = concat('#', ../@xml:id)))">
    <svrl:failed-assert location="{path()}" test="empty($other) or (name($other) = name(..) and $other/@next = concat('#', ../@xml:id))" id="chain-prev" role="error">
     <svrl:text>
      <xsl:text>This piece names </xsl:text>
      <xsl:value-of select="."/>
      <xsl:text> as what it continues, which does not name this one. Let @next and @prev of two pieces of the same kind point at each other.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="@prev"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="note-mark" on-no-match="deep-skip"/>
 <xsl:template match="tei:ref[@type = 'noteref']" mode="note-mark" priority="1" as="element()*">
  <xsl:variable name="document" select="root()" as="item()*"/>
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(exists(id(tokenize(@target) ! substring-after(., '#'), $document)/self::tei:note))">
    <svrl:failed-assert location="{path()}" test="exists(id(tokenize(@target) ! substring-after(., '#'), $document)/self::tei:note)" id="note-mark" role="error">
     <svrl:text>
      <xsl:text>The mark </xsl:text>
      <xsl:value-of select="normalize-space()"/>
      <xsl:text> leads to no note. Let @target point at the note's xml:id, or leave the mark as plain text.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:ref[@type = 'noteref']"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="note-called" on-no-match="deep-skip"/>
 <xsl:template match="tei:note[@type = 'footnote'][@xml:id]" mode="note-called" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(key('mark', concat('#', @xml:id)))">
    <svrl:failed-assert location="{path()}" test="key('mark', concat('#', @xml:id))" id="note-called" role="warning">
     <svrl:text>
      <xsl:text>Nothing in the text calls for this footnote. Put a ref type="noteref" where its mark stands, or change the type of the note.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:note[@type = 'footnote'][@xml:id]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="mark-form" on-no-match="deep-skip"/>
 <xsl:template match="tei:rendition[@scope = ('before', 'after')]" mode="mark-form" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(matches(@selector, '^[A-Za-z]+(\[[A-Za-z:]+=&quot;[^&quot;]*&quot;\])?$'))">
    <svrl:failed-assert location="{path()}" test="matches(@selector, '^[A-Za-z]+(\[[A-Za-z:]+=&quot;[^&quot;]*&quot;\])?$')" id="mark-selector" role="error">
     <svrl:text>
      <xsl:text>The selector of this mark is not understood. Write the name of an element, or a name with one attribute: supplied[reason="omitted"].</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
   <xsl:if test="not(matches(normalize-space(), '^content:\s*(&quot;([^&quot;\\]|\\.)*&quot;|''([^''\\]|\\.)*'')\s*;?$'))">
    <svrl:failed-assert location="{path()}" test="matches(normalize-space(), '^content:\s*(&quot;([^&quot;\\]|\\.)*&quot;|''([^''\\]|\\.)*'')\s*;?$')" id="mark-content" role="error">
     <svrl:text>
      <xsl:text>The mark is not understood. Write: content: "[" with the mark in quotation marks.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:rendition[@scope = ('before', 'after')]"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="space-kept" on-no-match="deep-skip"/>
 <xsl:template match="tei:TEI/tei:text" mode="space-kept" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(@xml:space = 'preserve')">
    <svrl:failed-assert location="{path()}" test="@xml:space = 'preserve'" id="space-kept" role="warning">
     <svrl:text>
      <xsl:text>Programs may change the blanks of this text, and the transcript cannot be given back. Write text xml:space="preserve".</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:TEI/tei:text"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="language-stated" on-no-match="deep-skip"/>
 <xsl:template match="tei:TEI" mode="language-stated" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(exists((@xml:lang, tei:text/@xml:lang)))">
    <svrl:failed-assert location="{path()}" test="exists((@xml:lang, tei:text/@xml:lang))" id="language-stated" role="warning">
     <svrl:text>
      <xsl:text>The document does not say its language. Write it on TEI: xml:lang="en", or xml:lang="und" where it is not known.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:TEI"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
 <xsl:mode name="turn-citable" on-no-match="deep-skip"/>
 <xsl:template match="tei:body//tei:sp | tei:body//tei:div" mode="turn-citable" priority="1" as="element()*">
  <xsl:variable name="own:found" as="element()*">
   <xsl:if test="not(exists(@xml:id))">
    <svrl:failed-assert location="{path()}" test="exists(@xml:id)" id="turn-citable" role="warning">
     <svrl:text>
      <xsl:text>This </xsl:text>
      <xsl:value-of select="name(.)"/>
      <xsl:text> cannot be cited, because it has no xml:id. Give it one, and never change it.</xsl:text>
     </svrl:text>
    </svrl:failed-assert>
   </xsl:if>
  </xsl:variable>
  <xsl:if test="exists($own:found)">
   <svrl:fired-rule context="tei:body//tei:sp | tei:body//tei:div"/>
   <xsl:sequence select="$own:found"/>
  </xsl:if>
 </xsl:template>
</xsl:package>
