"""Who signs in: the identity provider asked, a session bound to the key of one laptop, enrolment."""
