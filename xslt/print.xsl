<?xml version="1.0" encoding="UTF-8"?>
<!--
  The printed edition of one document: markup for Typst, which typesets it to PDF.

  Every character of the TEI goes in as a Typst string (p:string), never as markup or code; what the page looks like is
  said in print/edition.typ, whose functions the markup calls. What is generated is of three kinds that the PDF keeps
  apart: artifacts (line numbers, running heads, the edition's name), the structure element Title where the document
  prints no title, and the lists of terms after the text: the index, that of the interventions, and the colophon.
-->
<xsl:package name="https://tei-edition.org/ns/print" package-version="1.0" version="3.0" default-mode="p:document"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common"
  xmlns:p="https://tei-edition.org/ns/print">

  <xsl:use-package name="https://tei-edition.org/ns/common" package-version="1.*"/>

  <!-- Which text is printed: "published", as the transcript has it; "clean", without marks and remarks; "interventions", with a number for each. -->
  <xsl:param name="view" as="xs:string" select="'published'"/>

  <xsl:mode name="p:document" on-no-match="fail" on-multiple-match="fail" visibility="public"/>
  <xsl:mode name="p:text" on-no-match="fail" on-multiple-match="fail" visibility="public"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="print/document.xsl"/>
  <xsl:include href="print/names.xsl"/>
  <xsl:include href="print/interventions.xsl"/>
  <xsl:include href="print/colophon.xsl"/>
  <xsl:include href="print/strings.xsl"/>
  <xsl:include href="print/blocks.xsl"/>
  <xsl:include href="print/speech.xsl"/>
  <xsl:include href="print/lists.xsl"/>
  <xsl:include href="print/notes.xsl"/>
  <xsl:include href="print/inline.xsl"/>
  <xsl:include href="print/unhandled.xsl"/>

</xsl:package>
