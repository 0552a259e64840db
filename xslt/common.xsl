<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every output needs to know of a document and none may know otherwise: the marks that a class of markup prints,
  the class of an editorial element and its name in plain words, its interventions and their sums, title, people, dates, language and its direction.
  Functions only; there is no output in this package.
-->
<xsl:package name="https://tei-edition.org/ns/common" package-version="1.0" version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://tei-edition.org/ns/common">

  <xsl:expose component="function" names="c:*" visibility="public"/>

  <xsl:include href="common/escapes.xsl"/>
  <xsl:include href="common/marks.xsl"/>
  <xsl:include href="common/words.xsl"/>
  <xsl:include href="common/classes.xsl"/>
  <xsl:include href="common/interventions.xsl"/>
  <xsl:include href="common/tallies.xsl"/>
  <xsl:include href="common/views.xsl"/>
  <xsl:include href="common/people.xsl"/>
  <xsl:include href="common/header.xsl"/>
  <xsl:include href="common/language.xsl"/>
  <xsl:include href="common/strings.xsl"/>

</xsl:package>
