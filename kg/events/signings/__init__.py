"""What is signed, what it is called, and who signs it or only looks on."""
