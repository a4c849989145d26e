"""What people of a unit see in Wagtail's admin besides Wagtail's own screens."""
