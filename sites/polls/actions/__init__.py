"""What may happen to a poll; one verb a file."""
