"""The house rules: which ground for which kind, who stays public, what is out of scope."""

from redact.policy.load import load_policy, with_terms
from redact.policy.propose import propose
from redact.policy.values import Policy

__all__ = ["Policy", "load_policy", "propose", "with_terms"]
