<?xml version="1.0" encoding="UTF-8"?>
<!-- Says, for each element with an xml:id, what a function of the common package returns for it; U+241E stands between them. -->
<xsl:package name="https://tei-edition.org/ns/tests/functions" package-version="1.0" version="3.0" default-mode="t:report"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:t="https://tei-edition.org/ns/tests">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <xsl:param name="function" as="xs:string"/>

  <xsl:mode name="t:report" on-no-match="fail" visibility="public"/>
  <xsl:output method="text"/>

  <xsl:template match="document-node()" as="xs:string" mode="t:report">
    <xsl:variable name="called" as="function(*)"
      select="function-lookup(QName('https://tei-edition.org/ns/common', 'c:' || $function), 1)"/>
    <xsl:sequence select="string-join(.//*[@xml:id] ! (@xml:id || '=' || string-join($called(.), '|')), '&#x241E;')"/>
  </xsl:template>

</xsl:package>
