"""One meaning of a square bracket a file: the folder is the registry."""
