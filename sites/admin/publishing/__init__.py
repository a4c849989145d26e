"""What Wagtail's own buttons do to a page that has rules of ours: the server decides whichever button was used."""
