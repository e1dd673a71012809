"""A case: documents, what the machine proposes, what people decide, and the record of it all.

What there is to call; every function takes an open `Case`, and may be called from many threads.

Open (`case`)
    new_case(folder, settings, policy)      make a case folder
    open_case(folder)                       open one; `case.state()` is what stands now
    change_settings(case, settings)         four eyes, every page seen, dates

Bring in and read (`files`, `propose`)
    add_file(case, name, content, who)      one file, new or in the place of an older version
    add_files(case, paths, who)             files on disk
    propose_case(case, jobs, watch)         read what is new, link persons, propose for all

Do (`record`, `doing`): every act is checked, written behind the last one, and can be undone
    record(case, Ask(who, subject, deed, saw, id))   any act of `acts`; ConflictError if stale
    undo(case, who) / redo(case, who)       without end, per person
    decide, add, join, split, distinguish, set_role, note, motivate, acknowledge, see_page,
    approve, withdraw                       the same, for who has texts or names instead of keys

Ask
    `standing`  standings(state, document)  the items of a document: state, grounds, decision
                digest(state, document)     what approvals are about
    `approval`  progress, approvals, lapsed, seen_pages, acknowledged, refusals, document_state
    `overview`  overview(case)              the case and its documents: how far, what is open
    `people`    people(case)                the persons of the case; person(case, id) one of them
    `news`      news(case, seq)             what changed since somebody last looked
    `warnings`  warnings(case, document)    more matches than marks, parts of words, too much gone
    `rules`     broken_rules(case)          R1-R7 and the other rules of the law, with the way out
    `history`   history(case, subject)      the acts about an item, a document, a person
    `record`    acts_since(case, seq)       for screens that stay up to date
    `export`    as_csv(case), as_json_record(case)    the record
    `audit`     check_case(case)            is the record what it was when it was written?

    `shown`     shown(case, state)          what stands at each item; title_of(...) of a document
    `titles`    gives_away(case, ...)       does a title say what was taken out of the document?

Carry out (`ordered`, `draft`)
    ordered(case, document)                 the document and what goes from it, for the writer
    draft(case, document)                   that as a PDF; every page says that it is a draft

Subjects are `item:ID`, `person:ID`, `document:N`, `page:N:P`, `unread:N:ID`, `kind:KIND`,
`ground:CODE` and `case:`. No text of a document is in the database: texts that people type, names
of files and what stands at an item are in the vault, and `texts` says how to get them.
"""
