"""Word documents seen by their XML alone: styles resolved, sections, letters, drawn lines."""
