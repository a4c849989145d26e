"""What may happen to an exam's results; one verb a file."""
