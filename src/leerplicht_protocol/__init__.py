"""What travels between the laptop and the municipality: frozen, versioned models and their codec."""
