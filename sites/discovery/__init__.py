"""What programs ask a site for: sitemaps, robots.txt, security.txt."""
