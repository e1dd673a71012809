"""A small OpenID provider: signs in whom it is told to, and checks what a client must send."""

import base64
import hashlib
import json
import secrets
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "lakwerk"
KEY = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "1", "use": "sig"})


@dataclass
class OpenID:
    """What the provider says, and how it can be made to lie."""

    issuer: str
    now: float
    claims: dict = field(default_factory=dict)
    lies: dict = field(default_factory=dict)
    """Claims of the ID token that are not as they should be."""
    key: RSAKey = field(default_factory=lambda: KEY)
    userinfo: dict | None = None
    refuses: bool = False
    codes: dict = field(default_factory=dict)

    def authorize(self, asked: dict) -> str:
        """Return where the browser goes after somebody signed in here."""
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe()
        self.codes[code] = asked
        outcome = {"error": "access_denied"} if self.refuses else {"code": code}
        return f"{asked['redirect_uri']}?{urlencode(outcome | {'state': asked['state']})}"

    def token(self, sent: dict) -> tuple[int, dict]:
        """Return the ID token for a code, once, to who proves to have begun."""
        asked = self.codes.pop(sent["code"], None)
        proof = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
        if asked is None or challenge != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        if sent["redirect_uri"] != asked["redirect_uri"]:
            return 400, {"error": "invalid_grant"}
        standard = {
            "iss": self.issuer,
            "aud": CLIENT,
            "nonce": asked["nonce"],
            "iat": int(self.now),
        }
        claims = standard | {"exp": int(self.now) + 300} | self.claims | self.lies
        token = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)
        return 200, {"access_token": "secret", "token_type": "Bearer", "id_token": token}

    def discovery(self) -> dict:
        """Return where everything is."""
        names = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "keys",
        }
        more = {"userinfo_endpoint": "userinfo"} if self.userinfo is not None else {}
        return {"issuer": self.issuer} | {
            name: f"{self.issuer}/{path}" for name, path in (names | more).items()
        }


@contextmanager
def provider(now: float):
    """Run a provider until the block ends."""
    openid = OpenID("", now)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            parts = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/authorize":
                self.send_response(302)
                self.send_header("location", openid.authorize(asked))
                self.send_header("content-length", "0")
                self.end_headers()
                return
            answers = {
                "/.well-known/openid-configuration": openid.discovery(),
                "/keys": {"keys": [KEY.as_dict(private=False)]},
                "/userinfo": openid.userinfo,
            }
            self._answer(200, answers[parts.path])

        def do_POST(self):
            length = int(self.headers["content-length"])
            sent = parse_qs(self.rfile.read(length).decode())
            self._answer(*openid.token({name: values[0] for name, values in sent.items()}))

        def _answer(self, status, content):
            body = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    openid.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield openid
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
