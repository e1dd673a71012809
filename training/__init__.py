"""What lakwerk's own recogniser of persons is trained on; nothing here runs in the product."""
