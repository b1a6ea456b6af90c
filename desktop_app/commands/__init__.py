"""The commands of the program; none of them imports Qt but ``report`` and ``pictures``."""
