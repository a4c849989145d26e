""" "Viết bài": one plain form that a teacher fills in on a phone, with or without JavaScript."""
