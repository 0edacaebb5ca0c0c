"""Plan, facts and findings to a report model: what is said."""
