"""Between pages and the ledger: editions from pages, pages from editions, take-downs that reach both."""
