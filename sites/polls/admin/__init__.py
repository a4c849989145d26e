"""The editors' side: opinions. Votes are read where everybody reads them."""
