"""The public booklet of a framework: composed once as plain values, then written as PDF (Typst) and HTML."""
