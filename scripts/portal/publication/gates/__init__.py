"""What a built site must pass before it is published."""
