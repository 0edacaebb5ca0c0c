"""Raw OOXML: each need of the report is one small named function.

No other module makes an element of WordprocessingML or DrawingML. Each
docstring names the schema element (ECMA-376 Part 1) that it writes.
"""
