"""Reports of one article into its events: one event told many times is one event."""
