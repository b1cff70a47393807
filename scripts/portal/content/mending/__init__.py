"""Pages from their files, with what can be mended safely mended: the site shows the mended form."""
