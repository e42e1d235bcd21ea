"""Blank drafts: what a template recommends for one level becomes a Word document or a Markdown text to be filled in.

``plan`` works out the lines, ``docx`` and ``markdown`` write them; ``package`` makes the parts of a Word document and
knows nothing of reports. Nothing is written to disk here.
"""
