"""What a figure is: quantities, and the rules that tell what each of them counts."""
