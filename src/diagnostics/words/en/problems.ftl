# The messages in English, one a code, as in Dutch. Lower case, no full stop, names in backticks.
# `.label` stands at the underlined place; `.help` says what to do. Words of the YAML stay Dutch.

R101 = file is missing
    .help = { $help }
R102 = file cannot be read: { $reason }
    .help = check that you may open it, and that its content fits its name
R103 = file is not UTF-8
    .label = a character in another encoding stands here
    .help = { $help }
R104 = this is no valid YAML: { $reason }
    .help = { $help }
R105 = there is no case here: `case.yaml` is missing
    .help = { $help }
R106 = this folder exists and is not empty
    .help = choose another name; nothing has been changed
R107 = file is empty
    .help = fill it in, or remove it if it need not be there

R110 = unknown key `{ $key }`
    .label = expected: { $known }
    .help = { $help }
R111 = key `{ $key }` is missing
    .label = in this item
    .help = add `{ $key }` to this item, with the same indent
R112 = key `{ $key }` stands here twice
    .help = remove one, or put them together
R113 = expected a text, found { $found }
    .help = { $help }
R114 = expected a list, found { $found }
    .help = { $help }
R115 = expected keys with a value, found { $found }
    .help = { $help }
R116 = key `{ $key }` has no value
    .help = fill in a value, or remove the key if it need not be there
R117 = what stands behind ` #` is a comment to YAML; it does not come into the report
    .help = if it belongs to the text, put the whole text in quotation marks
R118 = curly quotation marks, as Word makes them, are plain characters to YAML and now belong to the value
    .help = make them straight (`"` or `'`), or remove them; if they belong in the text, put straight ones around the whole

R120 = `{ $value }` is no date
    .help = { $help }
R121 = `{ $value }` is no number
    .help = { $help }
R122 = `{ $value }` can be read in two ways: with thousands or with decimals
    .help = write `{ $whole }` or `{ $decimal }`
R123 = `{ $value }` is no percentage
    .help = write for instance `60%`
R124 = unknown value `{ $value }`
    .label = expected: { $known }
    .help = did you mean `{ $nearest }`?
R125 = `{ $value }` does not fit here: expected { $bounds }
    .help = { $help }
R126 = `{ $value }` is no valid code
    .help = { $help }
R127 = `{ $value }` was given before
    .label = before, in { $where }
    .help = give each item a code of its own
R128 = the period ends in { $to }, before it begins in { $from }
    .help = swap `from` and `to`, or correct one of them
R129 = text is too long: { $length } characters, at most { $most }
    .help = shorten it; tables and figures have no more room
R130 = `{ $value }` is no address on the web
    .help = an address begins with `https://` or `http://` and has no spaces, `<`, `>` or `|`
R131 = `{ $value }` is no province of the Netherlands
    .help = did you mean `{ $nearest }`? If not, this may stay

R140 = file is too large: more than 32 MiB
    .help = split it, or check that this is the right file
R142 = this YAML nests too deep or grows too large: { $reason }
    .help = nest less deeply, and let no references (`&`, `*`) refer to each other
R143 = file `{ $value }` stands outside the folder where it belongs
    .help = put the file itself in the folder, and no symbolic link or address
R144 = this is too much: { $found } { $what }, and at most { $most } are possible
    .help = look whether this is the right folder or file, or split it
R160 = this looks like a copy or a remainder of `{ $expected }`, and is not read
    .help = move what belongs in `{ $expected }` there, and remove this file or put it in the folder `materiaal` of the case
R161 = this file is no part of a case and is not read
    .help = { $help }
R162 = findings in this file are not read
    .help = move them to `findings/<framework>.yaml`, and this file to the folder `materiaal` of the case
R163 = this folder is no part of a case; nothing in it is read
    .help = { $help }

