"""What `kg doctor` looks at, a file for each kind of thing; each check gives findings."""
