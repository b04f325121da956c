"""What the screens read: frozen rows and pictures, and the ports that give them."""
