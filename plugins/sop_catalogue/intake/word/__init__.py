"""DOCX: its paragraphs, tables and shapes, without a word processor."""
