"""Language files: data only, one TOML file a language, and ``world.toml`` for what all share."""
