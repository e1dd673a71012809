"""The record of a case: every act, who did it, and what it changed."""
