"""What can be saved of a damaged record: its file is read page by page, without what leads from one to the next."""
