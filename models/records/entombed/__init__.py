"""What the record keeps of cases that were disposed of."""
