"""What a consistency report says: sections with their sentences, charts and tables; the same for paper and screen."""
