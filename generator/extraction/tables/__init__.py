"""Facts of tables: fact tables, form II.06a, mapped workbooks, tables inside a text."""
