"""The judge: reads finished files with readers of its own and says what is wrong with them."""
