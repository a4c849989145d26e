"""What editors see of the library besides its pages' forms."""
