<?xml version="1.0" encoding="UTF-8"?>
<!-- The strings themselves: data, no logic. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:c="https://tei-edition.org/ns/common"
  exclude-result-prefixes="#all">

  <xsl:variable name="c:strings" as="document-node()">
    <xsl:document>
      <language xml:lang="en">
        <string key="skip">To the text</string>
        <string key="ways">Other documents</string>
        <string key="all-documents">All documents</string>
        <string key="previous">Previous</string>
        <string key="next">Next</string>
        <string key="views">Show the text</string>
        <string key="view.published">as published</string>
        <string key="view.clean">clean</string>
        <string key="view.interventions">with interventions</string>
        <string key="speakers-are">Speaking:</string>
        <string key="and-others">and others</string>
        <string key="contents">Contents</string>
        <string key="beginning">Beginning</string>
        <string key="about">About this document</string>
        <string key="table">Table</string>
        <string key="page">page</string>
        <string key="permalink">Link to paragraph</string>
        <string key="back-to-text">Back to the text</string>
        <string key="explain">What this is</string>
        <string key="source-of-words">Taken from:</string>
        <string key="by">By:</string>
        <string key="by-unknown">By whom is not stated.</string>
        <string key="editor-certainty">The editor’s certainty:</string>
        <string key="encoding-certainty">Certainty of the encoding:</string>
        <string key="decided-by">Decided by:</string>
        <string key="decision-certainty">Certainty of the decision:</string>
        <string key="cert.high">high</string>
        <string key="cert.medium">medium</string>
        <string key="cert.low">low</string>
        <string key="cert.unknown">not known</string>
        <string key="no-doubt">no doubt is recorded</string>
        <string key="certainty">certainty</string>
        <string key="encoding-short">certainty of the encoding</string>
        <string key="reason">Reason as encoded:</string>
        <string key="things">What it was:</string>
        <string key="codes">Exempt under:</string>
        <string key="legend-hint">Each is named where it stands, with its size, by whom it is and how certain. Where no name stands, nobody says whose it is; where no certainty stands, no doubt is recorded.</string>
        <string key="extent">Extent:</string>
        <string key="legend">Editorial interventions</string>
        <string key="column.paragraph">Place</string>
        <string key="column.what">What it is</string>
        <string key="column.printed">As printed</string>
        <string key="column.act">What was done</string>
        <string key="column.number">Number</string>
        <string key="column.size">Size</string>
        <string key="speaker">Speaker</string>
        <string key="column.turns">Turns</string>
        <string key="column.words">Words</string>
        <string key="column.words-supplied">Supplied</string>
        <string key="column.words-both">Both</string>
        <string key="words-of-text">Words of the texts</string>
        <string key="words-supplied">Words supplied</string>
        <string key="report">Report on the encoding</string>
        <string key="report.about">For those who make this edition: what the rules found, and what waits for a person. Commands are typed in the folder of the edition.</string>
        <string key="report.speakers">Speakers</string>
        <string key="report.labels">printed:</string>
        <string key="report.doubts">Uncertain choices, the worst first</string>
        <string key="report.refused">Labels that were refused</string>
        <string key="report.unresolved">People who are not resolved</string>
        <string key="report.decided">Decided by a person</string>
        <string key="report.missing">What the header does not state</string>
        <string key="report.findings">What else to look at</string>
        <string key="report.places">places</string>
        <string key="report.rival">Otherwise:</string>
        <string key="report.nothing">Nothing.</string>
        <string key="with-supplied">with those supplied</string>
        <string key="each">Each of them</string>
        <string key="each-elsewhere">There are too many to print; the files of interventions of this edition list them.</string>
        <string key="whole-text">The whole text</string>
        <string key="unmeasured">without a size</string>
        <string key="no-interventions">No editorial interventions are marked in this document.</string>
        <string key="fact.date">Date</string>
        <string key="fact.place">Place</string>
        <string key="fact.abstract">About</string>
        <string key="fact.keywords">Keywords</string>
        <string key="fact.repository">Original</string>
        <string key="fact.speakers">Speaking</string>
        <string key="birth">born</string>
        <string key="death">died</string>
        <string key="not-before">not before</string>
        <string key="not-after">not after</string>
        <string key="from">from</string>
        <string key="to">to</string>
        <string key="who-is">Who this is</string>
        <string key="what-is">What this is</string>
        <string key="also">Also:</string>
        <string key="speaks-in">speaks:</string>
        <string key="named-in">named:</string>
        <string key="index">Index</string>
        <string key="index.here">All places in this document</string>
        <string key="index.all">In all documents</string>
        <string key="index.title">Persons, places, organizations</string>
        <string key="index.about">Who speaks, and who and what is named, in which documents and paragraphs. Who is not in the authority files stands under the name as printed.</string>
        <string key="index.persons">Persons</string>
        <string key="index.places">Places</string>
        <string key="index.organizations">Organizations</string>
        <string key="fact.present">Present</string>
        <string key="fact.absent">Absent</string>
        <string key="fact.mentioned">Mentioned</string>
        <string key="fact.organizations">Organizations</string>
        <string key="fact.places">Places named</string>
        <string key="fact.translator">Translated by</string>
        <string key="fact.sponsor">Translated for</string>
        <string key="fact.editor">Edited by</string>
        <string key="fact.edition">Edition</string>
        <string key="fact.publisher">Published by</string>
        <string key="fact.published">Published</string>
        <string key="fact.unpublished">Publication</string>
        <string key="fact.identifier">Identifier</string>
        <string key="fact.licence">Rights</string>
        <string key="fact.digest">Transcript (SHA-256)</string>
        <string key="fact.proof">Every word of the transcript, and no other: proof (SHA-256)</string>
        <string key="encoding">How the text was encoded</string>
        <string key="downloads">Download</string>
        <string key="cite">How to cite</string>
        <string key="edited-by">ed.</string>
        <string key="cite-paragraph">Each paragraph has its own address, from the number in the margin, such as</string>
        <string key="years">Years</string>
        <string key="no-documents">There are no documents yet.</string>
        <string key="documents">documents</string>
        <string key="exports">The edition for other programs</string>
        <string key="for">for</string>
        <string key="document">document</string>
        <string key="editions">Editions</string>
        <string key="undated">Undated</string>
        <string key="class.subaudible" act="supplied">words understood from the context</string>
        <string key="class.omitted" act="supplied">words the writer left out</string>
        <string key="class.explanation" act="explained">an explanation</string>
        <string key="class.restored" act="supplied">words restored where they are lost</string>
        <string key="class.name" act="supplied">a name completed</string>
        <string key="class.role" act="supplied">a title or office added</string>
        <string key="class.speaker" act="supplied">a speaker’s label supplied</string>
        <string key="class.topic" act="supplied">a label for the topic</string>
        <string key="class.heading" act="supplied">a heading supplied</string>
        <string key="class.agenda" act="supplied">a number or label of the agenda</string>
        <string key="class.word-part" act="supplied">letters missing from a word</string>
        <string key="class.expansion" act="supplied">an abbreviation resolved</string>
        <string key="class.date-place" act="supplied">a date or place supplied</string>
        <string key="class.conjecture" act="conjectured">a doubtful reading</string>
        <string key="class.correction" act="corrected">a correction</string>
        <string key="class.sic" act="noted">an error or oddity let stand</string>
        <string key="class.illegible" act="unread">cannot be read or heard</string>
        <string key="class.unread-count" act="unread">words that cannot be read</string>
        <string key="class.missing" act="lost">words lacking in the source</string>
        <string key="class.lost-letters" act="lost">letters lost</string>
        <string key="class.garble" act="garbled">garbled in transmission</string>
        <string key="class.omission" act="omitted">left out by the editor</string>
        <string key="class.redaction" act="withheld">withheld by declassification review</string>
        <string key="class.deletion" act="withheld">deleted before publication</string>
        <string key="class.event" act="happened">something that happened</string>
        <string key="class.pause" act="happened">a pause</string>
        <string key="class.delivery" act="noted">how, or to whom, this is said</string>
        <string key="class.alias" act="explained">a short form of a name</string>
        <string key="class.note" act="noted">an editor’s note</string>
        <string key="class.translator" act="noted">a translator’s note</string>
        <string key="class.footnote" act="noted">a footnote</string>
        <string key="class.footnote-mark" act="noted">the mark of a footnote</string>
        <string key="class.source" act="noted">where the text comes from</string>
        <string key="class.signature-mark" act="described">a signature or mark on the paper</string>
        <string key="class.figure" act="described">a picture, map or chart</string>
        <string key="class.blank" act="described">a space left blank</string>
        <string key="class.original" act="kept">brackets of the document itself</string>
        <string key="class.ellipsis" act="kept">dots of the document itself</string>
        <string key="class.page" act="described">a page of the source</string>
        <string key="class.witness" act="supplied">words from another copy</string>
        <string key="class.surplus" act="noted">words the editor would delete</string>
        <string key="class.margin" act="described">written in the margin</string>
        <string key="class.addition" act="described">added by hand</string>
        <string key="class.struck" act="described">struck out</string>
        <string key="class.unbalanced" act="undecided">a bracket without its partner</string>
        <string key="class.multi-paragraph" act="undecided">a passage bracketed over several paragraphs</string>
        <string key="class.nested-inner" act="kept">a bracket within a bracket</string>
        <string key="class.unknown" act="undecided">a bracket whose meaning is not known</string>
      </language>
    </xsl:document>
  </xsl:variable>

</xsl:stylesheet>
