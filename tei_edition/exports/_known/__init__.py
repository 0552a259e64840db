"""What is known of an edition and its documents, as platforms ask for it: read from the TEI files and the settings, and nothing added."""
