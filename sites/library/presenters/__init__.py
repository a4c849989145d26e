"""From the library's pages to what their templates show."""
