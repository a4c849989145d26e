"""Topics of posts: a unit's own short list, kept on its home page, so that it costs no table."""
