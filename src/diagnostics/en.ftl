# The messages, one a code. Lower case, no full stop, names between grave accents.
# `.label` stands beside the underlined place; `.help` says what you can do.

R360 = conclusion `{ $value }` rests on no finding and no criterion
    .help = name under `criteria` or `findings` from what it follows
R361 = criterion `{ $value }` comes out at `{ $level }`, and no conclusion speaks of it
    .help = name the criterion or one of its findings in a conclusion
R362 = recommendation `{ $value }` follows from no conclusion
    .help = name under `conclusions` the conclusion from which it follows
R363 = no recommendation follows from conclusion `{ $value }`
    .help = name the conclusion in a recommendation, or write one
R364 = conclusion `{ $value }` says `{ $found }`, and its criteria say otherwise: { $expected }
    .help = change the words, or name the criteria from which this follows
R365 = framework `{ $value }` comes out at `{ $level }`, and yet this lies two levels or more lower: { $criteria }
    .help = the average hides this: say it in a conclusion, and accept the warning under `accepted`
R366 = the judgement on criterion `{ $value }` has a narrow basis: { $why }
    .help = find a second source that is independent of the first, preferably of another kind
R367 = the judgement on criterion `{ $value }` rests on interviews alone
    .help = find a document, a register or an observation of your own that shows the same
R368 = no finding uses source `{ $value }`
    .help = name the source in a finding, or take it away
R369 = source `{ $value }` carries more than half of the evidence: { $count }
    .help = look for other sources on these criteria too
R370 = finding `{ $value }` names `{ $source }` beside `{ $other }`, while one rests on the other; together they count as one source
    .help = take one away, or find a source that is independent of this one
R371 = on criterion `{ $value }` the researchers depart from the level that follows from the findings: `{ $found }` instead of `{ $expected }`
    .help = if an outsider can see the reason in the findings, accept the warning under `accepted`
R372 = sub-question `{ $value }` has no answer, and no reason why there is none
    .help = write `answer` or `unanswered`
R373 = figure `{ $found }` in conclusion `{ $value }` occurs in no finding
    .help = name the figure in a finding, with its source, or take it away here
R374 = criterion `{ $value }` stands beside { $count } other municipalities, and fewer than 5 say little
    .help = name more of them under `peers`, or leave the comparison out
R375 = criterion `{ $value }` holds only from { $date }, after the period that was audited; { $what }
    .help = choose `niet-onderzocht` with this reason and take the level away, or check whether `period` is right
R376 = in framework `{ $value }`, thresholds between levels have no outside source: { $criteria }
    .help = explain under `accepted` why these thresholds suit here, or found them in a framework of your own

R390 = warning `{ $value }` does not exist
    .help = did you mean `{ $nearest }`?
R391 = a case cannot accept `{ $value }`
    .help = mend what this code tells of; which warnings you can accept stands in cases/README.md
R392 = { $code } is about a { $what }, and `{ $value }` is none
    .help = did you mean `{ $nearest }`?
R393 = nothing to accept here: `{ $code }` does not occur with `{ $value }`
    .help = take this item away
R394 = `{ $value }` does not occur in this case
    .help = did you mean `{ $nearest }`?

R401 = this field cannot hold a heading
    .help = make the line bold, or leave a blank line above a row of dashes
R402 = HTML comes into the report as literal text
    .help = take it away; in Markdown `*slanted*` is italic and `**heavy**` is bold, and a blank line begins a paragraph
R403 = lists, quotations or emphasis nest deeper than { $most } levels
R404 = no font has the character `{ $character }` ({ $code })
    .help = use another character, or put a font that has it in templates/fonts
R405 = character { $code } may not stand in a durable PDF
    .help = take the character away; an invisible one often comes along when you paste
R406 = link to `{ $value }`, and that place does not exist
    .help = did you mean `{ $nearest }`?
R407 = image `{ $value }` does not exist or cannot be read
    .help = check that the name is exactly right, capitals too, and that the file stands beside this document
