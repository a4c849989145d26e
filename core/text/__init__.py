"""Vietnamese text as values: pure functions over strings, no Django, no database.

normalize       what may be stored (NFC, no invisible junk)
fold            what is compared without marks, and the spellings that count as one
sort_key        Vietnamese alphabetical order as a plain text column
document_number numbers of official documents, however they were typed
legacy          TCVN3 (.VnTime) and VNI text turned into Unicode
html            the words of an HTML fragment
"""
