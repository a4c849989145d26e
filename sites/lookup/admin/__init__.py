"""The clerks' side: the list of exams, loading a list of results, deleting it."""
