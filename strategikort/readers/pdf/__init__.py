"""PDF files, read with pdfminer.six's interpreter and a page analysis of our own."""
