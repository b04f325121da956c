"""The identity provider as a process of its own: ``python -m tests.provider PORT REDIRECT...``.

It is canaille from its package, on SQLite in a folder that is thrown away. Never its memory backend: there a
question with two conditions is an OR, so that the code of one sign-in is redeemed as another's (0.3.6).
Routes under /_hands exist only here, and change people, groups and keys while it runs.
"""

from __future__ import annotations

import datetime
import logging
import signal
import sys
import tempfile
from collections.abc import Callable
from typing import Any

import canaille.oidc.provider
from canaille import create_app
from canaille.app import models
from canaille.backends import Backend
from joserfc.jwk import RSAKey
from werkzeug.security import gen_salt
from werkzeug.serving import make_server

from .people import CLIENT, PEOPLE, WORD

# Its access token is a JWT without jti: two of one person in one second are equal, and the second one is an
# error 500 (0.3.6).
canaille.oidc.provider.generate_access_token = lambda *_a, **_k: gen_salt(48)


def _new_key() -> dict[str, Any]:
    key = RSAKey.generate_key(2048, {"use": "sig", "alg": "RS256"}, auto_kid=True)
    return dict(key.as_dict(private=True))


def _config(port: int, folder: str) -> dict[str, Any]:
    return {
        "SECRET_KEY": "alleen-voor-de-proef",
        "SERVER_NAME": f"127.0.0.1:{port}",
        "PREFERRED_URL_SCHEME": "http",
        "CANAILLE": {
            "DATABASE": "sql",
            "LANGUAGE": "nl",
            "JAVASCRIPT": False,
            "HTMX": False,
            "SMTP": None,
            "ACL": {"DEFAULT": {"PERMISSIONS": ["edit_self", "use_oidc"]}},
            "LOGGING": {"version": 1, "disable_existing_loggers": False},
        },
        "CANAILLE_SQL": {
            "DATABASE_URI": f"sqlite:///{folder}/canaille.db",
            "PASSWORD_SCHEMES": "pbkdf2_sha512",
            "PASSWORD_HASH_PARAMS": {"pbkdf2_sha512__rounds": 1_000},
        },
        "CANAILLE_OIDC": {
            "ACTIVE_JWKS": [_new_key()],
            "REQUIRE_NONCE": True,
            "USERINFO_MAPPING": {"PREFERRED_USERNAME": "{{ user.user_name }}"},
        },
    }


def _fill(redirects: list[str]) -> None:
    groups: dict[str, list[Any]] = {}
    for name, (given, family, of) in PEOPLE.items():
        user = models.User(
            user_name=name,
            formatted_name=f"{given} {family}",
            given_name=given,
            family_name=family,
            emails=[f"{name}@example.org"],
            password=WORD,
        )
        Backend.instance.save(user)
        for group in of:
            groups.setdefault(group, []).append(user)
    for name, members in groups.items():
        Backend.instance.save(models.Group(display_name=name, members=members))
    client = models.Client(
        client_id=CLIENT,
        client_name="Leerplicht Desktop",
        client_uri="http://127.0.0.1/",
        redirect_uris=redirects,
        grant_types=["authorization_code", "refresh_token"],
        response_types=["code"],
        scope=["openid", "profile", "groups"],
        token_endpoint_auth_method="none",
        client_id_issued_at=datetime.datetime.now(datetime.UTC),
    )
    Backend.instance.save(client)
    client.audience = [client]
    Backend.instance.save(client)


def _set_lock(name: str, moment: datetime.datetime | None) -> str:
    person = Backend.instance.get(models.User, user_name=name)
    person.lock_date = moment
    Backend.instance.save(person)
    return "ok"


def _set_members(name: str, group: str, *, join: bool) -> str:
    found = Backend.instance.get(models.Group, display_name=group)
    others = [member for member in found.members if member.user_name != name]
    here = [Backend.instance.get(models.User, user_name=name)] if join else []
    found.members = [*others, *here]
    Backend.instance.save(found)
    return "ok"


def _hands(app: Any) -> dict[str, Callable[..., str]]:
    def rotate() -> str:
        oidc = app.config["CANAILLE_OIDC"]
        oidc["INACTIVE_JWKS"] = list(oidc["ACTIVE_JWKS"])
        oidc["ACTIVE_JWKS"] = [_new_key()]
        return "ok"

    return {
        "lock/<name>": lambda name: _set_lock(name, datetime.datetime.now(datetime.UTC)),
        "unlock/<name>": lambda name: _set_lock(name, None),
        "leave/<name>/<group>": lambda name, group: _set_members(name, group, join=False),
        "join/<name>/<group>": lambda name, group: _set_members(name, group, join=True),
        "rotate": rotate,
    }


def main(port: int, redirects: list[str]) -> None:
    """Serve until ended; one line on standard output when it listens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(config=_config(port, folder))
        with app.app_context(), Backend.instance.session():
            _fill(redirects)
        for rule, view in _hands(app).items():
            app.add_url_rule(f"/_hands/{rule}", rule, view, methods=["GET"])
        server = make_server("127.0.0.1", port, app, threaded=True)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
