"""What may happen to a question; one verb a file, one transaction each."""
