"""Print, one a line, which of the needed system libraries cannot be loaded.

The names are those under which WeasyPrint asks for them.
"""

import ctypes

NEEDED = {
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "libharfbuzz-subset0": "libharfbuzz-subset.so.0",
}

for package, library in NEEDED.items():
    try:
        ctypes.CDLL(library)
    except OSError:
        print(package)