R150 = here stands a merge conflict of git: two versions of the same lines
    .help = choose what is to stay, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`
R151 = this is no text, but { $kind }
    .help = { $help }
R152 = YAML reads `{ $value }` here, without its apostrophe
    .help = write `{ $meant }`
R153 = here stands a character that nobody sees: { $name }; `{ $value }` is read without it
    .help = delete the character

R201 = framework `{ $value }` does not exist
    .label = there are: { $known }
    .help = did you mean `{ $nearest }`?
R202 = findings made with version { $found }, the framework is version { $expected }
    .help = go through the changes of the framework and then adapt `version`
R203 = criterion `{ $value }` does not exist in { $framework }
    .help = did you mean `{ $nearest }`?
R204 = source `{ $value }` is not in `sources.yaml`
    .help = did you mean `{ $nearest }`?
R205 = finding `{ $value }` does not exist
    .help = did you mean `{ $nearest }`?
R206 = sub-question `{ $value }` does not exist
    .help = did you mean `{ $nearest }`?
R207 = conclusion `{ $value }` does not exist
    .help = did you mean `{ $nearest }`?
R208 = source `{ $value }` rests on itself: { $chain }
    .help = remove a step at `derived-from`; a source rests only on what was there before it
R209 = point `{ $value }` is not on the checklist of `{ $criterion }`
    .label = there are: { $known }
    .help = did you mean `{ $nearest }`?
R210 = findings for `{ $value }`, but `case.yaml` does not choose that framework
    .help = add `{ $value }` to `frameworks` in `case.yaml`, or remove this file
R211 = this file belongs to `{ $expected }`, but names framework `{ $value }`
    .help = write `framework: { $expected }`, or give the file another name
R212 = this file is not read: it has another name, or does not end in `.yaml`
    .help = name this file `{ $expected }`

R213 = this file has format { $found }, expected { $expected }
    .help = make it again with this version of the program

R214 = this is no JSON: { $reason }
    .help = make the scorecard again with `rekenkamer score --format json`
R215 = the scorecard is wrong: `{ $key }` is { $found }, computed is { $expected }
    .label = here it differs from what follows from the rest of the card
    .help = the scorecard was changed after it was made; ask its maker for a new one

R216 = codebook `{ $value }` does not exist
    .label = there are: { $known }
    .help = did you mean `{ $nearest }`?
R217 = there is no scorecard in this PDF
    .help = ask for a PDF that was made with `--attach`, or for the scorecard itself (`rekenkamer score CASE --format json`)

R220 = this table is too large: { $found }, at most { $most }
    .help = keep the columns of the codebook, and one row for each municipality
R221 = this row has { $found } cells, the header has { $expected }
    .help = if a text has a comma or semicolon in it, put that text in quotation marks
R222 = unknown column `{ $column }`
    .label = expected: { $known }
    .help = { $kind ->
        [slip] did you mean `{ $nearest }`?
       *[own] name a property of your own at `attributes` in study.yaml, or remove the column
    }
R223 = column `{ $column }` is missing
    .label = in this header
    .help = add the column; if it is a property of your own, you can also remove it from `attributes`
R224 = an empty cell in column `{ $column }`: empty is not zero
    .help = write `onbekend` if the answer is not known, or `nvt` if the question does not apply
R225 = `{ $value }` does not fit in column `{ $column }`
    .label = { $kind ->
        [number] expected: a whole number, without point or space
       *[word] expected: { $known }
    }
    .help = did you mean `{ $nearest }`?
R226 = municipality `{ $value }` already has an earlier row
    .help = keep one row; if two municipalities have one name, put the province behind it
R227 = `{ $column }` has one answer for `{ $value }`, and an earlier row gives another
    .help = give all rows of `{ $value }` the same answer

R228 = question `{ $value }` already has answers in the rows
    .help = name at `totals` only what the rows do not say
R236 = recommendation `{ $value }` is not in the earlier case `{ $case }`
    .label = there are: { $known }
    .help = did you mean `{ $nearest }`?
R237 = nothing is said here of these recommendations of `{ $case }`: { $value }
    .help = say of each what became of it, or `onbekend`
R238 = recommendation `{ $value }` does not exist in this case
    .label = there are: { $known }
    .help = did you mean `{ $nearest }`?
R239 = criterion `{ $value }` of this scorecard does not fit framework { $framework }: { $what }
    .help = ask for a scorecard that the program made itself

R229 = a quotation mark in this table has no second one
    .help = add the closing quotation mark, or delete this one; write a `"` within `"…"` twice: `""`

