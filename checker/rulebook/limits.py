"""How much a pack may hold: enough for any real one, little enough that none can stop the program."""

MAX_FILES = 200  # in one folder
MAX_BYTES = 1_000_000  # of one file
MAX_DEPTH = 32  # of keys and lists inside each other
MAX_EXPANDED = 100_000  # code points of one phrase with all its concepts filled in
MAX_CHAIN = 16  # packs that extend each other
MAX_ARCHIVE = 4_000_000  # bytes of a zipped pack
MAX_ENTRIES = 500  # files and folders in it
MAX_UNPACKED = 20_000_000  # bytes of all that is in it
