"""What leaves the house: redacted PDFs, inventory, legend and checksums of an approved case."""
