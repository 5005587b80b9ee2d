"""The statistical recogniser: spaCy's trainable component ``gisaro_ner`` on Kiwi's morphemes."""
