"""The libraries of datatypes: RELAX NG's own, that of XML Schema, and that of ID and IDREF."""
