<?xml version="1.0" encoding="UTF-8"?>
<!--
  The reading page of one document: HTML that stands alone, without a network and without a script.

  The transcript is the text of <article class="transcript"> without the elements that carry data-generated; its own
  marks (brackets) stand in elements with data-mark. Every other word of the body stands in an element that carries
  data-generated, whose value is one of the kinds that the proof knows (tei_edition/proof/kinds.py). Nothing of the TEI becomes markup, style or script.
-->
<xsl:package name="https://tei-edition.org/ns/html" package-version="1.0" version="3.0" default-mode="h:page"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:h="https://tei-edition.org/ns/html">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <!-- The name of the document, without a suffix: "1986-11-13". -->
  <xsl:param name="document" as="xs:string" select="''"/>
  <!-- Addresses and titles of the documents before and after this one, and of the list of all; empty: there is none. -->
  <xsl:param name="previous-href" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-href" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>
  <xsl:param name="up-href" as="xs:string" select="''"/>
  <xsl:param name="up-title" as="xs:string" select="''"/>
  <!-- The address of the index of the edition; empty: there is none. -->
  <xsl:param name="names-href" as="xs:string" select="''"/>
  <!-- What can be downloaded, as three lists of one length: what it is ("TEI"), its address, its size in words. -->
  <xsl:param name="download-labels" as="xs:string*" select="()"/>
  <xsl:param name="download-hrefs" as="xs:string*" select="()"/>
  <xsl:param name="download-sizes" as="xs:string*" select="()"/>
  <!-- The digest of the proof that the words of the outputs are the transcript's; empty: none was made. -->
  <xsl:param name="proof" as="xs:string" select="''"/>
  <!-- The view in which the page opens: "published", "clean" or "interventions". -->
  <xsl:param name="view" as="xs:string" select="'published'"/>
  <!-- The style sheet and the script of the page, and the policy that allows that script and no other. -->
  <xsl:param name="css" as="xs:string" select="''"/>
  <xsl:param name="script" as="xs:string" select="''"/>
  <xsl:param name="policy" as="xs:string" select="''"/>

  <xsl:mode name="h:page" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="h:text" on-no-match="fail" on-multiple-match="fail" visibility="public"/>

  <xsl:output method="html" html-version="5.0" indent="no" encoding="UTF-8" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/linked-data.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/blocks.xsl"/>
  <xsl:include href="html/speech.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/inline.xsl"/>
  <xsl:include href="html/editorial.xsl"/>
  <xsl:include href="html/records.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/marks.xsl"/>
  <xsl:include href="html/attributes.xsl"/>
  <xsl:include href="html/explanations.xsl"/>
  <xsl:include href="html/interventions.xsl"/>
  <xsl:include href="html/facts.xsl"/>
  <xsl:include href="html/people.xsl"/>
  <xsl:include href="html/unhandled.xsl"/>

</xsl:package>
