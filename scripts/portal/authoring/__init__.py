"""What commands write into the sources."""
