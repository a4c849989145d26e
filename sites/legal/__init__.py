"""Legal documents beyond their page type: the words they are sorted by, what they do to each other, lists, import."""