R301 = finding `{ $value }` has no evidence
    .help = name at least one source at `evidence`; if something is not there, say with `searched` where you looked
R302 = `{ $key }` does not fit criterion `{ $criterion }`, which asks for { $expected }
    .help = give what the criterion asks for; what else you found belongs in `condition`
R303 = unit `{ $value }`, the criterion counts in `{ $expected }`
    .help = write `unit: "{ $expected }"`, and convert the number if it is in another unit
R304 = `{ $value }` needs a reason
    .help = write at `{ $key }` why
R305 = findings on criterion `{ $value }` contradict each other, from `{ $lowest }` to `{ $highest }`; the framework gets no judgement
    .help = write at `resolution` how you weigh that, with a reason
R306 = criterion `{ $value }` has no contradiction to resolve
    .help = `resolution` belongs to findings that lie two levels or more apart
R307 = criterion `{ $value }` has no derived judgement to depart from
    .help = remove `overrule`; it belongs to a criterion that was studied and has a level
R308 = sub-question `{ $value }` has an answer and a reason why there is no answer
    .help = choose `answer` or `unanswered`
R309 = a case with status `{ $value }` must say so itself
    .help = write at `notice` what kind of publication this is
R310 = a law needs `article` and `text-date`
    .help = write for instance `article: artikel 38b, eerste lid` and `text-date: 2017`
R311 = a legal duty without a law at `basis`
    .help = name the article that prescribes this, or set `legal-duty` to false
R312 = level `{ $value }` asks no more than the level beneath it
    .help = let each level begin further on or ask more points than the level beneath it; the lowest asks nothing
R313 = a judgement `{ $value }` begins higher than what that level on every criterion gives
    .help = all criteria at voldoet give 100%, at grotendeels two thirds (66.6666% at most), at deels one third (33.3333% at most)
R314 = criterion `{ $value }` uses the median of comparable municipalities, and there are { $count } of at least 5{ $without ->
        [none] {""}
       *[other] ; of { $without } the number of inhabitants is not known
    }
    .help = name them at `peers` in `case.yaml`, or give a level with `level-reason`
R315 = criterion `{ $value }` counts per inhabitant, and the number of inhabitants is missing
    .help = fill in `inhabitants` at `municipality` in `case.yaml`
R316 = criterion `{ $value }` was studied, but no finding gives a level
    .help = give a finding a level, or choose `niet-te-beoordelen` with a reason
R317 = criterion `{ $value }` has status `{ $status }`, but a finding gives a level
    .help = choose `onderzocht`, or remove the level
R318 = finding `{ $value }` has no source that supports it
    .help = give a level only with at least one source that supports it
R319 = `{ $key }` belongs to a criterion; a finding on a sub-question has no level
    .help = remove `{ $key }`, or put the finding under a criterion
R320 = the weighing at criterion `{ $value }` gives a level outside what the findings say, from `{ $lowest }` to `{ $highest }`
    .help = choose a level in between, or depart from it with `overrule` and a reason
R321 = the median of comparable municipalities for criterion `{ $value }` is zero, and nothing can be compared with that
    .help = check the figures at `peers`, or give a level with `level-reason`
R322 = `overrule` at criterion `{ $value }` gives the same level as the findings
    .help = remove `overrule`; perhaps its reason fits a finding
R323 = an own judgement at criterion `{ $value }` is outside what the answers leave open, from `{ $lowest }` to `{ $highest }`
    .help = choose a level in between, or answer the points that are still unknown
R324 = `{ $key }` has a percentage that no score reaches, or every score
    .help = give a percentage up to 100%; a level above the lowest begins above 0%
