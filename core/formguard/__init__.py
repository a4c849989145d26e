"""What guards a form that anybody can reach: no third party, no JavaScript, no question who is writing.

A signed ticket (made here, for this form, not long ago), a field that people leave empty, a sum in words, and a brake
on how often one sender and one unit take part. Libraries were weighed: ALTCHA needs JavaScript, django-simple-captcha
shows pictures and needs a table a unit, the arithmetic ones are no longer kept.
"""
