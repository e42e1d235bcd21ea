"""How much a pack may hold: enough for any real one, little enough that none can stop the program."""

MAX_FILES = 200  # in one folder
MAX_BYTES = 1_000_000  # of one file
MAX_DEPTH = 32  # of keys and lists inside each other
MAX_EXPANDED = 100_000  # code points of one phrase with all its concepts filled in
