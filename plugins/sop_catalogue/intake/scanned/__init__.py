"""Pages that are pictures: dark pixels become rules and outlines, and what an OCR program reads in them words."""
