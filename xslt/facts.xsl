<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of one document that lists of documents show, as JSON; what the document does not state is an empty string. -->
<xsl:package name="https://tei-edition.org/ns/facts" package-version="1.0" version="3.0" default-mode="f:facts"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:f="https://tei-edition.org/ns/facts">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <xsl:mode name="f:facts" on-no-match="fail" visibility="public"/>
  <xsl:output method="text"/>

  <xsl:template match="document-node()" as="xs:string" mode="f:facts">
    <xsl:apply-templates select="TEI" mode="f:facts"/>
  </xsl:template>

  <xsl:template match="TEI" as="xs:string" mode="f:facts">
    <xsl:variable name="facts" as="map(xs:string, item())" select="map {
      'title': c:title(.),
      'date': (c:date(.) ! normalize-space(), '')[1],
      'when': (c:date-when(.), '')[1],
      'place': (c:place(.), '')[1],
      'language': c:language(text),
      'direction': c:direction(c:language(text)),
      'speakers': array { c:speakers(.) },
      'first_words': f:first-words(.),
      'names': array { f:names(.) }
    }"/>
    <xsl:sequence select="serialize($facts, map { 'method': 'json' })"/>
  </xsl:template>

  <!-- Who speaks and who and what is named, with the places; who is only listed has none. -->
  <xsl:function name="f:names" as="map(xs:string, item())*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:for-each select="$document/teiHeader/profileDesc/(particDesc//(person | org) | settingDesc//place)[@xml:id]">
      <xsl:sequence select="map {
        'id': string(@xml:id),
        'sort': if (self::place) then 'places' else if (parent::listOrg) then 'organizations' else 'persons',
        'listed': c:listed-name(.),
        'about': string-join(c:about(.), '; '),
        'turns': array { c:turn-ids(.) },
        'places': array { c:paragraph-ids(.) } }"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What the text says first after its heading: whole words of its first paragraphs, some 200 characters. -->
  <xsl:function name="f:first-words" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="paragraphs" as="element(p)*" select="($document/text//p[normalize-space()])[position() le 4]"/>
    <xsl:variable name="words" as="xs:string" select="string-join($paragraphs ! c:words(.), ' ')"/>
    <xsl:sequence select="if (string-length($words) le 200) then $words else replace(substring($words, 1, 200), '\s+\S*$', '') || '…'"/>
  </xsl:function>

</xsl:package>
