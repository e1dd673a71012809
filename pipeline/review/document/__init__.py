"""The document view: the page as it will be published, and one list of what to decide on.

`routes` answers the browser; `rows` says how items stand, `sheets` where words and items lie on a
page, `pictures` draws pages, `search` finds a term through the case, `units` the paragraphs and
agenda items, `remarks` what may be wrong, `history` what was done. Texts of documents travel in
bodies of answers only, never in a path.
"""
