""" "Góp ý dự thảo": drafts open for comment until a day, what was received, what came of it (QC Đ3.3)."""
