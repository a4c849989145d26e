"""The editors' side: school years, menus and plans, what is due."""
