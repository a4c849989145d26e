"""What may happen to the library's pages; one verb a file."""
