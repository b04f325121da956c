"""What the operating system is told and asked: one program per folder, what stays behind, starting anew."""
