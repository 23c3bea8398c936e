"""Options from outside the command line: KG_… in the environment, and kg.toml."""
