"""`make bench`: every figure beside its floor, Kiwi's own tokenising of the same texts."""
