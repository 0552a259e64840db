"""Digital editions in TEI XML from plain transcripts."""
