"""
From an ODD to RELAX NG and Schematron.

An ODD (*one document does it all*) is a TEI document whose ``schemaSpec`` chooses from the TEI's specifications and changes
them. `compile_odd` returns what it means as a RELAX NG grammar and as Schematron rules; `write_schemas` writes both, and the
rules as an XSLT package too. The way: `specs` reads specifications, `customize` chooses and `changes` changes them,
`attributes` and `content` say what an element may have, `grammar` keeps what a document can reach, `rng` and `schematron`
write, `schematron_xslt` compiles the rules.
"""

from tei_edition.odd.compiler import Compiled, compile_odd, fingerprint, write_schemas

__all__ = ["Compiled", "compile_odd", "fingerprint", "write_schemas"]
