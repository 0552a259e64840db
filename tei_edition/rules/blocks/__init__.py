"""One block form a file: the folder is the registry."""
