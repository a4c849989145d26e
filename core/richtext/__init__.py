"""What a page stores is clean: Word, Google Docs, Zalo, web pages and old fonts become the few things we allow.

clean.py      the public functions: clean_pasted_html, clean_pasted_text, clean_rich_text, read_pasted
blocks.py     the StreamField block whose value always went through them
The way of a text: dom → reader (blocks and runs) → legacy → tidy → lists → headings → writer → sanitizer.
"""
