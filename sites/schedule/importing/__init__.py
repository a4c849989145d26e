"""A week's schedule from the workbook an office writes it in."""
