<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in an element: its mark before, its content, its mark after. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html"
  xmlns="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template name="h:content" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:sequence select="h:mark('before', c:before(.), c:keeps-marks(.), ())"/>
    <xsl:apply-templates mode="h:text"/>
    <xsl:sequence select="h:mark('after', c:after(.), c:keeps-marks(.), ())"/>
  </xsl:template>

  <!-- A printed mark: a character of the transcript, kept apart so that a view can leave it out; one that the clean text has is kept. -->
  <xsl:function name="h:mark" as="element(span)?" xpath-default-namespace="http://www.w3.org/1999/xhtml">
    <xsl:param name="place" as="xs:string"/>
    <xsl:param name="mark" as="xs:string"/>
    <xsl:param name="is-kept" as="xs:boolean"/>
    <xsl:param name="button" as="element(button)?"/>
    <xsl:if test="normalize-space($mark)">
      <span class="{'mark', 'kept'[$is-kept]}" data-mark="{$place}"><xsl:sequence select="$mark, $button"/></span>
    </xsl:if>
  </xsl:function>

  <!-- The same, with the button that opens the explanation: in the mark after it, so that both stay on one line. -->
  <xsl:template name="h:explained-content" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="button" as="element()?">
      <xsl:for-each select="(parent::choice, .)[h:button-bearer(.) is current()]">
        <xsl:call-template name="h:why"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="h:mark('before', c:before(.), c:keeps-marks(.), ())"/>
    <xsl:apply-templates mode="h:text"/>
    <xsl:sequence select="h:mark('after', c:after(.), c:keeps-marks(.), $button), $button[not(normalize-space(c:after(current())))]"/>
  </xsl:template>

  <!-- The element after which the button stands that explains an element: of two readings the second, where a mark ends it. -->
  <xsl:function name="h:button-bearer" as="element()">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="($element/self::choice/*[last()][self::corr or self::expan or self::ex][normalize-space(c:after(.))], $element)[1]"/>
  </xsl:function>

  <!-- A paragraph's number in the margin: a link to itself. -->
  <xsl:template name="h:permalink" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@xml:id and h:is-block(.)">
      <xsl:text> </xsl:text>
      <a class="permalink" href="#{@xml:id}" data-generated="permalink" aria-label="{c:string('permalink')} {c:number(@xml:id)}">
        <xsl:sequence select="c:number(@xml:id)"/>
      </a>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
