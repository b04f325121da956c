"""Documents that leave the office: their life, their receivers, and what is kept with them."""
