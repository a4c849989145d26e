"""Everything around the product: local tools, demo data, deployment."""
