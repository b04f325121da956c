"""Alembic's entry: the connection comes from ``leerplicht_server.migrate``, inside its transaction."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
