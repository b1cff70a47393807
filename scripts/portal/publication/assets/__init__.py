"""Style sheet, scripts and images."""
