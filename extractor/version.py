"""The version of the extractor: a new one re-reads all articles of an output folder."""

__version__ = "0.1.0"
