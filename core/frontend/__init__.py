"""The public face: CSS bundle, display preferences, template tags and the plain data they show."""
