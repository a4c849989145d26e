"""From notices to what their templates show."""
