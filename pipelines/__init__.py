"""Input, batches, tables, reports and the `gisaro` command."""
