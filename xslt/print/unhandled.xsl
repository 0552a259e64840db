<?xml version="1.0" encoding="UTF-8"?>
<!-- An element without a rule stops the edition and says which and where. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print"
  exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-1" as="empty-sequence()" mode="p:document p:text p:heading">
    <xsl:message terminate="yes" expand-text="yes">print: no rule for the element {name()} at {path()}{
      (ancestor-or-self::*/@xml:id)[last()] ! (', in ' || .)}</xsl:message>
  </xsl:template>

</xsl:stylesheet>
