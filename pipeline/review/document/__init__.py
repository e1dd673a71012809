"""The document view: the page as it will be published, and one list of what to decide on.

`routes` answers who looks, `deeds` who acts (`asked` is what they send). `rows` says how items
stand and what changed, `standing` keeps them up to date act by act (`touched`: which ones),
`sheets` where words and items lie on a page, `pictures` keeps pictures of pages (`drawing` makes
them, in a process with limits), `search` finds a term through the case, `units` the paragraphs
and agenda items, `remarks` what may be wrong, `history` what was done. The scripts and styles
stand in static/document. Texts of documents travel in bodies only, never in a path.
"""
