"""Who owns a section: rooms of the Sở and teams, from a day until a day (QC Đ9.1)."""
