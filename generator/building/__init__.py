"""Pages on their way into the site: the theme's frame around them, and what need not be made again."""