R408 = image without a description
    .help = write between the square brackets what there is to see
R409 = { $problem ->
        [empty] heading without text
       *[skips] heading of level { $found }, expected level { $expected } at most
    }
    .help = { $problem ->
        [empty] write a heading, or take the line away
       *[skips] take a `#` away, or put a heading of level { $expected } above it
    }
R415 = image `{ $value }` does not stand in the folder of this document
    .help = put it in that folder, and name it without `..`, without an address and without a path from the root
R416 = image `{ $value }` cannot be used: { $reason }
    .help = save it again as SVG, PNG or JPEG
R417 = this document is too long: { $found } paragraphs and tables, and { $most } at most can be set
    .help = split it
R410 = an image belongs in a paragraph of its own; now only its description comes into the report
    .help = in `nota.md`: leave a blank line above and below the image

R501 = template is not well formed: { $reason }
    .help = close every `{ "{%" }` with `{ "%}" }` and every `{ "{{" }` with `{ "}}" }`, and every `if` and `for` with `endif` and `endfor`
R502 = template cannot be filled: { $reason }
    .help = { $help }
R503 = this file is not valid TOML: { $reason }
    .help = check that every text stands between quotation marks; without this file the program's own colours and fonts hold

R601 = typesetting failed: { $reason }
    .help = { $help }
R602 = while typesetting: { $reason }
    .help = { $problem ->
        [font] check the name under `[type]` in templates/theme/tokens.toml, and whether the font stands in templates/fonts
       *[other] { $help }
    }
R603 = this is no report of rekenkamer: its head has no `{ $key }`
    .help = begin the file with the head that `rekenkamer nota` writes
R604 = this now says `{ $found }`, the program wrote `{ $expected }`
    .help = change the judgement in the case, or put back that of the scorecard here
R605 = figure `{ $value }` was changed or added by hand
    .help = check that it is right and that it has a source
R606 = in the head, `{ $key }` now is `{ $found }`, the case says `{ $expected }`
    .help = change the case and make the report again, or put back here what the case says
R607 = the summary does not fit on one page; it takes { $count }
    .help = shorten titles of conclusions and recommendations, or the answer to the central question

R610 = this template does not give well-formed XML: { $reason }
    .help = compare it with the program's own template, or take your file away
R611 = house style file cannot be used: { $reason }
    .help = open it in Word and save it again as a Word document (.docx)
R612 = house style file is too large: { $reason }
    .help = take an empty document with only the styles, headers and footers
R613 = house style file has macros: { $reason }
    .help = save it in Word as a Word document (.docx) without macros
R614 = house style file uses something that cannot come along: { $reason }
    .help = use only text, fields and embedded images in headers and footers
R615 = image cannot be read
    .help = save it again as SVG, PNG or JPEG
R616 = the Word file cannot be made: { $reason }
    .help = take templates/word/huisstijl.docx away and try again, or choose another form
R617 = this is no good value: { $reason }

R701 = this report was edited by hand and is not overwritten
    .help = set it again with `rekenkamer render { $path }`, merge with `--merge`, or have it kept and replaced with `--force`
R702 = a protected name or text stands in what would go out: { $value }, in { $where }
    .help = name the role instead of the name; if a surname is a common word or a place here, give that person `surname-alone: warn`
R707 = marks of a merge still stand here
    .help = choose one of the two texts, and take away the lines with `<<<<<<<`, `|||||||`, `=======` and `>>>>>>>`
R709 = cannot merge: the generated text of which this was made does not stand in `.basis`
    .help = leave `--merge` out; then the new text comes beside it, with the difference
R703 = another command is writing in this folder
    .help = wait until it is done
R708 = port { $value } is in use
    .help = choose another port, or leave `--port` out
R704 = two cases are called `{ $value }`, and their reports would go to the same place
    .help = give their folders different names, or set them separately with `--output`
R705 = case `{ $value }` is not to be found here; whether protected names stand in it was not checked
    .help = give the command in the folder that holds `cases`

