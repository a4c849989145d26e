"""Thủ tục hành chính: what a procedure asks for and where it is done. No dossier is taken in here."""
