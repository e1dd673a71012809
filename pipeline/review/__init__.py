"""The review: the web application in which a case is decided on.

**How to add a page**

1. A module with a router, beside this file or in a package (`pipeline/review/people/`):

       router = APIRouter(prefix="/personen")
       Viewer = Annotated[Account, Depends(may(Right.SEE))]

       @dataclass(frozen=True, slots=True)
       class PeoplePage:  # what the template calls `view`; a name it lacks is an error
           people: list[Person]

       @router.get("")
       def people_page(request: Request, account: Viewer) -> Response:
           case = review_of(request).case
           return show(request, "people.html", PeoplePage(people_of(case)))

   Handlers are plain `def`. Paths are Dutch and hold ids, never text of a document. Put the
   router in `ROUTERS` (app.py) and, if it belongs in the bar, an `Entry` in navigation.py.
   What answers with an image may set its own cache-control; else nothing is kept.

2. A template in templates/ with `{% extends "base.html" %}` and the blocks `title`, `main`, and
   where needed `styles`, `scripts`, `bar` (more buttons in the bar) and `body_class`: "fills"
   makes the page fill the window, with `<div class="split"><div class="side">` in it.
   `frame` is what stands around the page, `ui` the macros of components.html: `ui.badge(frame,
   "approved", "goedgekeurd")`, `ui.ground`, `ui.field`, `ui.message`, `ui.empty`,
   `ui.progress`, `ui.icon(frame, "search")` (icons.svg). All of them stand on /_ontwerp.
   Everything is escaped; `|safe` is banned. Tables sort by `<table data-sort>` and
   `<th data-sort-key>`. No `style=` and no script in a page: the Content-Security-Policy
   refuses them. Scripts may set `element.style.left`; places that the server knows go into
   attributes of SVG or `data-`.

3. Styles in static/<page>.css, in the custom properties of tokens.css; scripts as ES modules in
   static/<page>.js: `<script type="module" src="{{ frame.static }}/people.js"></script>` in the
   block `scripts`. Modules import each other relatively (`./acts.js`): the path changes with
   the content of the folder, so browsers may keep what they have.

4. Acts. A form holds `{{ ui.token(frame) }}`, and its handler answers `go(path, "Notice.")`. A
   script calls `act(path, body, {label})` of acts.js: it queues, sends in order with an
   Idempotency-Key, repeats when the connection is lost, asks to sign in when the session is
   over, and shows what the server refuses. Its handler takes `key: ActKey` (a UUID: use it as
   the id of the fact, so that a second arrival changes nothing and answers the same), the
   account by `may(Right.DECIDE)`, and the body as a pydantic model; it answers JSON and refuses
   with `HTTPException(409, "Waarom, in het Nederlands.")`. `account.id`, `.name` and `.display`
   say who did it. Undo: `history.remember({label, undo, redo})` of history.js. Live: `follow(path,
   since, use)` of live.js asks a handler that answers `{"acts": [...], "next": number}`.

5. Keys: `keys.add({key: "j", label: "Volgende", group: "Lijst", run, when})` of keys.js; the
   overlay (`?`) shows what was added. Messages: `toast(text, {kind, action})`, `announce(text)`
   of messages.js. Dialogs are `<dialog class="dialog">` with `.dialog-head`, `-body`, `-foot`.

6. Tests: the fixtures `server` (a running review), `browser`, `client_for` and
   `assert_accessible` of tests/pipeline/review/conftest.py:
   `page = server.page_for(browser, Role.REVIEWER)`. What a browser complains of (the policy, an
   error in a script) fails the test. Give `running(folder, case)` the case to show.
   Pictures: add the page to PICTURES in scripts/write-screenshots (`make screenshots`).
"""
