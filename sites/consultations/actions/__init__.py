"""What may happen to a comment; one verb a file."""
