"""The program as it is handed out: built as a wheel, installed outside the checkout, and used from there."""
