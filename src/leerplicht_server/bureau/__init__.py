"""Het bureau: pages in a browser for who leads, runs and supervises; above the server that laptops use."""
