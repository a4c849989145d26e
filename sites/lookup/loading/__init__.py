"""A list of results from the clerk's own workbook: read whole, every mistake named, before anything is kept."""
