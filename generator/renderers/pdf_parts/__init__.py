"""What the PDF renderer adds to WeasyPrint: conformance, checks, quiet surroundings."""
