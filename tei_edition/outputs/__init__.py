"""
The outputs made from the TEI alone: the folder is the registry, one output a module.

Each public module has `SUFFIX`, the ending of its file, and a function `render` that takes a tree and gives the file's content.
"""
