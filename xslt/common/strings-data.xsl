<?xml version="1.0" encoding="UTF-8"?>
<!-- The strings themselves: data, no logic. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:variable name="c:strings" as="document-node()">
    <xsl:document>
      <language xml:lang="en">
        <string key="class.subaudible">words understood from the context</string>
        <string key="class.omitted">words the writer left out</string>
        <string key="class.explanation">an explanation</string>
        <string key="class.name">a name completed</string>
        <string key="class.role">a title or office added</string>
        <string key="class.speaker">a speaker’s label supplied</string>
        <string key="class.topic">a label for the topic</string>
        <string key="class.heading">a heading supplied</string>
        <string key="class.agenda">a number or label of the agenda</string>
        <string key="class.word-part">letters missing from a word</string>
        <string key="class.expansion">an abbreviation resolved</string>
        <string key="class.date-place">a date or place supplied</string>
        <string key="class.conjecture">a doubtful reading</string>
        <string key="class.correction">a correction</string>
        <string key="class.sic">an error or oddity let stand</string>
        <string key="class.illegible">cannot be read or heard</string>
        <string key="class.unread-count">words that cannot be read</string>
        <string key="class.missing">words lacking in the source</string>
        <string key="class.lost-letters">letters lost</string>
        <string key="class.garble">garbled in transmission</string>
        <string key="class.omission">left out by the editor</string>
        <string key="class.redaction">withheld by declassification review</string>
        <string key="class.deletion">deleted before publication</string>
        <string key="class.event">something that happened</string>
        <string key="class.pause">a pause</string>
        <string key="class.delivery">how, or to whom, this is said</string>
        <string key="class.alias">a short form of a name</string>
        <string key="class.note">an editor’s note</string>
        <string key="class.translator">a translator’s note</string>
        <string key="class.footnote">a footnote</string>
        <string key="class.footnote-mark">the mark of a footnote</string>
        <string key="class.source">where the text comes from</string>
        <string key="class.signature-mark">a signature or mark on the paper</string>
        <string key="class.figure">a picture, map or chart</string>
        <string key="class.blank">a space left blank</string>
        <string key="class.original">brackets of the document itself</string>
        <string key="class.page">a page of the source</string>
        <string key="class.witness">words from another copy</string>
        <string key="class.surplus">words the editor would delete</string>
        <string key="class.margin">written in the margin</string>
        <string key="class.addition">added by hand</string>
        <string key="class.struck">struck out</string>
        <string key="class.unbalanced">a bracket without its partner</string>
        <string key="class.multi-paragraph">a passage bracketed over several paragraphs</string>
        <string key="class.nested-inner">a bracket within a bracket</string>
        <string key="class.unknown">a bracket whose meaning is not known</string>
      </language>
    </xsl:document>
  </xsl:variable>

</xsl:stylesheet>
