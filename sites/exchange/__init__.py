"""Between a unit's pages and the ledger: editions built from pages, pages built from editions, take-downs that reach both."""
