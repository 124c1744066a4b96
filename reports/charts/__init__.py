"""Charts as drawings made of a few marks: one definition, painted by the PDF and by the screen."""
