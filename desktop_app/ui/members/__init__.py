"""Parts of the page of members."""
