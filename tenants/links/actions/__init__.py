"""What may happen to the list of outside links; one verb a file."""
