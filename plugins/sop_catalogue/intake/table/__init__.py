"""The table of a page: its rules, head, columns, rows, boxes."""
