"""A unit's posts on their way to the Sở: confirm, follow, take back."""
