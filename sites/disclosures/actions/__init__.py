"""What may happen to a school year; one verb a file."""
