"""From school years and plans to what their templates show."""
