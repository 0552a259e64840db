"""The forms of files that several platforms share, and what makes them safe: cells, XML, YAML, names, zip files."""
