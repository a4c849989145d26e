""" "Hỏi – Đáp": what citizens ask, what the unit answers, and what of it everybody may read (QC Đ8.3, Đ10.3)."""
