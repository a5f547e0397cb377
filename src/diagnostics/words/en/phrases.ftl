# Words of the program beside the messages themselves: what a message fills in, and what a command
# says.

kind-error = error
kind-warning = warning
kind-todo = to be filled in
kind-hint = hint
help = help

where = where
places = { $count } places
place-on-line = `{ $name }` (line { $line })
first-names = { $places }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
same-places = the same stands { $count } times more in this file: line { $places }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }

errors = { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
warnings = { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }
places-to-fill = { $count ->
        [one] 1 place still to be filled in
       *[other] { $count } places still to be filled in
    }
hints = { $count ->
        [one] 1 hint
       *[other] { $count } hints
    }
found = { $parts }
no-problems = no problems found
check-shows = { $found }; `rekenkamer check` shows them
accepted = { $count ->
        [one] 1 warning is accepted; the reason stands in the case
       *[other] { $count } warnings are accepted; the reasons stand in the case
    }

progress = { $bar } { $done } of { $all } reports, { $left } left
nothing-written = nothing was written
nothing-else-written = nothing else was written
machine-failed = error: the computer did not allow this: { $reason }
disk-full = the disk is full
no-permission = there is no permission for that
read-only = this disk can only be read
not-a-folder = a part of this path is a file and no folder
is-a-folder = a folder of that name stands here
not-there = that is not there
working-folder = the folder in which you work
setting-broke = the typesetting broke off
preview-in-browser = preview in the browser

edited-nota-kept = the edited nota is kept as { $path }
edited-comparison-kept = the edited comparison is kept as { $path }
edited-register-kept = the edited register was kept as { $path }
edited-after = { $path }: edited after it was generated; its provenance will say so
new-text-in = the new text stands in { $path }
new-text-settled = { $path } was removed: its text is now merged or replaced
difference-hidden = the difference is not shown: a protected name stands in it
how-to-merge = to merge: the same command with `--merge`; to replace your text, after a copy: `--force`
more-lines = … and { $count } more lines
both-changed = { $place }: here you changed the text and so did the program; choose, and remove the marks

schema-differs = { $path } differs from what this program makes; `rekenkamer schema --write { $folder }` refreshes it
schemas-written = { $folder }: schemas with which your editor helps you to fill in
left-as-it-was = { $path } was there already and is left as it was
templates-unchanged = what you do not change, you can remove again; then what the program carries holds
fill-in = fill in the case, and then look with: rekenkamer check { $case }

start-program = rekenkamer { $version }: from findings to a report for the council
start-none = There is no case in this folder yet. Begin one, with the name of your municipality and the framework that you use:
    {"  "}rekenkamer new cases/utrecht-2026 --municipality Utrecht --frameworks bibob
start-frameworks = Frameworks: { $known }
start-inside = This is the folder of one case. Go to the folder that holds `cases`, and give your command there:
    {"  "}cd ../..
start-many = There are { $count } cases in this folder. Look what is in this one, for example:
    {"  "}rekenkamer check { $case }
start-others = and { $count ->
        [one] 1 more
       *[other] { $count } more
    }
start-wrong = With errors: { $cases }
    {"  "}rekenkamer check { $case }
start-outdated = The case changed after its nota was made: { $cases }
    {"  "}rekenkamer nota { $case }
start-outdated-edited = The case changed after its nota was made, and you edited the text of the nota: { $cases }
    {"  "}rekenkamer nota { $case } --merge
start-open = Not filled in completely: { $cases }
    {"  "}rekenkamer check { $case }
start-without-nota = Filled in, and still without a nota: { $cases }
    {"  "}rekenkamer nota { $case }
start-current = The nota is of the case as it is now: { $cases }
    {"  "}rekenkamer watch { $case }
start-more = All commands: rekenkamer --help

version-frameworks = frameworks: { $list }
version-templates = templates, theme and fonts: { $hash }
version-licence = licence: EUPL-1.2

watching = watching { $case }; stop with Ctrl-C
preview-busy = too many requests at once
preview-foreign = this address does not belong to this preview
preview-reads = there is only something to read here
preview-no-pdf = there is no PDF yet
preview-nothing = not found
outside-folder = { $path } lies outside the open folder
make-cannot = Make cannot name a file with a line break, ;, =, & or | in its name: { $path }
preview-at = preview: { $address }
no-events = changes are not told ({ $reason }); every second the program looks whether there is one
round-broke = the typesetting broke off through a mistake in the program; it waits for the next change
the-document = the document
round-written = { $name } set in { $took } ms
round-unchanged = { $name } stays the same; checked in { $took } ms
round-kept-previewed = { $name } and the edited text stay as they are; the new version stands in the preview
round-kept = { $name } and the edited text stay as they are; nothing was written
round-errors = { $found }; { $name } stays as it was; checked in { $took } ms
round-never-set = { $found }; { $name } is not set yet; checked in { $took } ms
round-busy = { $name } is not written: another command is writing there

explain-why = Why: { $why }
explain-wrong-in = Wrong, in { $file }:
explain-wrong = Wrong:
explain-gone = Wrong: { $file } is not there.
explain-right = Right:

usage-date = write 2026-11-22, 2026-11 or 2026
usage-date-meant = write { $value }
usage-body = write kind and name with a colon in between, such as waterschap:Voorbeeldwaarden; the kinds are { $known }
usage-two-groups = name two different groups with a comma between them
usage-year = write a year in four digits, such as 2027
usage-name = Windows knows no folder or file of the name `{ $name }`; choose another
usage-folder = give the name of one folder, without a slash
usage-title = the title is empty
usage-port = a port is a number from 1 up to and including 65535
usage-code = this code does not exist

found-nothing = nothing
found-text = a text
found-list = a list
found-mapping = keys with a value
yaml-tab = indent with spaces, not with tabs
yaml-deep = too many layers in each other
yaml-grows = too many parts, or references that become ever more
yaml-help = if a text holds `: ` or `#`, put it between quotation marks or in a block with `|`; look also whether the line is indented as far as its neighbours, whether each quotation mark and bracket has its partner, and whether no `[]` stands above a list
yaml-tabbed = this line is indented with a tab
yaml-quote = a quotation mark has no partner, or the text behind it is not indented far enough
yaml-after-quote = something stands behind the closing quotation mark
yaml-quote-help = give each quotation mark its partner; a `'` inside `'…'` is written double: `'foto''s'`
yaml-escape = between double quotation marks `\` has a meaning of its own, and this code does not exist
yaml-escape-help = use single quotation marks: `'…'`
yaml-bracket = a bracket has no partner, or a bracket or comma stands in the wrong place
yaml-bracket-help = give each `[` a `]` and each `{"{"}` a `{"}"}`, or put a text with brackets between quotation marks
yaml-reference = a `&` or `*` at the beginning is a reference in YAML, and this one leads nowhere
yaml-kind = a `!` at the beginning says in YAML of which kind something is, and this kind does not exist
yaml-character = a text cannot begin with this character here
yaml-quotation-help = put the text between quotation marks
yaml-colon = a `: ` stands where it cannot
yaml-colon-help = if the `: ` belongs to a text, put that between quotation marks or in a block with `|`; else look whether the line is indented as far as its neighbours
yaml-curly-help = curly quotation marks, as Word makes them, do not count in YAML; make them straight: `"` or `'`
yaml-open-help = look whether a `[` or `{"{"}` above it is closed, and whether each text with `: ` stands between quotation marks
yaml-no-colon = a key is missing here, or the colon and space behind it
yaml-block = something stands behind `|` or `>` that does not belong there
yaml-block-help = begin the text on the next line, indented further
yaml-dash = a dash stands where it cannot
yaml-indent = this line does not fit the lines above it
yaml-indent-help = indent the line as far as its neighbours; quote a text that begins with `[` or `-`, and look whether no `[]` stands above a list
yaml-documents = `---` or `%` at the beginning of a line divides the file into pieces, and that cannot be here
yaml-documents-help = remove that line, or put the text in a block with `|`
yaml-unknown = YAML cannot read this line as it stands
no-such-date = there is no such date, or it is not in the years 1800 to 2199
write-date = write `2026-11-22`, or `2026-11` or `2026` where the day is unknown
write-number = write for example `4.5` or `"4,5"`, without a unit
write-meant = write `{ $value }`
did-you-mean = did you mean `{ $value }`?
key-odd-colon = behind the colon stands { $name }; write `{ $example }`
write-items = put a dash before each item: `- …`
write-no-list = write one text, without brackets or dashes
write-text = write one text; if it has `: ` in it, put it in quotation marks
key-of-source = if this is another source, make it an item of its own: `{ $example }`; if it belongs to the text before the comma, put that text in quotation marks
key-behind-comma = if this belongs to the text before the comma, put that text in quotation marks
key-of-text = if a line of the text above begins here, put that text in a block: `|` behind the colon, and the text on the lines below it
yaml-goes-on = this line belongs to the text above it, and has a `: ` in it
yaml-goes-on-help = put that text in a block: `|` behind the colon, and the text on the lines below it, indented further
yaml-empty-list-help = delete `[]` at the key above, or delete this list
yaml-extra-bracket = there is one bracket too many here
yaml-extra-bracket-help = remove this bracket, or add the one that it closes
yaml-after-bracket = text stands behind the bracket
yaml-after-bracket-help = take away what stands behind the bracket, or put all of it between quotation marks
yaml-comment = in YAML `{ $mark }` begins no comment
yaml-comment-help = begin a comment with `# `
yaml-odd = here stands a character that nobody sees: { $name }
yaml-odd-help = delete it and type an ordinary space
odd-hard = a hard space, as Word and Teams make them
odd-soft = a soft hyphen (U+00AD), as Word makes them
odd-dash = another dash than the ordinary one ({ $code })
odd-unseen = a character that nobody sees ({ $code })
hidden-sign = what stands here holds { $name }; type it again
hidden-sign-too = what stands here holds { $name }; { $help }
odd-other = { $code }
yaml-write = write `{ $example }`
yaml-in-block-help = put the text in a block: `|` behind the colon, and the text on the lines below it, indented further
yaml-left = this text belongs under the `|` or `>` above it, and stands too far left
yaml-left-help = indent the text two spaces further than the key above it
yaml-among-items = this line stands among the items of a list and has no dash
yaml-among-items-help = if the line belongs to the item above it, indent it further; if it is an item, put `- ` before it
yaml-no-key-help = write `key: value`; if the line belongs to the text above it, indent it further
yaml-further-help = indent the line as far as its neighbours; if it belongs to the text above it, put that text in a block with `|`
yaml-bullet = `{ $mark }` is no dash of a list
yaml-bullet-help = type an ordinary dash (the minus sign of your keyboard) and a space: `- `
yaml-close-colon = a space is missing behind the colon
yaml-close-dash = a space is missing behind the dash
yaml-apostrophe = this text begins with an apostrophe, which YAML takes for a quotation mark
yaml-close-quote-help = put a quotation mark at the end of the text; write a `'` within `'…'` twice: `'it''s'`
yaml-two-colons = here stands a `: ` twice without a comma between
yaml-two-colons-help = put a comma between the parts, or put a text with `: ` in quotation marks
yaml-two-commas = there are two commas here with nothing between them
yaml-two-commas-help = remove one comma
yaml-no-comma = a comma is missing between these two items
yaml-no-comma-help = put a comma between them, with a space behind it
yaml-semicolon = a `;` does not separate items in YAML
yaml-semicolon-help = put a comma in place of every `;`; if the `;` is part of a text, put that text in quotation marks
yaml-bracket-within = this text holds a bracket, which means something to YAML here
yaml-bare-list = several items stand here in a row, without the brackets of a list
yaml-close-before-help = put `{ $mark }` where this item ends
yaml-open-list = this `[` has no `]`
yaml-open-keys = this `{"{"}` has no `{"}"}`
yaml-close-help = put `{ $mark }` at the end of the line
yaml-rest = { $help }; the rest of this file has not been read yet
foreign-zeros = a file of zeros alone: saving or moving it failed
foreign-half = a file saved in part, with a row of zeros in it: saving or moving it was broken off
foreign-word = a Word file
foreign-workbook = an Excel workbook
foreign-zip = a zip file
foreign-old-office = a file of an old Word or Excel
foreign-pdf = a PDF
foreign-rtf = formatted text (RTF)
foreign-image = an image
foreign-page = a web page
foreign-help = put back an earlier version, or save the text with a text editor (Notepad) as `{ $name }`
foreign-folder = a folder
render-folder = give a file, such as `{ $path }`
render-foreign = edit `{ $path }` and give that; `render` makes the PDF and the Word file of it again
cell-error = a formula in a cell fails with `{ $value }`; mend that in Excel, or type the outcome there
no-table = the file is damaged, or it is no table
foreign-text = a file of another kind
table-no-book = give the file the name of its kind, or save it in Excel as an Excel workbook (.xlsx)
table-no-text = give a workbook the ending `.xlsx`, or save the file in Excel as `CSV UTF-8`
table-coding = keep the columns of the codebook, and one row for each municipality
row-of-lines = if a text has a comma or semicolon in it, put that text in quotation marks
row-of-word = give each row of the table as many cells as the headings
table-norms = keep the columns of the framework, and one row for each norm
foreign-locked = a file with a password
norms-unlock = remove the password and save the file again
norms-rename = give the file the name of its kind: `.xlsx`, `.ods` or `.docx`
norms-save-as = save the table as an Excel workbook (.xlsx) or a Word document (.docx)
norms-no-table = there is no table in it
norms-headings = the headings are { $headings }
norms-above = stands above the headings and was skipped: ‘{ $text }’
norms-hidden-sheet = this sheet is hidden, and was read
norms-hidden-column = column { $column } is hidden, and was read
norms-hidden-rows = hidden rows were read: { $rows }
norms-second = ‘{ $heading }’ was not read as ‘{ $read }’: there is such a column already
norms-nameless = this column has no heading, and was not read
norms-again = the headings stand here once more, and were skipped in row { $rows }
norms-dated = here is a date for a code, in row { $rows }: Excel makes a date of a code such as 1-1
norms-footnotes = footnotes were not read, in row { $rows }
norms-symbols = symbols of a symbol font were not read, in row { $rows }
norms-pictures = pictures were not read, in row { $rows }
norms-numbering = numbers that Word counts itself were not read, in row { $rows }: type the codes
norms-other = here is another table with norms; it was not read
utf16-help = it was saved as UTF-16, which Notepad calls `Unicode`; choose the encoding UTF-8 under Save as
windows-help = save the file as UTF-8; it was probably saved as ANSI (Windows-1252)
leads-nowhere = `{ $name }` is a link to something that is not there: connect the drive that has it, or put the file here
file-described = `{ $name }` is described in the manual under Naslag
list-in-quotes = if this belongs to an option, put the list in quotation marks and without spaces: `--format "md,pdf"`
choose-a-case = give a case in this folder: { $cases }
no-such-file = this file does not exist; `rekenkamer framework list` names the frameworks that there are
joint-is-compared = give the folders of the cases; the joint report is made by `rekenkamer compare { $folder }`
make-a-case = give the folder that holds `case.yaml`, or make a case with `rekenkamer new`
study-without-shared = the cases in this folder share `shared.yaml`, and it is not there; put it back, or give a copy of it that name
give-the-folder = this is a file; give the folder of the case: `{ $folder }`
give-the-case = this is a folder in a case; give the folder of the case: `{ $folder }`
write-keys = write each key with its value on a line of its own: `key: value`
write-period = write the beginning and the end: `{ $example }`
hearing-own-gone = put it back: hearing-sent.yaml says that the facts were sent, and this file says to whom and what they remarked
give-a-nota = give the path of a nota.md

id-of-framework = the code of a framework is the name of its file: `{ $name }`
id-of-codebook = the code of a codebook is the name of its file: `{ $name }`
write-code = write `{ $code }`
bwb-number = the number of a law is `BWBR` with seven digits, as on wetten.overheid.nl
id-of-body = the code of a body of kind `{ $kind }` is `{ $prefix }` with { $length } digits
province-as-attribute = put the province at `attributes`, as an attribute of your own, or leave it out
addressees-known = { $known }, or a name that you give at `addressees`
declare-addressee = name whom you mean at `addressees`, such as `addressees: [de dijkgraaf]`, and use that name here
id-characters = use letters, digits and `-`, at most 24 characters
version-earlier = name only versions before { $version } here
version-numbers = a version has three numbers: `1.0.0`
bounds-points = at most { $most } points
bounds-not-negative = a number of zero or more
bounds-part = a percentage from 0 up to and including 100, because it is part of a whole
bounds-part-of = at most { $most }, the number at `{ $key }`
bounds-whole = a whole number from { $least } up to and including { $most }
bounds-word = words that begin and end with a letter or digit
digits-only = write a whole number, in digits only: `87400`
may-exceed-100 = if this percentage can be above 100, add `over-100: true` to `measure` in the framework
columns = { $count } columns
rows = { $count } rows

this-criterion = this criterion
chosen-frameworks = the chosen frameworks
answer-or-unanswered = answer or unanswered
accepting = accepting { $code }
own-weighing = a weighing of your own
level-without-number = a level without a number
measure-assessed = a `level`
measure-checklist = `points`
measure-quantity = a `value` with a `unit`, or a `level` with a `level-reason`
measure-countable = one of three: `count` with `of`, a `value` with a `unit`, or a `level` with a `level-reason`
measure-not-counted = a `value` in { $unit }; counting with `count` and `of` is only possible for a part of a whole, in % and without comparison or conversion
kind-framework = framework
kind-criterion = criterion
kind-finding = finding
kind-source = source
kind-question = sub-question
kind-conclusion = conclusion
kind-recommendation = recommendation
kind-observation = observation

levels-all = all `{ $level }`
levels-between = from `{ $lowest }` to `{ $highest }`
whole-verdict = the verdict on the whole
and-whole-verdict = { $criteria }, and the verdict on the whole
no-judgement-here = no judgement in this place
only-source = only source { $source }
one-origin = all sources derive from { $source }
one-source-together = the findings that give the level have one source together
level-not-counted = the level does not count
yet-it-carries = yet it carries conclusion { $conclusion }

length-semicolon = make more sentences of it: put a full stop where `;` stands now
length-colon = make a list or a sentence of its own of what stands after the `:`
length-split = make two sentences of it, or put parts of the sentence in a list
passive-where = { $count ->
        [one] in this sentence
       *[other] in { $count } sentences in a row
    }

image-not-utf8 = it is not UTF-8
image-other-kind = what it holds does not fit its name
image-ending = its name does not end in `.svg`, `.png`, `.jpg` or `.jpeg`
image-too-large = it has too many pixels
image-bad-xml = it is not well-formed XML
image-doctype = it has a DOCTYPE
image-too-deep = its parts are nested too deep
image-reaches-out = it refers to something outside itself
no-colour = `{ $value }` is no colour such as `#0f3b4c`
no-typeface = `{ $value }` is no name of a typeface
template-unknown-name = a name that the template uses does not exist
template-too-much-work = the template asks for too much work
template-too-much-text = the template writes too much
template-names = which names there are, the manual tells under Normenkaders and under Sjablonen en huisstijl
template-compare = compare this place with the program's own template or framework; what can stand here, the manual tells under Sjablonen en huisstijl
template-syntax = here stands something that a template cannot have
template-none = the template that is named here does not exist
template-unknown-filter = the filter behind `|` does not exist
template-unknown-function = the function that is used here does not exist
template-unknown-test = the test behind `is` does not exist
template-too-many-values = there are too many values between the brackets
template-value-missing = a value is missing between the brackets
template-included = the template that is included here has an error itself
template-unfit = what is asked here cannot be done with this value
library-says = { $what } ({ $library } says: { $reason })
toml-twice = this name is there already; keep one
toml-other-kind = another kind of value belongs here
toml-open = a bracket has no second one, or a comma is missing
toml-no-value = behind the name belongs one `=` with a value
toml-no-quotes = a text stands between quotation marks
toml-unread = this line cannot be understood
word-size = `{ $name }` under `[word]` must lie between 4 and 100
theme-stuck = the theme has an error here
theme-warns = something in the theme is not right
theme-help = change this place in the theme, or take your own file away: then the program's own holds
theme-away = take your own folder `templates` away for a moment and try again
font-unknown = there is no font `{ $name }`
zip-unwritten = the parts do not fit into one file
git-missing = git cannot be found on this computer
git-other-owner = git does not trust this folder, because it is another user's
git-refuses = git gives no answer
watch-too-many = the system cannot follow any more folders
watch-gone = a folder that is followed is no longer there
watch-refused = the system does not follow this folder

xml-two-roots = it holds two pieces
xml-too-deep = nested too deep
xml-doctype = a DOCTYPE is not allowed here
xml-entity = `&{ $name };` is unknown
xml-text-outside = text outside the first element
xml-not-closed = a closing tag is missing at the end
xml-none = it holds no XML
xml-not-ended = a `<` has no `>` that belongs to it
xml-other-end = here `{ $found }` closes, while `{ $expected }` is still open
xml-end-alone = here `{ $found }` closes, which begins nowhere
xml-attribute = a property of this part is not well written
xml-unread = this is not good XML
json-ends = the file ends too early
json-other = here stands what JSON cannot have
system-says = the system says `{ $reason }`
memory-full = the computer's memory is full; close other programs
network-gone = the network or the network drive does not answer
disk-fails = the disk gives an error; if it is a USB stick or a network drive, connect it again
no-zip = it is no zip file
many-parts = it holds { $count } parts, and at most { $most } are allowed
part-damaged = it is damaged
part-missing = it is missing
unpacked-too-large = unpacked more than { $most } MiB
no-utf8 = it is not UTF-8
other-root = it is not `{ $name }` as Word saves it as .docx
name-ends-in-m = the name ends in m
no-word-document = it points at no Word document in `_rels/.rels`
no-styles = there are no styles in it
link-out = `{ $kind }` to `{ $target }`
part-of-kind = a part of the kind `{ $kind }`
picture-of-kind = a picture of the kind `{ $kind }`; save it as PNG, JPEG or SVG

what-comparison = a comparison of audits
what-register = the register itself (the year belongs to --document year-report)
what-joint = a joint study
what-coding = a coding study
what-year-report = the part for the annual report
what-codes = a file that is no project of an analysis program (.qdpx)
what-qda = a project of an analysis program (.qdpx)
what-reaction-form = the form for the response
what-internal = an internal document
what-other-document = a document other than `hearing`

of-source = source `{ $source }`
in-file-name = the name of the file or its folder
in-text = { $text }, { $where }
text-of-nota = the text of the report
text-of-document = the text of the document
in-file = { $file } ({ $where })
in-lines = { $more ->
        [0] line { $numbers }
       *[other] line { $numbers } and { $more } more
    }
on-pages = { $more ->
        [0] page { $numbers }
       *[other] page { $numbers } and { $more } more
    }
in-bytes = the data of the file
more-parts = { $count } more parts
also-at = { $more ->
        [0] , also at { $lines }
       *[other] , also at { $lines } and { $more } more
    }
place-text = the text
place-reference = a reference
place-attribute = an attribute
place-value = a value
place-embedded = an embedded file
place-comment = the comment
place-part-name = the name of a part
place-alternative = an alternative text
place-spoken = the spoken text
place-property = a title or property
place-link = a link
place-attachment-name = the name of an attachment
place-metadata = the metadata
place-attachment = the attachment
place-other = a property
case-not-there = `{ $case }` is no folder with a case here
case-no-name = the head names `{ $case }` as its case, and that is no name of a case
case-of-another = the text is about { $municipality }, and `{ $case }` is another study, about { $other }
case-other-name = the head names case `{ $case }`, and as its folder `{ $path }`
cases-not-recorded = the head does not say which cases are behind it
place-script = a script or style
unread-depth = files lie too deep in each other
unread-zip = it is no good zip file
unread-part = part `{ $name }` cannot be unpacked
unread-pdf = the PDF cannot be read
unread-page = page { $page } cannot be read
unread-stream = a part of the PDF cannot be read
unread-picture = it holds an image that cannot be read, or that holds more than what is seen
unread-address = it holds an embedded file that cannot be read
unread-xml = it is no good XML or HTML
unread-json = it is no good JSON
unread-kind = it holds a file of an unknown kind

rests-on = rests on
meant = did you mean `{ $nearest }`?
norm-not-chosen = this norm is not chosen in `case.yaml`, so it has no judgement
rests-on-nothing = rests on nothing
carries = carries
carries-nothing = carries nothing
supports = supports
contradicts = contradicts

command = COMMAND
options = [OPTIONS]
usage = Usage:
help-commands = Commands:
help-input = Input:
help-options = Options:
help-of-help = Show this help
help-of-version = Show the version
help-of-lang = The language of messages and help: nl or en; that of the computer without this
help-default = default: { $value }
help-possible = possible: { $values }
usage-wrong = error: { $what }
usage-unknown = `{ $argument }` is not known here
usage-list = `{ $argument }` stands by itself here; if it belongs to a list, put that in quotation marks and without spaces: `"one,two"`
usage-no-value = `{ $argument }` needs a value
usage-other-value = `{ $value }` does not fit `{ $argument }`
usage-unfit = `{ $value }` does not fit `{ $argument }`: { $reason }
usage-whole-number = give a whole number, without a point or a comma
usage-missing = this is missing: { $argument }
usage-no-command = command `{ $value }` does not exist
usage-conflict = `{ $argument }` and `{ $other }` do not go together
usage-nearest = help: did you mean `{ $value }`?
usage-known = help: there are: { $known }
usage-more = `--help` behind the command shows what is possible

quota-full = the room that you have on this disk is full
file-grows = the file becomes larger than is allowed here
already-there = that is there already
no-name-here = this disk cannot have such a name
things-in-list = things in this list
layers-of-folders = layers of folders
many-audits = { $count } cases and scorecards: this may take up to { $memory } GB of memory and some minutes
more-than = more than { $most }
no-ordinary-file = this is no ordinary file
open-elsewhere = this file is open in another program; close it there and give the command again
xml-character = it holds a character that XML cannot have
image-damaged = it is damaged
image-nested-unread = it has an image or font in it that cannot be read
image-nested-kind = it has a file in it that is no PNG, JPEG, SVG or font
image-foreign = it has text of a web page in it (foreignObject), which comes into neither the PDF nor Word; save it with plain text (in draw.io: switch ‘Formatted Text’ off) or as PNG
image-languages = it shows something else in another language (systemLanguage); save it in one language
image-nested-text = it has a drawing with text in it; that text is lost in the PDF, so put it in the outer drawing
image-bad-svg = it is no good SVG
image-character = it has character { $code }, which a PDF cannot have
rename-to-case = there is a `{ $file }`; call that file `case.yaml`
to-material = put it in the folder `materiaal` of the case, or remove it
stray-meant = did you mean `{ $nearest }`?
foreign-unknown = that framework does not have this criterion
foreign-duty = the framework says otherwise whether it is a legal duty
foreign-weight = its weight is another
foreign-number = the number at this criterion cannot be so
changed-lines = { $count ->
        [one] 1 line differs
       *[other] { $count } lines differ
    }
changed-judgement = { $of } is now { $is } and was { $was }
framework-empty = write the criteria in it, and then look with: rekenkamer check frameworks/{ $id }.yaml
framework-broken = { $id }: this framework has errors; look at it with: rekenkamer check frameworks/{ $id }.yaml
codebook-made = it holds { $count ->
    [one] one criterion
   *[other] { $count } criteria
}; open it in your analysis program as a codebook (REFI-QDA)
framework-made = { $count ->
        [one] it holds one criterion
       *[other] it holds { $count } criteria
    }; look it over, and make a case with: rekenkamer new cases/… --municipality … --frameworks { $id }
norms-code-with-parts = other codes are part of this code, so it is a theme; its description was not taken over
norms-column = column ‘{ $heading }’ was not understood and not read; where it is a level, name the levels with --scale
norms-long-name = the name ‘{ $name }’ is too long for tables, and stands in the explanation
norms-numbered = without a code this criterion is called { $code }, and the next ones go on from there
norms-renamed = code ‘{ $typed }’ is called { $code } in the framework
table-note = { $path }{ $place ->
        [none] {""}
       *[other] , { $place }
    }: { $text }
usage-framework-code = use small letters, digits and hyphens, and begin with a letter
usage-scale = give twee, drie, vier or vijf, or two to five words of your own from high to low, with commas between them
edit-other = the program does not know this way of writing well enough
edit-reference = it holds an anchor (&), an alias (*) or a tag (!)
edit-tab = there is a tab between the values
import-nothing = there is nothing to change in the case
form-column-unread = not read: column ‘{ $column }’ ({ $places }); take over yourself what it says
form-remarks = remarks in the margin of the Word file were not read; look at them yourself
form-open = not answered: { $codes }
import-choose = choose yourself and change the file, or choose for all at once with `--keep case` or `--keep copy`
import-copy-nothing = the case has all that the copy has; you can remove the copy
import-copy-remove = remove the copy, or put it in the folder `materiaal` of the case
import-shared-nothing = `shared.yaml` of the study has all that the copy has; you can remove the copy
import-shared-remove = remove the copy, or put it in another folder
merge-choose = the file has both between marks of git; choose what is to stay, and remove the marks
merge-comments = { $count ->
        [one] 1 comment behind a `#` had no place of its own, and stands
       *[other] { $count } comments behind a `#` had no place of their own, and stand
    } at the end of the file
merge-elsewhere = something else
merge-from = comments without a place of their own, of one of the two versions:
merge-from-copy = comments of the copy:
merge-nothing = nothing
merge-ours = this version
merge-theirs = the other version
merge-value = `{ $value }`
what-no-copy = a form; it is for a copy of a YAML file
qda-project = read: a project of { $origin ->
    [none] an analysis program
   *[other] { $origin }
}, with { $codes ->
    [one] one code
   *[other] { $codes } codes
}, { $documents ->
    [one] one document
   *[other] { $documents } documents
} and { $passages ->
    [one] one coded passage
   *[other] { $passages } coded passages
}
qda-again = taken over before: { $count ->
    [one] one passage
   *[other] { $count } passages
}; not added again
qda-at-code = code { $number } (line { $line })
qda-at-document = document { $number } (line { $line })
qda-at-passage = passage { $number } of document { $document } (line { $line })
qda-blank = fill in { $path }, and then give the same command again
qda-blank-both = fill in { $path } and { $documents }, and then give the same command again
qda-code-lost = { $count ->
    [one] one passage has
   *[other] { $count } passages have
} a code that is not in the codebook of the project; that code cannot be mapped
qda-codes-empty = without passages in this project: { $codes }
qda-codes-named = { $count ->
    [one] one code holds a name or what somebody said, and is not in the mapping
   *[other] { $count } codes hold a name or what somebody said, and are not in the mapping
}; give it another name in your analysis program
qda-counted = places in the text were counted in { $way }, { $ends }
qda-counted-other = places in the text were counted in { $way }, { $ends }: that fits what passages quote themselves, although this program usually counts otherwise
qda-units = units of UTF-16 (an emoji counts as two)
qda-code-points = characters (an emoji counts as one)
qda-ends-one = with a Windows line end as one character
qda-ends-two = with a Windows line end as two characters
qda-left = not mapped, and not taken over: { $count ->
    [one] one code
   *[other] { $count } codes
} with passages ({ $codes })
qda-memos = memos are not read: { $count }
qda-misfit = { $count ->
    [one] the place of one passage does
   *[other] the places of { $count } passages do
} not fit the text; look at them in your analysis program: { $places }
qda-nameless = nobody is named at `people` of { $codes } in { $path }: the names of who spoke there are not searched for
qda-names = { $count ->
    [one] one name or text comes
   *[other] { $count } names and texts come
} into { $path }, so that no document has them
qda-next = fill in `condition` at each new finding yourself, and `level` where it says something of the level; the passages are in { $path }
qda-no-words = of { $count ->
    [one] one passage
   *[other] { $count } passages
} the project does not have the text; the place is given
qda-nowhere = not taken over: { $count ->
    [one] one passage
   *[other] { $count } passages
} with a place that cannot be, such as an end before the beginning or beyond the text; check this in your analysis program, and export the project again: { $places } of project.qde
qda-pages-one = pages of PDFs are taken over as the project names them
qda-pages-zero = pages of PDFs count from zero in this project; in the case the first page is 1
qda-quoted = { $count ->
    [one] one quote was taken over before, and changed or removed in the case since; that
   *[other] { $count } quotes were taken over before, and changed or removed in the case since; that
} stays so (if you want it back, remove it under `quoted` in { $path })
qda-taken = { $count ->
    [one] one passage
   *[other] { $count } passages
} as evidence for { $findings ->
    [one] one finding
   *[other] { $findings } findings
}
qda-untitled = not taken over: passages from { $codes }; first fill in `title` of these, in { $path }
revise-added = line { $line }: + { $new }
revise-changed = line { $line }: { $old } → { $new }
revise-meanwhile = nothing written: one of the files has changed in the meantime; give the command again
revise-new-file = { $path } (new)
participants-not-yet = in the cases that were there, nothing has been changed yet; with --write this is written
revise-not-yet = nothing has been changed yet; with --write this is written
revise-written = written; look at the case with: rekenkamer check { $case }
revise-written-shared = written to `shared.yaml`, which all cases of the study share; look at them with: rekenkamer check { $case }
revise-written-study = written; look at the cases of the study with: rekenkamer check { $case }
upgrade-changed = {"  "}changed: { $codes }; look at the findings again, for a judgement of then does not simply hold any more
upgrade-gone = {"  "}gone: { $codes }; what stands at it is still there, and `check` names it until you remove it or move it
upgrade-mention = { $path }, line { $line }: the text names { $code } and is left as it was
upgrade-new = {"  "}new: { $codes }; add them to the findings
upgrade-no-version = framework { $framework } has no versions; there is nothing to upgrade
upgrade-of = { $framework }: from version { $old } to { $new }
upgrade-present = the case uses version { $version } of { $framework } already
addressees = the addressees, where capitals and articles do not count
pages-of-chapter = { $of } ({ $count } pages)
hearing-paragraphs =
    { $count ->
        [one] 1 paragraph has a number
       *[other] { $count } paragraphs have a number
    }
hearing-next = now make the document that you send: rekenkamer nota { $case } --document hearing --format docx,pdf
remarks-known =
    { $count ->
        [one] 1 remark is there already and was passed over
       *[other] { $count } remarks are there already and were passed over
    }
remark-unanchored = this remark belongs to no paragraph; it comes in without `at`: { $text }
remark-number-unknown = number `{ $value }` was not sent; the remark comes in without `at`: { $text }

status-concept = the status is `concept`
step-plan = plan of the study
step-hearing = hearing of facts
step-reaction = formal response
step-afterword = afterword
step-decision = decision of the council
lacks-respondent = { $role } did not answer yet
lacks-answer = remark `{ $remark }` is not answered yet
lacks-response = there is no formal response yet
lacks-position = nobody responded to recommendation `{ $recommendation }` yet
embargo-no-day = you did not say on which day you publish it
embargo-too-early = { $on } is too early
metadata-day = the day of the report (`study: date:` has only a month or a year)
metadata-publisher = who publishes it (`publication: publisher:`)
write-day = write the day too, as in 2027-03-12
usage-day = write the day too, as in 2027-03-12
reader-college = the college
reader-rekenkamer = the rekenkamer
step-conversations = reports of conversations
step-findings = findings
state-done = done
state-waiting = waits
state-to-do = to do
state-unsaid = –
progress-unsaid = the case says nothing of it
progress-adopted = adopted on { $date }
progress-not-adopted = not adopted yet
progress-agreed = { $count } of { $of } reports agreed
progress-report-draft = { $code } is not sent yet
progress-report-sent = { $code }
progress-report-silent = nobody answered { $code }
progress-waiting =
    waits for { $who }{ $since ->
        [none] {""}
       *[other] {" "}since { $since }
    }{ $due ->
        [none] {""}
       *[other] , due { $due }
    }
progress-norms = { $count } of { $of } criteria filled in
progress-sent = sent on { $date }
progress-remarks =
    { $count ->
        [0] no remarks
        [one] 1 remark
       *[other] { $count } remarks
    }
progress-remarks-open = still to be answered: { $codes }
progress-silent = { $role }
progress-response-asked = the executive
progress-response = given on { $date }
progress-positions = a position on { $count } of { $of } recommendations
progress-written = written
progress-unwritten = still to be written
progress-decision = taken on { $date }
progress-decided = on { $count } of { $of } recommendations
next-plan = now: fill in `plan` and make the plan of the study: rekenkamer nota { $case } --document plan
next-conversations = now: send the reports of the conversations (letters: rekenkamer nota { $case } --document letters --format docx), and note at the source when
next-findings = now: fill in what is still open: rekenkamer check { $case }
next-hearing = now: send the facts to be checked: rekenkamer hearing { $case } --sent DATE --due DATE
next-answers = now: complete hearing.yaml: whom you asked, and your answer to each remark
next-reaction = now: ask for a response: rekenkamer nota { $case } --document reaction --format docx
next-afterword = now: write the afterword at `afterword` in case.yaml
next-decision = now: make the proposal to the council: rekenkamer nota { $case } --document proposal --format docx
next-register = now: follow what becomes of the recommendations: rekenkamer register { $case }
next-none = this is a reconstruction of a study by others: there is no next step
start-status = Where a study stands, and what waits for whom: rekenkamer status { $case }
next-wait = now: wait for an answer; if you went on without one, say so in the case with the reason
progress-nobody-named = `respondents` does not say yet who was asked

casebook-save-as = save it as a workbook of Excel (.xlsx) or a spreadsheet of OpenDocument (.ods)
casebook-sheets-missing = these sheets are no longer there, and were not read: { $names }
casebook-sheets-unread = these sheets were not read: { $names }
casebook-comments = comments on cells were not read; look at them yourself
casebook-columns-missing = sheet { $sheet } lacks these columns; what the case has there stays: { $names }
casebook-hidden = sheet { $sheet } is hidden or has hidden rows or columns; those were read too
casebook-missing = no longer in the workbook, and still in the case: { $names }; to delete one, name it with `--delete`
casebook-gone = no longer in the case, and not changed in the workbook: { $names }
casebook-formulas = these cells have a formula; its outcome was taken: { $names }
casebook-newer = { $count ->
    [one] one cell changed in the case since the workbook was made; it stays as in the case
   *[other] { $count } cells changed in the case since the workbook was made; they stay as in the case
}
casebook-left-out = not in the workbook, because somebody protected is named there or because a text does not fit in a cell: { $names }
casebook-there = in the case already: { $names }
casebook-empty = nothing
casebook-rows = a workbook may have { $most } rows on a sheet
what-workbook = a workbook of the case
what-form = a form
participants-done = { $made ->
    [0] no new cases
    [one] one new case
   *[other] { $made } new cases
}, { $same } unchanged, { $changed } with changes from the table
participants-formulas = formulas stand here; their last computed value was read, in row { $rows }
participants-next = first fill in what they share, in { $path }
participants-note = { $place }: { $text }
participants-other = another table of participants stands here; it was not read
participants-unnamed = not in the table, and left as they are: { $cases }
participants-unread = column ‘{ $heading }’ was not read; with --attributes it becomes an attribute of the cases
table-participants = keep the columns of the participants, and a row for each participant
table-save-as = save the table as a workbook (.xlsx or .ods) or as a CSV file
what-shared = a study that has a shared part already: change { $path }
shared-missing = this file is not there; a shared part is usually called `../shared.yaml`
