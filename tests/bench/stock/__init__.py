"""The yardstick: a plain Wagtail project with a school's site, as Wagtail's own documentation builds one.

Same page types, blocks, texts, pictures and markup as ours; none of our code but the filters that write dates, names
and icons, which are part of the markup.
"""
