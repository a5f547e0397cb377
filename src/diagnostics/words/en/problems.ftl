# The messages in English, one a code, as in nl.ftl. Lower case, no full stop, names in backticks.
# `.label` stands at the underlined place; `.help` says what to do. Words of the YAML stay Dutch.

R101 = file is missing
    .help = { $help }
R102 = file cannot be read: { $reason }
    .help = check that you may open it, and that its content fits its name
R103 = file is not UTF-8
    .label = a character in another encoding stands here
    .help = save the file as UTF-8
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
    .help = did you mean `{ $nearest }`?
R111 = key `{ $key }` is missing
    .label = in this item
    .help = add `{ $key }` to this item, with the same indent
R112 = key `{ $key }` stands here twice
    .help = remove one, or put them together
R113 = expected a text, found { $found }
    .help = write one text; if it has `: ` in it, put it in quotation marks
R114 = expected a list, found { $found }
    .help = put a dash before each item: `- …`
R115 = expected keys with a value, found { $found }
    .help = write each key with its value on a line of its own: `key: value`
R116 = key `{ $key }` has no value
    .help = fill in a value, or remove the key if it need not be there
R117 = what stands behind ` #` is a comment to YAML; it does not come into the report
    .help = if it belongs to the text, put the whole text in quotation marks

R120 = `{ $value }` is no date
    .help = write `2026-11-22`, or `2026-11` or `2026` if the day is unknown
R121 = `{ $value }` is no number
    .help = write for instance `4.5` or `"4,5"`, without a unit
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

R140 = file is too large: more than 32 MiB
    .help = split it, or check that this is the right file
R142 = this YAML nests too deep or grows too large: { $reason }
    .help = nest less deeply, and let no references (`&`, `*`) refer to each other

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

R301 = finding `{ $value }` has no evidence
    .help = name at least one source at `evidence`; if something is not there, say with `searched` where you looked
R302 = `{ $key }` does not fit criterion `{ $criterion }`, which asks for { $expected }
    .help = give what the criterion asks for; what else you found belongs in `condition`
R303 = unit `{ $value }`, the criterion counts in `{ $expected }`
    .help = convert the number and write `unit: "{ $expected }"`
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
    .help = all criteria at grotendeels give 66.7%, all criteria at deels 33.3%
R314 = criterion `{ $value }` uses the median of comparable municipalities, and there are { $count } of at least 5
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
R350 = criterion `{ $value }` is still to be filled in
R351 = `{ $key }` is still to be filled in
