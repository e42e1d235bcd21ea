"""Word documents handed back: comments at what a report speaks of, corrections as tracked changes, letters.

``package`` opens a document and writes it again with some parts changed, ``story`` finds characters in it and splits
runs, ``comments`` says what stands beside them, ``annotate`` puts it together; ``plain`` makes a document of any text.
Nothing is written to disk here.
"""
