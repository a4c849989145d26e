"""The editors' side: the list of questions, and the page on which one is answered, declined or published."""
