"""From the record and its views to Markdown pages, through templates."""
