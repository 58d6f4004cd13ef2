"""What a reader takes away: the rows of a selection as CSV, JSON and XLSX, and the whole package."""
