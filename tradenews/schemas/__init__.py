"""The JSON Schemas of what ``to_json`` writes, as files for those who work in another language."""
