"""Who somebody is: name, address, numbers and birth date, as the register keeps them."""
