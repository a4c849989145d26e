"""Exams and admissions: notices with the facts a family looks for, and the lists that belong to them."""
