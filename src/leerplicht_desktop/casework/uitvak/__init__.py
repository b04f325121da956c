"""The bodies of the protocol, as the officer's work goes into the outbox."""
