"""Excel workbooks: cells say their column and row, connectors what they join; only what they leave open is told by geometry."""