R350 = criterion `{ $value }` is still to be filled in
R351 = `{ $key }` is still to be filled in

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
R377 = the status is `definitief`, but the case is not finished: { $found }
    .help = `rekenkamer check` shows what; fill in, solve or accept with a reason, or leave the status at `concept`
R378 = conclusion `{ $value }` rests on criteria without a level: { $criteria }
    .help = leave these criteria out of the conclusion, or judge them

R390 = warning `{ $value }` does not exist
    .help = did you mean `{ $nearest }`?
R391 = a case cannot accept `{ $value }`
    .help = mend what this code tells of; which warnings you can accept, the manual tells under Naslag, De case
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
    .help = { $problem ->
        [near] write `{ $expected }`
       *[gone] check that the name is exactly right, capitals too, and that the file stands beside this document
    }
R408 = { $problem ->
        [long] the description of this image is too long for a PDF
       *[none] image without a description
    }
    .help = { $problem ->
        [long] write between the square brackets what there is to see in a few sentences, and put the rest in the text
       *[none] write between the square brackets what there is to see
    }
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
R417 = this document is too long: size { $found } (paragraphs, cells and each 1,000 characters), and at most { $most } can be set
    .help = split it
R410 = an image belongs in a paragraph of its own; now only its description comes into the report
    .help = in `nota.md`: leave a blank line above and below the image
R418 = this document has too many images: more than { $most }
    .help = leave images out, make them smaller, or split the document
R419 = invisible character { $code } makes the text read as another
    .help = take the character away, it often comes along when you paste: type the word and the spaces beside it again
R420 = this row has { $found } cells, and the table { $expected } columns
    .help = give the table one more column, or write a bar in the text as `\|`
R421 = this line begins with `#` and is no heading
    .help = put one to six `#` and a space before a heading, or `\` before the first `#` where it is text
R422 = image `{ $value }` does not come into the document: { $problem ->
        [space] its path has a space
       *[spelling] Markdown does not know this spelling
    }
    .help = { $problem ->
        [space] write `{ $expected }`
       *[spelling] write `![what there is to see]({ $value })`
    }
