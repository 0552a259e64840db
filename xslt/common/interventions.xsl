<?xml version="1.0" encoding="UTF-8"?>
<!-- What was done to a text: which elements are interventions, and what is to be said of each, as a map. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:key name="c:statement" match="standOff//certainty | standOff//respons" use="tokenize(@target)"/>

  <!-- Whether the element is an editor's, an archive's or a writer's act that a reader is told of. -->
  <xsl:function name="c:is-intervention" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[
      self::supplied or self::unclear or self::gap[not(c:is-size-of-deletion(.))] or self::choice or self::incident or self::vocal or self::kinesic or self::pause
      or self::surplus or self::add or self::del or self::space or self::stamp or self::figure or self::ellipsis
      or self::sic[not(parent::choice)][not(c:is-remarked(.))] or self::corr[not(parent::choice)] or self::expan[not(parent::choice)]
      or self::stage[@type = 'delivery'] or self::note[not(@type = 'footnote') or c:is-marked(.)][not(parent::sic/parent::choice)]
      or self::seg[@type = ('bracketed', 'delivery', 'unbalanced') or @rend = 'brackets'][not(@type = 'characters')]
      or self::label[c:is-marked(.)][not(parent::note)] or self::pb[matches(c:before(.), '^\p{Ps}')]])"/>
  </xsl:function>

  <!-- Whether a wrong word only says of what the remark after it speaks. -->
  <xsl:function name="c:is-remarked" as="xs:boolean">
    <xsl:param name="sic" as="element(sic)"/>
    <xsl:sequence select="not(c:is-marked($sic)) and exists($sic/following-sibling::*[1][self::note[@subtype = 'sic']])"/>
  </xsl:function>

  <!-- Whether a gap is all that a deletion holds, and only says how much was deleted. -->
  <xsl:function name="c:is-size-of-deletion" as="xs:boolean">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="exists($gap/parent::del[empty((text()[normalize-space()], * except $gap))])"/>
  </xsl:function>

  <!-- Whether the text prints a mark before or after the element. -->
  <xsl:function name="c:is-marked" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(c:before($element) || c:after($element)) ne ''"/>
  </xsl:function>

  <!-- The interventions of a document in their order; what was cut at a border of paragraphs is one. -->
  <xsl:function name="c:interventions" as="map(xs:string, item()*)*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:iterate select="$document/text//*">
      <xsl:param name="page" as="xs:string" select="''"/>
      <xsl:if test="not(@prev) and c:is-intervention(.)">
        <xsl:sequence select="map:merge((c:intervention(.), map { 'number': position(), 'page': $page }))"/>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="page" select="(self::pb/@n, $page)[1] ! string()"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- What is said of one intervention: what it is, where, how much, by whom, how certain. An empty value is not stated. -->
  <xsl:function name="c:intervention" as="map(xs:string, item()*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="class" as="xs:string" select="c:class($element)"/>
    <xsl:variable name="parts" as="element()+" select="c:chain($element, ())"/>
    <xsl:sequence select="map:merge((c:place-of($element), c:amount($element), c:responsibility($element), map {
      'class': $class, 'meaning': c:class-name($class), 'act': c:act($class), 'element': local-name($element),
      'words': string-join($parts ! c:words(.), ' '),
      'printed': normalize-space(c:before($parts[1]) || string-join($parts ! c:words(.), ' ') || c:after($parts[last()])),
      'count': sum(c:tally($parts/(if (self::choice) then (corr, reg, expan) else .)/descendant::text()) ! (.?*)),
      'reason': string($element/@reason) }))"/>
  </xsl:function>

  <!-- The element and the pieces that go on from it. -->
  <xsl:function name="c:chain" as="element()+">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="before" as="element()*"/>
    <xsl:variable name="next" as="element()?" select="($element/@next ! c:target(., $element)) except ($before, $element)"/>
    <xsl:sequence select="$element, $next ! c:chain(., ($before, $element))"/>
  </xsl:function>

  <!-- Where it stands: its own id, its paragraph's and its turn's, who speaks. -->
  <xsl:function name="c:place-of" as="map(xs:string, item()*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="turn" as="element(sp)?" select="$element/ancestor::sp[1]"/>
    <xsl:sequence select="map {
      'id': string($element/@xml:id),
      'paragraph': ($element/ancestor-or-self::*[not(local-name() = $c:in-line)][ancestor::text]/@xml:id)[last()] ! string(),
      'turn': string($turn/@xml:id),
      'who': string($turn/@who),
      'speaker': string-join($turn ! c:speaker-names(.), ', '),
      'label': normalize-space($turn/speaker[1]) }"/>
  </xsl:function>

  <!-- Elements that stand in a line of text and may have an id that no number in the margin says. -->
  <xsl:variable name="c:in-line" as="xs:string+" select="tokenize('supplied unclear choice sic corr surplus add del space ellipsis seg expan abbr ex
    name persName forename surname roleName placeName orgName date time hi ref rs desc label stamp pb milestone incident vocal kinesic')"/>

  <!-- How much it is: a number, whether that is all, the most or the least, and its unit; what kind of thing, and under which codes. -->
  <xsl:function name="c:amount" as="map(xs:string, item()*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="size" as="attribute()?" select="$element/(., self::del/gap)/(@quantity, @atMost, @atLeast)[. castable as xs:decimal][1]"/>
    <xsl:variable name="categories" as="element(category)*" select="c:categories($element)[not(ancestor::taxonomy/@xml:id = 'brackets')]"/>
    <xsl:sequence select="map {
      'amount': $size ! xs:decimal(.),
      'bound': $size ! (map { 'quantity': 'exactly', 'atMost': 'at most', 'atLeast': 'at least' }(local-name())),
      'unit': string($size/../@unit),
      'things': $categories[not(c:is-code(.))] ! c:category-name(.),
      'codes': $categories[c:is-code(.)] ! c:category-name(.) }"/>
  </xsl:function>

  <!-- The categories that @ana names. -->
  <xsl:function name="c:categories" as="element(category)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize($element/@ana) ! c:target(., $element)[self::category]"/>
  </xsl:function>

  <!-- Whether a category is a code under which something is exempt from release, and not a kind of thing. -->
  <xsl:function name="c:is-code" as="xs:boolean">
    <xsl:param name="category" as="element(category)"/>
    <xsl:sequence select="$category/ancestor::taxonomy/@xml:id = 'exemptions'"/>
  </xsl:function>

  <!-- A category as it is called: by the name it has, else in the words of its description (of "withheld: name" the last), else by its id. -->
  <xsl:function name="c:category-name" as="xs:string">
    <xsl:param name="category" as="element(category)"/>
    <xsl:sequence select="($category/@n, $category/catDesc ! replace(normalize-space(), '^[^:]+:\s*', '')[. ne ''], $category/@xml:id)[1] ! string()"/>
  </xsl:function>

  <!-- By whom, from where, how certain; what doubts the encoding has, and who decided it. -->
  <xsl:function name="c:responsibility" as="map(xs:string, item()*)">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" as="element()*" select="$element, $element/self::choice/(corr, reg, expan)"/>
    <xsl:variable name="statements" as="element()*" select="c:statements($element)"/>
    <xsl:sequence select="map {
      'by': distinct-values($own/@resp ! c:names(.)),
      'source': $element/@source ! c:names(.),
      'certainty': ($own/@cert)[last()] ! string(),
      'doubt': ($statements/self::certainty/@cert)[1] ! string(),
      'evidence': ($statements/desc ! normalize-space())[1],
      'decided': $statements/self::respons ! c:names(@resp) }"/>
  </xsl:function>

  <!-- On which days a decision was taken, as the header records its changes; none where no day was given. -->
  <xsl:function name="c:days" as="xs:string*">
    <xsl:param name="decision" as="element(respons)"/>
    <xsl:sequence select="root($decision)//revisionDesc/change[@who = $decision/@resp][tokenize(@target) = tokenize($decision/@target)]/@when ! string()"/>
  </xsl:function>

  <!-- How much one intervention is, in words: "at most 2 lines"; nothing where no size is stated. -->
  <xsl:function name="c:row-size" as="xs:string?">
    <xsl:param name="row" as="map(xs:string, item()*)"/>
    <xsl:sequence select="$row[exists(?amount)] ! c:amount-in-words(?amount, ?bound, ?unit)"/>
  </xsl:function>

  <!-- What one intervention is: its meaning, its size, what kind of thing, under which codes. -->
  <xsl:function name="c:row-in-words" as="xs:string">
    <xsl:param name="row" as="map(xs:string, item()*)"/>
    <xsl:sequence select="string-join(($row?meaning, c:row-size($row), $row?things, $row?codes), ', ')"/>
  </xsl:function>

  <!-- By whom an intervention is and how certain, in words. -->
  <xsl:function name="c:row-authority" as="xs:string">
    <xsl:param name="row" as="map(xs:string, item()*)"/>
    <xsl:sequence select="string-join((
      string-join($row?by, ', ')[. ne ''],
      string-join($row?source, ', ')[. ne ''] ! (c:string('source-of-words') || ' ' || .),
      $row?certainty ! (c:string('editor-certainty') || ' ' || c:string('cert.' || .)),
      $row?doubt ! (c:string('encoding-certainty') || ' ' || c:string('cert.' || .)),
      string-join($row?decided, ', ')[. ne ''] ! (c:string('decided-by') || ' ' || .)), '; ')"/>
  </xsl:function>

  <!-- The statements of the stand-off part on an element: doubts of the encoding, and decisions. -->
  <xsl:function name="c:statements" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="c:made-together($element)/@xml:id ! key('c:statement', '#' || ., root($element))"/>
  </xsl:function>

  <!-- An element, and those round it that say what it is a part of, such as the name that supplied words complete. -->
  <xsl:function name="c:made-together" as="element()+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?"
      select="$element/parent::*[self::persName or self::forename or self::surname or self::roleName or self::name or self::date or self::head]"/>
    <xsl:sequence select="$element, $parent ! c:made-together(.)"/>
  </xsl:function>

</xsl:stylesheet>
