"""When a figure is from: the times that a text names, and which of them is whose."""
