"""The reasons of a case, once for each ground; where rules are broken; notes; settings."""
