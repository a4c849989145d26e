"""Lists of units as a Sở keeps them, CSV or XLSX: read, checked whole, written whole or not at all."""
