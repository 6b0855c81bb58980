"""PDF files: all that knows PDFium, and what only PDFs need."""
