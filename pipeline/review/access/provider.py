"""Signing in at an OpenID provider: code flow with PKCE, state and nonce (OpenID Core 3.1).

Nothing the provider answers is repeated in an error: it may name people.
"""

import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pipeline.review.access.account import Role
from pipeline.review.access.errors import NoRoleError, ProviderError
from pipeline.review.settings import Provider, is_loopback

_LOG = logging.getLogger(__name__)
_TIMEOUT_S = 10
_LEEWAY_S = 60
_SIGNED_WITH = ["RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"]
"""How an identity may be signed; a secret that we share with the provider signs nothing."""


@dataclass(frozen=True, slots=True)
class Flight:
    """A sign-in that is under way: what must come back, and what proves that we began it."""

    state: str
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)
    onward: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the provider says somebody is."""

    subject: str
    name: str
    display: str
    roles: frozenset[Role]


def take_off(provider: Provider, back: str, onward: str) -> tuple[Flight, str]:
    """Return a new flight and the address at the provider to send the browser to."""
    endpoints = _discover(provider)
    state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
    flight = Flight(state, nonce, verifier, onward)
    with _client(provider, back) as client:
        address, _ = client.create_authorization_url(
            endpoints["authorization_endpoint"],
            state=flight.state,
            nonce=flight.nonce,
            code_verifier=flight.verifier,
        )
    return flight, str(address)


def land(provider: Provider, back: str, flight: Flight, code: str, now: float) -> Identity:
    """Exchange the code that came back for who it is.

    Raises:
        ProviderError: the provider does not answer, or answers what we must not believe.
        NoRoleError: none of the claims gives a role here.
    """
    from authlib.integrations.base_client import OAuthError  # noqa: PLC0415
    from httpx2 import HTTPError  # noqa: PLC0415
    from joserfc.errors import JoseError  # noqa: PLC0415

    endpoints = _discover(provider)
    try:
        with _client(provider, back) as client:
            token = client.fetch_token(
                endpoints["token_endpoint"], code=code, code_verifier=flight.verifier
            )
            keys = client.request("GET", endpoints["jwks_uri"], withhold_token=True).json()
            claims = _checked(provider, token["id_token"], keys, flight.nonce, now)
            if provider.claim not in claims and "userinfo_endpoint" in endpoints:
                more = client.get(endpoints["userinfo_endpoint"]).json()
                claims |= more if more.get("sub") == claims["sub"] else {}
    except (
        HTTPError,
        OAuthError,
        JoseError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        _LOG.warning("no sign-in at the provider: %s", type(error).__name__)
        why = "het antwoord van de aanmeldserver klopt niet"
        raise ProviderError(why) from None
    return _identity(provider, claims)


def _discover(provider: Provider) -> Mapping[str, Any]:
    """Read where the provider keeps what; all of it must be as safe as the provider itself."""
    from httpx2 import Client, HTTPError  # noqa: PLC0415

    address = f"{provider.issuer}/.well-known/openid-configuration"
    why = "de aanmeldserver is niet te bereiken of is niet goed ingesteld"
    try:
        with Client(timeout=_TIMEOUT_S) as client:
            found: dict[str, Any] = client.get(address).raise_for_status().json()
        needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        is_fit = str(found["issuer"]).rstrip("/") == provider.issuer
        is_safe = all(_is_safe(str(found[name])) for name in needed)
    except (HTTPError, ValueError, KeyError, TypeError):
        raise ProviderError(why) from None
    if not is_fit or not is_safe:
        raise ProviderError(why)
    return found


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def _client(provider: Provider, back: str) -> Any:  # noqa: ANN401  Authlib has no types
    from authlib.integrations.httpx_client import OAuth2Client  # noqa: PLC0415

    return OAuth2Client(
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        token_endpoint_auth_method="client_secret_basic" if provider.client_secret else "none",
        scope=provider.scope,
        redirect_uri=back,
        code_challenge_method="S256",
        timeout=_TIMEOUT_S,
    )


def _checked(
    provider: Provider,
    token: str,
    keys: Any,  # noqa: ANN401  as it was sent
    nonce: str,
    now: float,
) -> dict[str, Any]:
    """Return the claims of an ID token that is signed, for us, fresh, and of this flight."""
    from authlib.oidc.core import CodeIDToken  # noqa: PLC0415
    from joserfc import jwt  # noqa: PLC0415
    from joserfc.jwk import KeySet  # noqa: PLC0415

    decoded = jwt.decode(token, KeySet.import_key_set(keys), algorithms=_SIGNED_WITH)
    demands = {
        "iss": {"essential": True, "values": [provider.issuer, f"{provider.issuer}/"]},
        "aud": {"essential": True, "value": provider.client_id},
    }
    known = {"nonce": nonce, "client_id": provider.client_id}
    claims = CodeIDToken(decoded.claims, decoded.header, demands, known)
    claims.validate(now=int(now), leeway=_LEEWAY_S)
    return dict(claims)


def _identity(provider: Provider, claims: Mapping[str, Any]) -> Identity:
    held = claims.get(provider.claim, [])
    values = set(map(str, held if isinstance(held, list) else [held]))
    roles = frozenset(role for value, role in provider.roles if value in values)
    if not roles:
        raise NoRoleError
    subject = str(claims["sub"])
    name = str(claims.get("preferred_username") or claims.get("email") or subject)
    return Identity(f"{provider.issuer} {subject}", name, str(claims.get("name") or name), roles)
