"""From questions to what their templates show."""