R423 = { $problem ->
        [unknown] `{ $value }` has no footnote
        [spaced] the name of note `{ $value }` has a space
        [inline] `{ $value }` does not become a footnote
        [unused] nothing refers to footnote `{ $value }`; it would vanish
        [twice] `{ $value }` has two footnotes with different texts
        [empty] footnote `{ $value }` has no text
        [heading] a heading or title cannot refer to a footnote
        [line] this field cannot refer to a footnote
        [link] a link cannot refer to a footnote
        [image] a footnote cannot hold an image
       *[note] a footnote cannot refer to a footnote
    }
    .help = { $problem ->
        [spaced] write that name without a space, such as `[^note-a]`, in the sentence and at the text below it
        [inline] write `[^1]` in the sentence, and on a line of its own below the paragraph `[^1]: ` with the text
        [unknown] write the note in the same field, on a line of its own: `{ $value }: …`; or put `\` before `[` where this is no footnote
        [unused] put `{ $value }` in the sentence that the note belongs to, or take the note away
        [twice] give one of them another number, in the sentence too
        [empty] write its text behind the colon
        [heading] put the reference in the first sentence below
        [line] put `{ $value }` in a text that can have more lines, or take it away
        [link] put the reference behind the link
        [image] put the image in the text itself
       *[note] put both texts in one note
    }

R424 = these lines with `|` do not become a table
    .help = put a line below the head of the table with `---` for each column, such as `|---|---|`, and no empty one between the lines
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
R603 = this is no report of rekenkamer: `{ $key }` is missing from its head, or is not right there
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
R616 = the Word file cannot be made: { $reason }
    .help = take templates/word/huisstijl.docx away and try again, or choose another form
R617 = this is no good value: { $reason }

R701 = this report was edited by hand and is not overwritten
    .help = set it again with `rekenkamer render { $path }`, merge with `--merge`, or have it kept and replaced with `--force`
R702 = a protected name or text stands in what would go out: { $value }, in { $where }
    .help = name the role instead of the name; if a surname is a common word or a place here, give that person `surname-alone: warn`; if this text is about somebody else, name it under `someone-else`
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
R740 = the case changed since this text was made: { $what }
    .help = make it again with `rekenkamer nota { $case }`
R741 = the case changed since this text was made, and the old one still stands here: { $what }
    .help = merge with `rekenkamer nota { $case } --merge`
R742 = whether this text still is that of its case was not checked: `{ $case }` has errors
    .help = solve them; `rekenkamer check { $case }` shows them
R743 = the case changed since this text was made, and what the program wrote then is gone; what was changed by hand was not checked
    .help = make it again with `rekenkamer nota { $case }`, and carry your changes over
R744 = a document of another case stands here: { $other }
    .help = name another folder with `--output`, or rename one of the folders
R705 = whether protected names stand in this document was not checked (case `{ $value }`)
    .help = that is because of `--without-name-search`; name the folder of the case with `--case`, and they are looked for
R725 = this cannot be searched for protected names: { $reason }
    .help = nothing is written as long as it is not certain that no name stands in it; remove or replace this
R726 = no program can look for names in image `{ $file }`, and nobody has looked at it
    .help = see that nothing protected is in it; if so, put in case.yaml under `pictures`: `{"{"}file: "{ $file }", sha256: { $hash }, reason: "…"{"}"}`
R727 = this is a key file under another name; whoever stands only here is not protected
    .help = take over what is missing in `{ $expected }`, and remove this file
R728 = this case has a key file, and it is not here: nobody is protected
    .help = put `confidential.yaml` in the folder of the case; if you may not have it, ask somebody who has it to publish (`check` does work)
R729 = this case has a key file, and it is not here: names were not looked for
    .help = publishing needs `confidential.yaml`; if you may not have it, leave that to somebody who has
R730 = this case has a key file, but does not say so
    .help = put `key-file: true` in case.yaml; then the program knows it in a copy without that file too
R731 = the case behind this document cannot be found, so it is not known which names must not stand in it: { $reason }
    .help = name the folder of the case with `--case`; `--without-name-search` sets the document without anybody looking for names
R732 = an older file tells what is protected now, or cannot be searched: { $value }
    .help = make it again or remove it, also where it was sent to

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
R809 = not everything was compared; the document says: { $what }
    .help = only what at least two audits have under the same name and version comes side by side
R810 = the name `{ $value }` would stand in this file, while this municipality is anonymous
    .help = take the name out of the text of the case or scorecard
R811 = the word `{ $value }` stands in this file; it may also be something else than the anonymous municipality
    .help = see for yourself whether the municipality is meant
R813 = code { $code } is that of { $value } here, and of { $other } elsewhere
    .help = if it is one municipality, write name and province alike; else correct the code. The other audit is in { $where }
R814 = this audit does not say over which years it judges, and so cannot be compared
    .help = fill in `period`, or `conducted`
R820 = a coding study can only be counted by itself
    .help = give the folder of the coding study alone
R821 = `{ $value }` does not go with { $what }
    .help = leave the option out
R822 = this study names no published tables
    .help = put them under `published` in study.yaml
R823 = mind when reading; the document says: { $what }
R824 = nothing can be said by `{ $value }`: the rows were rebuilt from totals that do not have that property
    .help = group by a property that stands under `by` in `published` in study.yaml
R812 = files of another comparison stand here, perhaps with names: { $value }
    .help = choose a new folder with `--name`, or take those files away
R706 = this comparison was edited by hand; judgements and figures in the text were not checked
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
        [long] this cannot be looked for: more than { $most } characters
       *[nobody] say who this is: `source` or `what` is missing
    }
    .help = { $problem ->
        [tells] messages say `what`; write a description, such as `adres van de melder`
        [short] write the whole name or text, with at least two letters or digits
        [long] write the name, or the words that nobody may read, each as a text of its own
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
