"""Documents by the hundred: a list (XLSX or CSV) and a ZIP of their files, read whole before anything is written."""
