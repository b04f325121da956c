"""Paper on the screen and out of the vault: pages as pictures, and writing a file where the officer chose."""
