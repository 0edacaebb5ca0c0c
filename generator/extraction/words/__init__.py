"""The words of the extraction, one module for each file of words in ``config/rules``."""
