""" "Ý kiến, thăm dò": a question with choices or a box for words, open from a day to a day (QC Đ3.3). No forum."""
