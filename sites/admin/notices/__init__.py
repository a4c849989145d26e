"""In-app notices: what the other side did, for the people of one unit in one role."""
