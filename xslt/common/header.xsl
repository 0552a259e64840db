<?xml version="1.0" encoding="UTF-8"?>
<!-- What the header states: title, date, place, repository, editors. What it does not state is absent, never guessed. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <!-- The title of the document, in one line: that of the article in a series, then the main one, then the first. -->
  <xsl:function name="c:title" as="xs:string">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="titles" as="element(title)*" select="$document/teiHeader/fileDesc/titleStmt/title[normalize-space()]"/>
    <xsl:sequence select="normalize-space(($titles[@level = 'a'], $titles[@type = 'main'][not(@level = 's')], $titles)[1])"/>
  </xsl:function>

  <!-- The title of the edition that the document belongs to, where it does. -->
  <xsl:function name="c:edition" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="($document/teiHeader/fileDesc/seriesStmt/title)[1] ! normalize-space()"/>
  </xsl:function>

  <!-- The element that gives the document's date; of a letter it is that of the sending. -->
  <xsl:function name="c:date" as="element(date)?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="profile" as="element(profileDesc)*" select="$document/teiHeader/profileDesc"/>
    <xsl:sequence select="
      ($profile/creation/date, $profile/settingDesc/setting//date, $profile/correspDesc/correspAction[@type = 'sent']/date)[1]"/>
  </xsl:function>

  <!-- The date in its sortable form (W3C), where it has one. -->
  <xsl:function name="c:date-when" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="c:date($document) ! (@when, @from, @notBefore, @to, @notAfter)[1] ! string()"/>
  </xsl:function>

  <!-- The place of the document, as the header names it. -->
  <xsl:function name="c:place" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence select="($document/teiHeader/profileDesc/(creation, settingDesc/setting)//placeName)[1] ! normalize-space()"/>
  </xsl:function>

  <!-- Where the original is kept: settlement, repository, collection, shelf mark, in this order. -->
  <xsl:function name="c:repository" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:variable name="parts" as="xs:string*"
      select="$document/teiHeader/fileDesc/sourceDesc/msDesc[1]/msIdentifier
        /(repository, institution, collection, settlement, idno) ! normalize-space()[. ne '']"/>
    <xsl:sequence select="string-join($parts, ', ')[. ne '']"/>
  </xsl:function>

  <!-- The names in a role of the title statement: editors where the role is "editor", else those with that resp. -->
  <xsl:function name="c:responsible" as="xs:string*">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="statement" as="element(titleStmt)" select="$document/teiHeader/fileDesc/titleStmt"/>
    <xsl:variable name="names" as="element()*" select="
      $statement/(if ($role = 'editor') then editor[not(@role)] else editor[@role = $role]),
      $statement/respStmt[lower-case(normalize-space(resp[1])) = $role]/*[not(self::resp)]"/>
    <xsl:sequence select="distinct-values($names ! normalize-space())"/>
  </xsl:function>

  <!-- The digest of the transcript that the document was made from, in hexadecimal. -->
  <xsl:function name="c:transcript-digest" as="xs:string?">
    <xsl:param name="document" as="element(TEI)"/>
    <xsl:sequence
      select="($document/teiHeader/fileDesc/sourceDesc//bibl[@type = 'transcript']/idno[@type = 'sha256'])[1] ! normalize-space()"/>
  </xsl:function>

  <!-- The number that an id says: "2.3" for t2.p3, "4" for p4; any other id says itself. -->
  <xsl:function name="c:number" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="
      if (matches($id, '^t\d+\.p\d+$')) then translate($id, 'tp', '')
      else if (matches($id, '^p\d+$')) then substring($id, 2)
      else $id"/>
  </xsl:function>

</xsl:stylesheet>