R801 = there are fewer than two audits to compare
    .help = give two cases or scorecards, or a folder with cases in it
R802 = { $value } takes part twice over the same period
    .help = take one of them away; the other stands in { $where }
R803 = the audits have no framework in common
    .help = compare audits that use the same framework in the same version
R804 = no municipality has the property `{ $value }`
    .help = there are: { $known }
R805 = group `{ $value }` has no municipality
    .help = there are: { $known }
R806 = `{ $column }: { $value }` does not make a pair: expected one municipality in each group
    .help = give each pair its own value of `{ $column }`
R807 = this case has errors and does not take part
    .help = mend its errors and compare again
R808 = not all audits are about the same time; some periods do not meet
    .help = a difference may also come of the time that went by; the first page says so
R809 = not everything was compared: { $what }
    .help = only what at least two audits have under the same name and version comes side by side
R810 = the name `{ $value }` would stand in this file, while this municipality is anonymous
    .help = take the name out of the text of the case or scorecard
R811 = the word `{ $value }` stands in this file; it may also be something else than the anonymous municipality
    .help = see for yourself whether the municipality is meant
R820 = a coding study can only be counted by itself
    .help = give the folder of the coding study alone
R821 = `{ $value }` does not go with { $what }
    .help = leave the option out
R822 = this study names no published tables
    .help = put them under `published` in study.yaml
R823 = mind when reading: { $what }
R824 = nothing can be said by `{ $value }`: the rows were rebuilt from totals that do not have that property
    .help = group by a property that stands under `by` in `published` in study.yaml
R812 = files of another comparison stand here, perhaps with names: { $value }
    .help = choose a new folder with `--name`, or take those files away
R706 = this comparison was edited by hand; judgements, figures and names in the text were not checked
    .help = see for yourself whether they still agree with the other files of the comparison
R710 = this looks like the e-mail address of a person
    .help = take it away, or name a general address; an address that the colophon has too is always fine
R711 = this looks like a telephone number
    .help = take it away; a number that the colophon has too is always fine
R712 = this may be a citizen service number (bsn): it passes the eleven-test
    .help = take it away; a bsn does not belong in a report
R713 = this is an account number (IBAN)
    .help = take it away if it is a person's
R714 = this looks like a licence plate
    .help = take it away; a plate leads to a person
R715 = in a small municipality only one person can have this role: { $roles }
    .help = join roles by giving interviews the same title, such as ‘Medewerker veiligheid’
R716 = a word that may be a protected name stands in what goes out: { $value }, in { $where }
    .help = see whether this person is meant{ $also }
R717 = { $problem ->
        [tells] `what` itself says what must stay secret
        [short] this cannot be looked for: too few letters
       *[nobody] say who this is: `source` or `what` is missing
    }
    .help = { $problem ->
        [tells] messages say `what`; write a description, such as `adres van de melder`
        [short] write the whole name or text, with at least two letters or digits
       *[nobody] `source: I01` for whoever is behind a source, `what: de melder` for another
    }
R718 = git keeps this folder, so a document with names cannot stand here
    .help = choose with `--output` a folder that .gitignore names, such as output, or one outside the repository
R719 = whether git keeps this folder cannot be told: { $reason }
    .help = a document with names only comes into a folder that git ignores; choose with `--output` one outside the repository

R901 = a sentence of { $count } words; more than { $most } is too long for many readers
    .help = { $help }
R902 = { $count } passives { $where }
    .label = here: { $found }
    .help = begin with who does it: not ‘de stukken worden bewaard’, but ‘de gemeente bewaart de stukken’
R903 = `{ $word }` can be plainer: { $instead }
R904 = one thing, two names: here `{ $name }` ({ $count } times), elsewhere `{ $other }` ({ $others } times)
    .label = the other name stands first in { $place }
    .help = choose one name, or explain the difference
R905 = `{ $value }` stands in this list already
    .label = before, on line { $line }
    .help = take one away
R906 = one name is no choice: name at least two here
