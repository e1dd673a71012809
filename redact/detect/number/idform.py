"""What a number of a person looks like, and what stands between it and its label."""

import regex

ANY_NUMBER = (
    r"\d(?: \d){3,9}(?! ?\d)|"
    r"\d{3,4}(?: \d{3,4})+ \d{1,2}(?![\w.,]\w| (?:stuks|uur|euro|keer|x|m2))\b|"
    r"\d{3,6} \d\d(?= ?[/,;)\n]|\.? *$|\. )|"
    r"(?:[A-Za-z]{1,8}[-./]?|[A-Z]{1,3} )?\d+(?:[./-](?:\d+|[A-Z](?=[./-]\d|[\s,;)]|\.\s|$))|"
    r"[ \xa0]\d{3,4})*[A-Z]?"
    r"|[A-Z]{1,8}\d[A-Z\d]+|[A-Z\d]{2,8}(?:-[A-Z\d]{2,8}){1,3}"
)
AFTER = r"(?![\w@]|[.,]\d|-\w)"
SHORTEST = 3
"""A number of fewer letters and digits identifies nobody."""
DATE = regex.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)?\d\d|(?:19|20)\d\d[-./]\d\d[-./]\d\d")
YEAR = regex.compile(r"(?:19|20)\d\d")
YEARS = regex.compile(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?")
TIGHT = (
    r"[ \xa0.]{0,14}(?:[ \xa0\t.:=(#|*]|:? ?\n|, (?=\S{0,20}\d)){0,4}"
    r"(?:(?:is|was|zijn|waren|luidt|met|nr|nummers?|no)\b[ .:]{0,3}){0,2}[\"'“‘]?"
)
