""" "Bàn biên tập": the portal's queue of sent posts and the page on which one is curated."""
