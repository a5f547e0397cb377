# Woorden van het programma naast de meldingen zelf: wat een melding invult, en wat een opdracht zegt.

kind-error = fout
kind-warning = waarschuwing
kind-todo = nog in te vullen
kind-hint = tip
help = hulp

where = waar
places = { $count } plaatsen
place-on-line = `{ $name }` (regel { $line })
first-names = { $places }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }
same-places = zo staat het nog { $count } keer in dit bestand: regel { $places }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }

errors = { $count ->
        [one] 1 fout
       *[other] { $count } fouten
    }
warnings = { $count ->
        [one] 1 waarschuwing
       *[other] { $count } waarschuwingen
    }
places-to-fill = { $count ->
        [one] 1 plaats nog in te vullen
       *[other] { $count } plaatsen nog in te vullen
    }
hints = { $count ->
        [one] 1 tip
       *[other] { $count } tips
    }
found = { $parts }
no-problems = geen problemen gevonden
check-shows = { $found }; `rekenkamer check` toont ze
accepted = { $count ->
        [one] 1 waarschuwing is aanvaard; de reden staat in de case
       *[other] { $count } waarschuwingen zijn aanvaard; de redenen staan in de case
    }

progress = { $bar } { $done } van { $all } nota's, nog { $left }
nothing-written = er is niets geschreven
nothing-else-written = verder is er niets geschreven
machine-failed = fout: de computer liet dit niet toe: { $reason }
disk-full = de schijf is vol
no-permission = u hebt hier geen toestemming voor
read-only = deze schijf is alleen te lezen
not-a-folder = een deel van dit pad is een bestand en geen map
is-a-folder = hier staat een map met die naam
not-there = dit bestaat niet
working-folder = de map waarin u werkt
setting-broke = het zetten brak af
preview-in-browser = voorbeeld in de browser

edited-nota-kept = de bewerkte nota is bewaard als { $path }
edited-comparison-kept = de bewerkte vergelijking is bewaard als { $path }
edited-register-kept = het bewerkte register is bewaard als { $path }
edited-after = { $path }: bewerkt na generatie; dat komt in de herkomst te staan
new-text-in = de nieuwe tekst staat in { $path }
new-text-settled = { $path } is weggehaald: de tekst ervan is nu verwerkt of vervangen
difference-hidden = het verschil is niet getoond: er staat een beschermde naam in
how-to-merge = samenvoegen: dezelfde opdracht met `--merge`; uw tekst vervangen, na een kopie: `--force`
more-lines = … en nog { $count } regels
both-changed = { $place }: hier veranderde u de tekst en het programma ook; kies, en haal de merktekens weg

schema-differs = { $path } is anders dan dit programma het maakt; `rekenkamer schema --write { $folder }` ververst het
schemas-written = { $folder }: schema's waarmee uw editor helpt invullen
left-as-it-was = { $path } was er al en is gelaten zoals het was
templates-unchanged = wat u niet wijzigt, kunt u weer weghalen; dan geldt wat het programma meeneemt
fill-in = vul de case in en kijk dan met: rekenkamer check { $case }

start-program = rekenkamer { $version }: van bevindingen naar een bestuurlijke nota
start-none = In deze map staat nog geen case. Begin er een, met de naam van uw gemeente en het normenkader dat u gebruikt:
    {"  "}rekenkamer new cases/utrecht-2026 --municipality Utrecht --frameworks bibob
start-frameworks = Normenkaders: { $known }
start-inside = Dit is de map van één case. Ga naar de map waarin `cases` staat, en geef daar uw opdracht:
    {"  "}cd ../..
start-many = In deze map staan { $count } cases. Kijk bijvoorbeeld wat er in deze staat:
    {"  "}rekenkamer check { $case }
start-others = en { $count ->
        [one] nog 1
       *[other] nog { $count }
    }
start-wrong = Met fouten: { $cases }
    {"  "}rekenkamer check { $case }
start-outdated = De case is veranderd nadat de nota is gemaakt: { $cases }
    {"  "}rekenkamer nota { $case }
start-outdated-edited = De case is veranderd nadat de nota is gemaakt, en u hebt de tekst van de nota bewerkt: { $cases }
    {"  "}rekenkamer nota { $case } --merge
start-open = Nog niet helemaal ingevuld: { $cases }
    {"  "}rekenkamer check { $case }
start-without-nota = Ingevuld, en nog zonder nota: { $cases }
    {"  "}rekenkamer nota { $case }
start-current = De nota hoort bij de case zoals die nu is: { $cases }
    {"  "}rekenkamer watch { $case }
start-more = Alle opdrachten: rekenkamer --help

version-frameworks = normenkaders: { $list }
version-templates = sjablonen, vormgeving en lettertypen: { $hash }
version-licence = licentie: EUPL-1.2

watching = let op { $case }; stop met Ctrl-C
preview-busy = te veel verzoeken tegelijk
preview-foreign = dit adres hoort niet bij dit voorbeeld
preview-reads = hier is alleen iets te lezen
preview-no-pdf = er is nog geen PDF
preview-nothing = dit is er niet
outside-folder = { $path } ligt buiten de geopende map
make-cannot = Make kan geen bestand noemen met een regeleinde, ;, =, & of | in zijn naam: { $path }
preview-at = voorbeeld: { $address }
no-events = wijzigingen worden niet gemeld ({ $reason }); elke seconde wordt gekeken of er een is
round-broke = het zetten brak af door een fout in het programma; het wacht op de volgende wijziging
the-document = het document
round-written = { $name } gezet in { $took } ms
round-unchanged = { $name } blijft gelijk; nagekeken in { $took } ms
round-kept-previewed = { $name } en de bewerkte tekst blijven zoals ze zijn; de nieuwe versie staat in het voorbeeld
round-kept = { $name } en de bewerkte tekst blijven zoals ze zijn; er is niets geschreven
round-errors = { $found }; { $name } blijft zoals zij was; nagekeken in { $took } ms
round-never-set = { $found }; { $name } is nog niet gezet; nagekeken in { $took } ms
round-busy = { $name } is niet geschreven: een andere opdracht schrijft daar

explain-why = Waarom: { $why }
explain-wrong-in = Fout, in { $file }:
explain-wrong = Fout:
explain-gone = Fout: { $file } is er niet.
explain-right = Goed:

usage-date = schrijf 2026-11-22, 2026-11 of 2026
usage-date-meant = schrijf { $value }
usage-body = schrijf soort en naam met een dubbele punt ertussen, zoals waterschap:Voorbeeldwaarden; de soorten zijn { $known }
usage-two-groups = noem twee verschillende groepen met een komma ertussen
usage-year = schrijf een jaar met vier cijfers, zoals 2027
usage-name = Windows kent geen map of bestand met de naam `{ $name }`; kies een andere
usage-folder = geef de naam van één map, zonder streep
usage-title = de titel is leeg
usage-port = een poort is een getal van 1 tot en met 65535
usage-code = deze code bestaat niet

found-nothing = niets
found-text = een tekst
found-list = een lijst
found-mapping = sleutels met een waarde
yaml-tab = spring in met spaties, niet met tabs
yaml-deep = te veel lagen in elkaar
yaml-grows = te veel onderdelen, of verwijzingen die steeds meer worden
yaml-help = staat er `: ` of `#` in een tekst, zet die dan tussen aanhalingstekens of in een blok met `|`; kijk ook of de regel even ver inspringt als zijn buren, of elk aanhalingsteken en elke haak een tweede heeft, en of er geen `[]` boven een lijst staat
yaml-tabbed = deze regel springt in met een tab
yaml-quote = een aanhalingsteken heeft geen tweede, of de tekst erachter springt niet ver genoeg in
yaml-after-quote = achter het sluitende aanhalingsteken staat nog iets
yaml-quote-help = geef elk aanhalingsteken een tweede; een `'` binnen `'…'` schrijft u dubbel: `'foto''s'`
yaml-escape = tussen dubbele aanhalingstekens heeft `\` een eigen betekenis, en deze code is er niet
yaml-escape-help = gebruik enkele aanhalingstekens: `'…'`
yaml-bracket = een haak heeft geen tweede, of een haak of komma staat op de verkeerde plaats
yaml-bracket-help = geef elke `[` een `]` en elke `{"{"}` een `{"}"}`, of zet een tekst met haken tussen aanhalingstekens
yaml-reference = een `&` of `*` aan het begin is in YAML een verwijzing, en die leidt nergens heen
yaml-kind = een `!` aan het begin zegt in YAML van welke soort iets is, en deze soort is er niet
yaml-character = met dit teken kan een tekst hier niet beginnen
yaml-quotation-help = zet de tekst tussen aanhalingstekens
yaml-colon = een `: ` staat waar dat niet kan
yaml-colon-help = hoort de `: ` bij een tekst, zet die dan tussen aanhalingstekens of in een blok met `|`; kijk anders of de regel even ver inspringt als zijn buren
yaml-curly-help = gekrulde aanhalingstekens, zoals Word ze maakt, tellen voor YAML niet; maak er rechte van: `"` of `'`
yaml-open-help = kijk of een `[` of `{"{"}` erboven is gesloten, en of elke tekst met `: ` tussen aanhalingstekens staat
yaml-no-colon = hier ontbreekt een sleutel, of erachter de dubbele punt met een spatie
yaml-block = achter `|` of `>` staat iets dat daar niet hoort
yaml-block-help = begin de tekst op de volgende regel, verder ingesprongen
yaml-dash = een streepje staat waar dat niet kan
yaml-indent = deze regel past niet bij de regels erboven
yaml-indent-help = laat de regel even ver inspringen als zijn buren; zet een tekst die met `[` of `-` begint tussen aanhalingstekens, en kijk of er geen `[]` boven een lijst staat
yaml-documents = `---` of `%` aan het begin van een regel deelt het bestand in stukken, en dat kan hier niet
yaml-documents-help = haal die regel weg, of zet de tekst in een blok met `|`
yaml-unknown = zo kan YAML deze regel niet lezen
no-such-date = die datum bestaat niet, of ligt niet in de jaren 1800 tot en met 2199
write-date = schrijf `2026-11-22`, of `2026-11` of `2026` als de dag onbekend is
write-number = schrijf bijvoorbeeld `4.5` of `"4,5"`, zonder eenheid
write-meant = schrijf `{ $value }`
did-you-mean = bedoelde u `{ $value }`?
key-odd-colon = achter de dubbele punt staat { $name }; schrijf `{ $example }`
write-items = zet voor elk onderdeel een streepje: `- …`
write-no-list = schrijf één tekst, zonder haken of streepjes
write-text = schrijf één tekst; staat er `: ` in, zet die dan tussen aanhalingstekens
key-of-source = is dit nog een bron, geef die dan een eigen onderdeel: `{ $example }`; hoort het bij de tekst voor de komma, zet die tekst dan tussen aanhalingstekens
key-behind-comma = hoort dit bij de tekst voor de komma, zet die tekst dan tussen aanhalingstekens
key-of-text = begint hier een regel van de tekst erboven, zet die tekst dan in een blok: `|` achter de dubbele punt, en de tekst op de regels eronder
yaml-goes-on = deze regel hoort bij de tekst erboven, en er staat een `: ` in
yaml-goes-on-help = zet die tekst in een blok: `|` achter de dubbele punt, en de tekst op de regels eronder, verder ingesprongen
yaml-empty-list-help = haal `[]` weg bij de sleutel erboven, of haal deze lijst weg
yaml-extra-bracket = hier staat een haak te veel
yaml-extra-bracket-help = haal deze haak weg, of zet de haak erbij die zij sluit
yaml-after-bracket = achter de haak staat nog tekst
yaml-after-bracket-help = haal weg wat achter de haak staat, of zet alles tussen aanhalingstekens
yaml-comment = met `{ $mark }` begint in YAML geen opmerking
yaml-comment-help = begin een opmerking met `# `
yaml-odd = hier staat een onzichtbaar teken: { $name }
yaml-odd-help = wis het en typ een gewone spatie
odd-hard = een harde spatie, zoals Word en Teams die maken
odd-soft = een zacht afbreekstreepje (U+00AD), zoals Word dat maakt
odd-dash = een ander streepje dan het gewone ({ $code })
odd-unseen = een onzichtbaar teken ({ $code })
hidden-sign = in wat hier staat, zit { $name }; typ het opnieuw
hidden-sign-too = in wat hier staat, zit { $name }; { $help }
odd-other = { $code }
yaml-write = schrijf `{ $example }`
yaml-in-block-help = zet de tekst in een blok: `|` achter de dubbele punt, en de tekst op de regels eronder, verder ingesprongen
yaml-left = deze tekst hoort onder de `|` of `>` erboven, en staat te ver naar links
yaml-left-help = laat de tekst twee spaties verder inspringen dan de sleutel erboven
yaml-among-items = deze regel staat tussen de onderdelen van een lijst en heeft geen streepje
yaml-among-items-help = hoort de regel bij het onderdeel erboven, laat hem dan verder inspringen; is hij een onderdeel, zet er dan `- ` voor
yaml-no-key-help = schrijf `sleutel: waarde`; hoort de regel bij de tekst erboven, laat hem dan verder inspringen
yaml-further-help = laat de regel even ver inspringen als zijn buren; hoort hij bij de tekst erboven, zet die tekst dan in een blok met `|`
yaml-bullet = `{ $mark }` is geen streepje van een lijst
yaml-bullet-help = typ een gewoon streepje (het minteken op uw toetsenbord) en een spatie: `- `
yaml-close-colon = achter de dubbele punt ontbreekt een spatie
yaml-close-dash = achter het streepje ontbreekt een spatie
yaml-apostrophe = deze tekst begint met een apostrof, en die is voor YAML een aanhalingsteken
yaml-close-quote-help = zet een aanhalingsteken aan het einde van de tekst; een `'` binnen `'…'` schrijft u dubbel: `'foto''s'`
yaml-two-colons = hier staat twee keer een `: ` zonder komma ertussen
yaml-two-colons-help = zet een komma tussen de onderdelen, of zet een tekst met `: ` tussen aanhalingstekens
yaml-two-commas = hier staan twee komma's met niets ertussen
yaml-two-commas-help = haal een komma weg
yaml-no-comma = tussen deze twee onderdelen ontbreekt een komma
yaml-no-comma-help = zet er een komma tussen, met een spatie erachter
yaml-semicolon = een `;` scheidt in YAML geen onderdelen
yaml-semicolon-help = zet in plaats van elke `;` een komma; hoort de `;` bij een tekst, zet die dan tussen aanhalingstekens
yaml-bracket-within = in deze tekst staat een haak, en die betekent hier iets voor YAML
yaml-bare-list = hier staan meer onderdelen achter elkaar, en de haken van de lijst ontbreken
yaml-close-before-help = zet `{ $mark }` waar dit onderdeel eindigt
yaml-open-list = deze `[` heeft geen `]`
yaml-open-keys = deze `{"{"}` heeft geen `{"}"}`
yaml-close-help = zet `{ $mark }` aan het einde van de regel
yaml-rest = { $help }; de rest van dit bestand is nog niet gelezen
foreign-zeros = een bestand dat alleen uit nullen bestaat: het bewaren of overzetten is mislukt
foreign-half = een half bewaard bestand, met een reeks nullen erin: het bewaren of overzetten is afgebroken
foreign-word = een Word-bestand
foreign-workbook = een werkmap van Excel
foreign-zip = een zip-bestand
foreign-old-office = een bestand van een oude Word of Excel
foreign-pdf = een PDF
foreign-rtf = opgemaakte tekst (RTF)
foreign-image = een afbeelding
foreign-page = een webpagina
foreign-help = zet een eerdere versie terug, of bewaar de tekst met een teksteditor (Kladblok) als `{ $name }`
foreign-folder = een map
render-folder = geef een bestand op, bijvoorbeeld `{ $path }`
render-foreign = bewerk `{ $path }` en geef dat op; `render` maakt daar de PDF en het Word-bestand opnieuw van
cell-error = een formule in een cel mislukt met `{ $value }`; los dat op in Excel, of typ daar de uitkomst
no-table = het bestand is beschadigd, of het is geen tabel
foreign-text = een ander soort bestand
table-no-book = geef het bestand de naam die bij zijn soort hoort, of bewaar het in Excel als Excel-werkmap (.xlsx)
table-no-text = geef een werkmap de naam `.xlsx`, of bewaar het bestand in Excel als `CSV UTF-8`
table-coding = houd de kolommen van het codeboek over, en een rij per gemeente
row-of-lines = staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens
row-of-word = geef elke rij van de tabel evenveel cellen als de koppen
table-norms = houd de kolommen van het normenkader over, en een rij per norm
foreign-locked = een bestand met een wachtwoord
norms-unlock = haal het wachtwoord weg en bewaar het bestand opnieuw
norms-rename = geef het bestand de naam die bij zijn soort hoort: `.xlsx`, `.ods` of `.docx`
norms-save-as = bewaar de tabel als Excel-werkmap (.xlsx) of als Word-document (.docx)
norms-no-table = er staat geen tabel in
norms-headings = de koppen zijn { $headings }
norms-above = staat boven de koppen en is overgeslagen: ‘{ $text }’
norms-hidden-sheet = dit blad is verborgen, en is wel gelezen
norms-hidden-column = kolom { $column } is verborgen, en is wel gelezen
norms-hidden-rows = verborgen rijen zijn wel gelezen: { $rows }
norms-second = ‘{ $heading }’ is niet gelezen als ‘{ $read }’: die kolom is er al
norms-nameless = deze kolom heeft geen kop, en is niet gelezen
norms-again = de koppen staan hier nog een keer, en zijn overgeslagen in rij { $rows }
norms-dated = hier staat een datum als code, in rij { $rows }: Excel maakt van een code als 1-1 een datum
norms-footnotes = voetnoten zijn niet gelezen, in rij { $rows }
norms-symbols = symbolen uit een symboollettertype zijn niet gelezen, in rij { $rows }
norms-pictures = afbeeldingen zijn niet gelezen, in rij { $rows }
norms-numbering = nummers die Word zelf telt zijn niet gelezen, in rij { $rows }: typ de codes
norms-other = hier staat nog een tabel met normen; die is niet gelezen
utf16-help = het is opgeslagen als UTF-16, dat Kladblok `Unicode` noemt; kies bij Opslaan als de codering UTF-8
windows-help = sla het bestand op als UTF-8; waarschijnlijk is het opgeslagen als ANSI (Windows-1252)
leads-nowhere = `{ $name }` is een koppeling naar iets dat er niet is: sluit de schijf aan waar het op staat, of zet het bestand hier
file-described = de beschrijving van `{ $name }` staat in de handleiding onder Naslag
list-in-quotes = hoort dit bij een optie, zet de lijst dan tussen aanhalingstekens en zonder spaties: `--format "md,pdf"`
choose-a-case = geef een case in deze map: { $cases }
no-such-file = dit bestand is er niet; `rekenkamer framework list` noemt de normenkaders die er zijn
joint-is-compared = geef de mappen van de cases; het gezamenlijke rapport maakt `rekenkamer compare { $folder }`
make-a-case = geef de map waarin `case.yaml` staat, of maak een case met `rekenkamer new`
study-without-shared = de cases in deze map delen `shared.yaml`, en dat is er niet; zet het terug, of geef een kopie ervan die naam
give-the-folder = dit is een bestand; geef de map van de case op: `{ $folder }`
give-the-case = dit is een map in een case; geef de map van de case op: `{ $folder }`
write-keys = schrijf elke sleutel met zijn waarde op een eigen regel: `sleutel: waarde`
write-period = schrijf het begin en het einde: `{ $example }`
hearing-own-gone = zet het terug: hearing-sent.yaml zegt dat de feiten zijn voorgelegd, en in dit bestand staat aan wie en wat zij zeiden
give-a-nota = geef het pad van een nota.md op

id-of-framework = de code van een kader is de naam van zijn bestand: `{ $name }`
id-of-codebook = de code van een codeboek is de naam van zijn bestand: `{ $name }`
write-code = schrijf `{ $code }`
bwb-number = het nummer van een wet is `BWBR` met zeven cijfers, zoals op wetten.overheid.nl
id-of-body = de code van een { $kind } is `{ $prefix }` met { $length } cijfers
province-as-attribute = zet de provincie als eigen kenmerk bij `attributes`, of laat haar weg
addressees-known = { $known }, of een naam die u zelf bij `addressees` noemt
declare-addressee = noem bij `addressees` zelf wie u bedoelt, zoals `addressees: [de dijkgraaf]`, en gebruik die naam hier
id-characters = gebruik letters, cijfers en `-`, hooguit 24 tekens
version-earlier = noem hier alleen versies van vóór { $version }
version-numbers = een versie heeft drie getallen: `1.0.0`
bounds-points = hooguit { $most } punten
bounds-not-negative = een getal van nul of meer
bounds-part = een percentage van 0 tot en met 100, want het is een deel van een geheel
bounds-part-of = hooguit { $most }, het getal bij `{ $key }`
bounds-whole = een geheel getal van { $least } tot en met { $most }
bounds-word = woorden die met een letter of cijfer beginnen en eindigen
digits-only = schrijf een geheel getal, met alleen cijfers: `87400`
may-exceed-100 = kan dit percentage boven de 100 uitkomen, zet dan `over-100: true` bij `measure` in het normenkader
columns = { $count } kolommen
rows = { $count } rijen

this-criterion = deze norm
chosen-frameworks = de gekozen normenkaders
answer-or-unanswered = answer of unanswered
accepting = het aanvaarden van { $code }
own-weighing = een eigen afweging
level-without-number = een niveau zonder getal
measure-assessed = een `level`
measure-checklist = `points`
measure-quantity = een `value` met `unit`, of een `level` met `level-reason`
measure-countable = één van drie: `count` met `of`, een `value` met `unit`, of een `level` met `level-reason`
measure-not-counted = een `value` in { $unit }; tellen met `count` en `of` kan alleen bij een deel van een geheel, in % en zonder vergelijking of omrekening
kind-framework = normenkader
kind-criterion = norm
kind-finding = bevinding
kind-source = bron
kind-question = deelvraag
kind-conclusion = conclusie
kind-recommendation = aanbeveling
kind-observation = observatie

levels-all = alle `{ $level }`
levels-between = van `{ $lowest }` tot `{ $highest }`
whole-verdict = het oordeel over het geheel
and-whole-verdict = { $criteria }, en het oordeel over het geheel
no-judgement-here = geen oordeel op deze plaats
only-source = alleen bron { $source }
one-origin = alle bronnen steunen op { $source }
one-source-together = de bevindingen die het niveau geven, hebben samen één bron
level-not-counted = het niveau telt niet mee
yet-it-carries = toch draagt zij conclusie { $conclusion }

length-semicolon = maak er meer zinnen van: zet een punt waar nu `;` staat
length-colon = maak van wat achter de `:` staat een lijst of een eigen zin
length-split = maak er twee zinnen van, of zet delen van de zin in een lijst
passive-where = { $count ->
        [one] in deze zin
       *[other] in { $count } zinnen achter elkaar
    }

image-not-utf8 = zij is geen UTF-8
image-other-kind = wat erin staat past niet bij haar naam
image-ending = haar naam eindigt niet op `.svg`, `.png`, `.jpg` of `.jpeg`
image-too-large = zij heeft te veel pixels
image-bad-xml = zij is geen goede XML
image-doctype = zij heeft een DOCTYPE
image-too-deep = haar onderdelen staan te diep in elkaar
image-reaches-out = zij verwijst naar iets buiten zichzelf
no-colour = `{ $value }` is geen kleur zoals `#0f3b4c`
no-typeface = `{ $value }` is geen naam van een letter
template-unknown-name = een naam die het sjabloon gebruikt bestaat niet
template-too-much-work = het sjabloon vraagt te veel werk
template-too-much-text = het sjabloon schrijft te veel
template-names = welke namen er zijn, staat in de handleiding onder Normenkaders en onder Sjablonen en huisstijl
template-compare = vergelijk deze plek met het sjabloon of het normenkader van het programma; wat er kan, staat in de handleiding onder Sjablonen en huisstijl
template-syntax = hier staat iets dat in een sjabloon niet kan
template-none = het sjabloon dat hier genoemd wordt, bestaat niet
template-unknown-filter = het filter achter `|` bestaat niet
template-unknown-function = de functie die hier gebruikt wordt, bestaat niet
template-unknown-test = de toets achter `is` bestaat niet
template-too-many-values = tussen de haakjes staan te veel waarden
template-value-missing = tussen de haakjes ontbreekt een waarde
template-included = het sjabloon dat hier wordt ingevoegd, heeft zelf een fout
template-unfit = wat hier gevraagd wordt, kan niet met deze waarde
library-says = { $what } (melding van { $library }: { $reason })
toml-twice = deze naam staat er al; laat er één staan
toml-other-kind = hier hoort een ander soort waarde
toml-open = een haakje heeft geen tweede, of er ontbreekt een komma
toml-no-value = achter de naam hoort één `=` met een waarde
toml-no-quotes = een tekst staat tussen aanhalingstekens
toml-unread = deze regel is niet te begrijpen
word-size = `{ $name }` bij `[word]` moet tussen 4 en 100 liggen
theme-stuck = het thema heeft hier een fout
theme-warns = in het thema klopt iets niet
theme-help = pas deze plek in het thema aan, of haal uw eigen bestand weg: dan geldt dat van het programma
theme-away = haal uw eigen map `templates` tijdelijk weg en probeer het opnieuw
font-unknown = lettertype `{ $name }` is er niet
zip-unwritten = de onderdelen passen niet in één bestand
git-missing = git is op deze computer niet te vinden
git-other-owner = git vertrouwt deze map niet, omdat zij van een andere gebruiker is
git-refuses = git geeft geen antwoord
watch-too-many = het systeem kan niet nog meer mappen volgen
watch-gone = een map die gevolgd wordt, is er niet meer
watch-refused = het systeem volgt deze map niet

xml-two-roots = er staan twee stukken in
xml-too-deep = onderdelen staan te diep in elkaar
xml-doctype = een DOCTYPE mag hier niet
xml-entity = `&{ $name };` is onbekend
xml-text-outside = tekst buiten het eerste element
xml-not-closed = er mist een sluiting aan het eind
xml-none = er staat geen XML in
xml-not-ended = een `<` heeft geen `>` die erbij hoort
xml-other-end = hier sluit `{ $found }`, terwijl `{ $expected }` nog open is
xml-end-alone = hier sluit `{ $found }`, dat nergens begint
xml-attribute = een eigenschap van dit onderdeel is niet goed geschreven
xml-unread = dit is geen goede XML
json-ends = het bestand eindigt te vroeg
json-other = hier staat iets dat niet in JSON kan
system-says = het systeem meldt `{ $reason }`
memory-full = het geheugen van de computer is vol; sluit andere programma's
network-gone = het netwerk of de netwerkschijf antwoordt niet
disk-fails = de schijf geeft een fout; is het een usb-stick of netwerkschijf, sluit die dan opnieuw aan
no-zip = het is geen zip-bestand
many-parts = er zitten { $count } delen in, hooguit { $most } mogen
part-damaged = het is beschadigd
part-missing = het ontbreekt
unpacked-too-large = uitgepakt meer dan { $most } MiB
no-utf8 = het is geen UTF-8
other-root = het is niet `{ $name }` zoals Word het bewaart als .docx
name-ends-in-m = de naam eindigt op m
no-word-document = het wijst geen Word-document aan in `_rels/.rels`
no-styles = er zitten geen stijlen in
link-out = `{ $kind }` naar `{ $target }`
part-of-kind = een deel van de soort `{ $kind }`
picture-of-kind = een plaatje van de soort `{ $kind }`; sla het op als PNG, JPEG of SVG

what-comparison = een vergelijking van onderzoeken
what-register = het register zelf (het jaar hoort bij --document year-report)
what-joint = een gezamenlijk onderzoek
what-coding = een codeerstudie
what-year-report = het deel voor het jaarverslag
what-codes = een bestand dat geen project van een analyseprogramma (.qdpx) is
what-qda = een project van een analyseprogramma (.qdpx)
what-reaction-form = het formulier van de bestuurlijke reactie
what-internal = een intern document
what-other-document = een ander document dan `hearing`

of-source = bron `{ $source }`
in-file-name = de naam van het bestand of zijn map
in-text = { $text }, { $where }
text-of-nota = de tekst van de nota
text-of-document = de tekst van het document
in-file = { $file } ({ $where })
in-lines = { $more ->
        [0] regel { $numbers }
       *[other] regel { $numbers } en nog { $more }
    }
on-pages = { $more ->
        [0] bladzijde { $numbers }
       *[other] bladzijde { $numbers } en nog { $more }
    }
in-bytes = de gegevens van het bestand
more-parts = nog { $count } delen
also-at = { $more ->
        [0] , ook op { $lines }
       *[other] , ook op { $lines } en nog { $more }
    }
place-text = de tekst
place-reference = een verwijzing
place-attribute = een kenmerk
place-value = een waarde
place-embedded = een ingesloten bestand
place-comment = de toelichting
place-part-name = de naam van een deel
place-alternative = een alternatieve tekst
place-spoken = de voorleestekst
place-property = een titel of eigenschap
place-link = een link
place-attachment-name = de naam van een bijlage
place-metadata = de metagegevens
place-attachment = de bijlage
place-other = een eigenschap
case-not-there = `{ $case }` is hier geen map met een case
case-no-name = de kop noemt als case `{ $case }`, en dat is geen naam van een case
case-of-another = de tekst gaat over { $municipality }, en `{ $case }` is een ander onderzoek, over { $other }
case-other-name = de kop noemt case `{ $case }`, en als map `{ $path }`
cases-not-recorded = de kop zegt niet welke cases erachter zitten
place-script = een script of stijl
unread-depth = bestanden zitten er te diep in elkaar
unread-zip = het is geen goed zip-bestand
unread-part = deel `{ $name }` is niet uit te pakken
unread-pdf = de PDF is niet te lezen
unread-page = pagina { $page } is niet te lezen
unread-stream = een onderdeel van de PDF is niet te lezen
unread-picture = er zit een afbeelding in die niet te lezen is, of waar meer in zit dan het beeld
unread-address = er zit een ingesloten bestand in dat niet te lezen is
unread-xml = het is geen goede XML of HTML
unread-json = het is geen goede JSON
unread-kind = er zit een bestand in van een onbekende soort

rests-on = rust op
meant = bedoelde u `{ $nearest }`?
norm-not-chosen = deze norm is in `case.yaml` niet gekozen, en heeft dus geen oordeel
rests-on-nothing = rust nergens op
carries = draagt
carries-nothing = draagt niets
supports = steunt
contradicts = spreekt tegen

command = OPDRACHT
options = [OPTIES]
usage = Gebruik:
help-commands = Opdrachten:
help-input = Invoer:
help-options = Opties:
help-of-help = Toon deze hulp
help-of-version = Toon de versie
help-of-lang = De taal van meldingen en hulp: nl of en; zonder dit die van de computer
help-default = zonder dit: { $value }
help-possible = mogelijk: { $values }
usage-wrong = fout: { $what }
usage-unknown = `{ $argument }` is hier niet bekend
usage-list = `{ $argument }` staat hier los; hoort het bij een lijst, zet die dan tussen aanhalingstekens en zonder spaties: `"een,twee"`
usage-no-value = bij `{ $argument }` ontbreekt de waarde
usage-other-value = `{ $value }` past niet bij `{ $argument }`
usage-unfit = `{ $value }` past niet bij `{ $argument }`: { $reason }
usage-whole-number = geef een heel getal, zonder punt of komma
usage-missing = dit ontbreekt: { $argument }
usage-no-command = opdracht `{ $value }` bestaat niet
usage-conflict = `{ $argument }` en `{ $other }` gaan niet samen
usage-nearest = hulp: bedoelde u `{ $value }`?
usage-known = hulp: er zijn: { $known }
usage-more = met `--help` achter de opdracht ziet u wat kan

quota-full = de ruimte die u op deze schijf hebt is op
file-grows = het bestand wordt groter dan hier mag
already-there = dit bestaat al
no-name-here = deze naam kan niet op deze schijf
things-in-list = onderdelen in deze lijst
layers-of-folders = lagen van mappen
many-audits = { $count } cases en scorekaarten: dit kan tot { $memory } GB geheugen vragen en enkele minuten duren
more-than = meer dan { $most }
no-ordinary-file = dit is geen gewoon bestand
open-elsewhere = dit bestand is in een ander programma geopend; sluit het daar en geef de opdracht opnieuw
xml-character = er staat een teken in dat niet in XML kan
image-damaged = zij is beschadigd
image-nested-unread = er zit een afbeelding of lettertype in dat niet te lezen is
image-nested-kind = er zit een bestand in dat geen PNG, JPEG, SVG of lettertype is
image-foreign = er zit tekst van een webpagina in (foreignObject), die niet in de PDF en in Word komt; bewaar haar met gewone tekst (in draw.io: zet ‘Formatted Text’ uit) of als PNG
image-languages = zij toont in een andere taal iets anders (systemLanguage); bewaar haar in één taal
image-nested-text = er zit een tekening met tekst in; die tekst komt niet in de PDF, dus zet haar in de buitenste tekening
image-bad-svg = zij is geen goede SVG
image-character = zij heeft teken { $code }, dat niet in een PDF kan
rename-to-case = hier staat wel `{ $file }`; noem dat bestand `case.yaml`
to-material = zet het in de map `materiaal` van de case, of haal het weg
stray-meant = bedoelde u `{ $nearest }`?
foreign-unknown = dat kader heeft deze norm niet
foreign-duty = of zij een wettelijke plicht is, zegt het kader anders
foreign-weight = het gewicht is anders
foreign-number = het getal bij deze norm kan zo niet zijn
changed-lines = { $count ->
        [one] 1 regel is anders
       *[other] { $count } regels zijn anders
    }
changed-judgement = { $of } is nu { $is } en was { $was }
framework-empty = schrijf de normen erin, en kijk dan met: rekenkamer check frameworks/{ $id }.yaml
framework-broken = { $id }: in dit kader staan fouten; kijk het na met: rekenkamer check frameworks/{ $id }.yaml
codebook-made = { $count ->
    [one] er staat één norm in
   *[other] er staan { $count } normen in
}; open het in uw analyseprogramma als codeboek (REFI-QDA)
framework-made = { $count ->
        [one] er staat één norm in
       *[other] er staan { $count } normen in
    }; kijk het na, en maak een case met: rekenkamer new cases/… --municipality … --frameworks { $id }
norms-code-with-parts = andere codes vallen onder deze code, dus zij is een thema; haar beschrijving is niet overgenomen
norms-column = kolom ‘{ $heading }’ is niet begrepen en niet gelezen; zijn het niveaus, noem ze dan met --scale
norms-long-name = de naam ‘{ $name }’ is te lang voor tabellen, en staat in de toelichting
norms-numbered = zonder code heet deze norm { $code }, en de volgende zo verder
norms-renamed = code ‘{ $typed }’ heet in het kader { $code }
table-note = { $path }{ $place ->
        [none] {""}
       *[other] , { $place }
    }: { $text }
usage-framework-code = gebruik kleine letters, cijfers en streepjes, en begin met een letter
usage-scale = geef twee, drie, vier of vijf, of twee tot vijf eigen woorden van hoog naar laag, met komma's ertussen
edit-other = deze schrijfwijze kent het programma niet goed genoeg
edit-reference = er staat een anker (&), een verwijzing (*) of een label (!) in
edit-tab = er staat een tab tussen de waarden
import-nothing = er is niets te veranderen in de case
form-column-unread = niet gelezen: kolom ‘{ $column }’ ({ $places }); neem zelf over wat daar staat
form-remarks = opmerkingen in de kantlijn van het Word-bestand zijn niet gelezen; kijk ze zelf na
form-open = niet beantwoord: { $codes }
import-choose = kies zelf en pas het bestand aan, of kies voor alles in één keer met `--keep case` of `--keep copy`
import-copy-nothing = alles uit de kopie staat al in de case; u kunt de kopie weghalen
import-copy-remove = haal de kopie weg, of zet haar in de map `materiaal` van de case
import-shared-nothing = alles uit de kopie staat al in `shared.yaml` van het onderzoek; u kunt de kopie weghalen
import-shared-remove = haal de kopie weg, of zet haar in een andere map
merge-choose = in het bestand staan beide tussen merktekens van git; kies wat moet blijven, en haal de merktekens weg
merge-comments = { $count ->
        [one] 1 opmerking achter een `#` had geen vaste plaats, en staat
       *[other] { $count } opmerkingen achter een `#` hadden geen vaste plaats, en staan
    } onderaan het bestand
merge-elsewhere = iets anders
merge-from = opmerkingen zonder vaste plaats, uit een van de twee versies:
merge-from-copy = opmerkingen uit de kopie:
merge-nothing = niets
merge-ours = deze versie
merge-theirs = de andere versie
merge-value = `{ $value }`
what-no-copy = een formulier; zij is er voor een kopie van een YAML-bestand
qda-project = gelezen: een project van { $origin ->
    [none] een analyseprogramma
   *[other] { $origin }
}, met { $codes ->
    [one] één code
   *[other] { $codes } codes
}, { $documents ->
    [one] één document
   *[other] { $documents } documenten
} en { $passages ->
    [one] één gecodeerde passage
   *[other] { $passages } gecodeerde passages
}
qda-again = eerder overgenomen: { $count ->
    [one] één passage
   *[other] { $count } passages
}; die staan er niet nog eens bij
qda-at-code = code { $number } (regel { $line })
qda-at-document = document { $number } (regel { $line })
qda-at-passage = passage { $number } van document { $document } (regel { $line })
qda-blank = vul { $path } in, en geef daarna dezelfde opdracht opnieuw
qda-blank-both = vul { $path } en { $documents } in, en geef daarna dezelfde opdracht opnieuw
qda-code-lost = { $count ->
    [one] één passage heeft
   *[other] { $count } passages hebben
} een code die niet in het codeboek van het project staat; die code is niet te koppelen
qda-codes-empty = zonder passages in dit project: { $codes }
qda-codes-named = { $count ->
    [one] één code bevat een naam of wat iemand zei, en staat niet in de koppeling
   *[other] { $count } codes bevatten een naam of wat iemand zei, en staan niet in de koppeling
}; geef haar in uw analyseprogramma een andere naam
qda-counted = plaatsen in de tekst zijn geteld in { $way }, { $ends }
qda-counted-other = plaatsen in de tekst zijn geteld in { $way }, { $ends }: dat past bij wat passages zelf citeren, al telt dit programma meestal anders
qda-units = eenheden van UTF-16 (een emoji telt voor twee)
qda-code-points = tekens (een emoji telt voor één)
qda-ends-one = met een regeleinde van Windows als één teken
qda-ends-two = met een regeleinde van Windows als twee tekens
qda-left = niet gekoppeld, en niet overgenomen: { $count ->
    [one] één code
   *[other] { $count } codes
} met passages ({ $codes })
qda-memos = memo's worden niet gelezen: { $count }
qda-misfit = { $count ->
    [one] van één passage past de plaats
   *[other] van { $count } passages passen de plaatsen
} niet bij de tekst; kijk ze na in uw analyseprogramma: { $places }
qda-nameless = bij { $codes } staat niemand bij `people` in { $path }: de namen van wie daar sprak, worden nergens gezocht
qda-names = { $count ->
    [one] één naam of tekst komt
   *[other] { $count } namen en teksten komen
} in { $path }, zodat geen document ze noemt
qda-next = vul bij elke nieuwe bevinding zelf `condition` in, en `level` als zij iets over het niveau zegt; de passages staan in { $path }
qda-no-words = van { $count ->
    [one] één passage
   *[other] { $count } passages
} staat de tekst niet in het project; de plaats staat er wel bij
qda-nowhere = niet overgenomen: { $count ->
    [one] één passage
   *[other] { $count } passages
} met een plaats die niet kan, zoals een einde vóór het begin of voorbij de tekst; kijk dat na in uw analyseprogramma, en exporteer het project opnieuw: { $places } van project.qde
qda-pages-one = bladzijden van PDF's zijn overgenomen zoals het project ze noemt
qda-pages-zero = bladzijden van PDF's tellen in dit project vanaf nul; in de case staat de eerste bladzijde als 1
qda-quoted = { $count ->
    [one] één citaat is eerder overgenomen, en daarna in de case veranderd of weggehaald; dat
   *[other] { $count } citaten zijn eerder overgenomen, en daarna in de case veranderd of weggehaald; dat
} blijft zo (wilt u het terug, haal het dan weg onder `quoted` in { $path })
qda-taken = { $count ->
    [one] één passage
   *[other] { $count } passages
} als bewijs bij { $findings ->
    [one] één bevinding
   *[other] { $findings } bevindingen
}
qda-untitled = niet overgenomen: passages uit { $codes }; vul daarvan eerst `title` in, in { $path }
revise-added = regel { $line }: + { $new }
revise-changed = regel { $line }: { $old } → { $new }
revise-meanwhile = niets geschreven: een van de bestanden is intussen veranderd; geef de opdracht opnieuw
revise-new-file = { $path } (nieuw)
participants-not-yet = in de cases die er al waren, is nog niets veranderd; met --write schrijft u dit
revise-not-yet = er is nog niets veranderd; met --write schrijft u dit
revise-written = geschreven; kijk de case na met: rekenkamer check { $case }
revise-written-shared = geschreven in `shared.yaml`, dat alle cases van het onderzoek delen; kijk ze na met: rekenkamer check { $case }
revise-written-study = geschreven; kijk de cases van het onderzoek na met: rekenkamer check { $case }
upgrade-changed = {"  "}veranderd: { $codes }; bekijk de bevindingen opnieuw, want een oordeel van toen geldt hier niet vanzelf nog
upgrade-gone = {"  "}vervallen: { $codes }; wat erbij staat is er nog, en `check` noemt het tot u het weghaalt of ergens anders onderbrengt
upgrade-mention = { $path }, regel { $line }: de tekst noemt { $code } en is gelaten zoals zij was
upgrade-new = {"  "}nieuw: { $codes }; neem ze op in de bevindingen
upgrade-no-version = normenkader { $framework } heeft geen versies; er is niets over te zetten
upgrade-of = { $framework }: van versie { $old } naar { $new }
upgrade-present = de case gebruikt al versie { $version } van { $framework }
addressees = de geadresseerden, waarbij hoofdletters en lidwoorden niet tellen
pages-of-chapter = { $of } ({ $count } bladzijden)
hearing-paragraphs =
    { $count ->
        [one] 1 alinea heeft een nummer
       *[other] { $count } alinea's hebben een nummer
    }
hearing-next = maak nu het document dat u stuurt: rekenkamer nota { $case } --document hearing --format docx,pdf
remarks-known =
    { $count ->
        [one] 1 opmerking staat er al en is overgeslagen
       *[other] { $count } opmerkingen staan er al en zijn overgeslagen
    }
remark-unanchored = deze opmerking hoort bij geen alinea; zij komt erin zonder `at`: { $text }
remark-number-unknown = nummer `{ $value }` is niet voorgelegd; de opmerking komt erin zonder `at`: { $text }

status-concept = de status is `concept`
step-plan = onderzoeksplan
step-hearing = ambtelijk wederhoor
step-reaction = bestuurlijke reactie
step-afterword = nawoord
step-decision = raadsbesluit
lacks-respondent = { $role } heeft nog niet geantwoord
lacks-answer = opmerking `{ $remark }` is nog niet beantwoord
lacks-response = er is nog geen bestuurlijke reactie
lacks-position = op aanbeveling `{ $recommendation }` is nog niet gereageerd
embargo-no-day = u hebt niet gezegd op welke dag u het openbaar maakt
embargo-too-early = { $on } is te vroeg
metadata-day = de dag van het rapport (bij `study: date:` staat alleen een maand of een jaar)
metadata-publisher = wie het openbaar maakt (`publication: publisher:`)
write-day = schrijf er ook de dag bij, zoals 2027-03-12
usage-day = schrijf er ook de dag bij, zoals 2027-03-12
reader-college = het college
reader-rekenkamer = de rekenkamer
step-conversations = verslagen van gesprekken
step-findings = bevindingen
state-done = klaar
state-waiting = wacht
state-to-do = te doen
state-unsaid = –
progress-unsaid = de case zegt er niets van
progress-adopted = vastgesteld op { $date }
progress-not-adopted = nog niet vastgesteld
progress-agreed = { $count } van { $of } verslagen akkoord
progress-report-draft = { $code } is nog niet gestuurd
progress-report-sent = { $code }
progress-report-silent = { $code } bleef zonder antwoord
progress-waiting =
    wacht op { $who }{ $since ->
        [none] {""}
       *[other] {" "}sinds { $since }
    }{ $due ->
        [none] {""}
       *[other] , uiterlijk { $due }
    }
progress-norms = { $count } van { $of } normen ingevuld
progress-sent = voorgelegd op { $date }
progress-remarks =
    { $count ->
        [0] geen opmerkingen
        [one] 1 opmerking
       *[other] { $count } opmerkingen
    }
progress-remarks-open = nog te beantwoorden: { $codes }
progress-silent = { $role }
progress-response-asked = het bestuur
progress-response = gegeven op { $date }
progress-positions = een standpunt over { $count } van { $of } aanbevelingen
progress-written = geschreven
progress-unwritten = nog te schrijven
progress-decision = genomen op { $date }
progress-decided = over { $count } van { $of } aanbevelingen
next-plan = nu: vul `plan` in en maak het onderzoeksplan: rekenkamer nota { $case } --document plan
next-conversations = nu: stuur de verslagen van de gesprekken (brieven: rekenkamer nota { $case } --document letters --format docx), en zet bij de bron wanneer
next-findings = nu: vul in wat nog open staat: rekenkamer check { $case }
next-hearing = nu: leg de feiten voor: rekenkamer hearing { $case } --sent DATUM --due DATUM
next-answers = nu: vul hearing.yaml aan: wie u vroeg, en uw antwoord op elke opmerking
next-reaction = nu: vraag om een reactie: rekenkamer nota { $case } --document reaction --format docx
next-afterword = nu: schrijf het nawoord bij `afterword` in case.yaml
next-decision = nu: maak het voorstel voor de raad: rekenkamer nota { $case } --document proposal --format docx
next-register = nu: volg wat er van de aanbevelingen komt: rekenkamer register { $case }
next-none = dit is een reconstructie van een onderzoek van anderen: er is geen volgende stap
start-status = Waar een onderzoek staat, en wat op wie wacht: rekenkamer status { $case }
next-wait = nu: wachten op antwoord; ging u zonder antwoord verder, zet dat dan met de reden in de case
progress-nobody-named = bij `respondents` staat nog niet wie is gevraagd

casebook-save-as = bewaar haar als Excel-werkmap (.xlsx) of OpenDocument-rekenblad (.ods)
casebook-sheets-missing = deze bladen zijn er niet meer, en zijn niet gelezen: { $names }
casebook-sheets-unread = deze bladen zijn niet gelezen: { $names }
casebook-comments = opmerkingen bij cellen zijn niet gelezen; kijk ze zelf na
casebook-columns-missing = blad { $sheet } mist deze kolommen; wat er in de case staat, blijft: { $names }
casebook-hidden = blad { $sheet } is verborgen of heeft verborgen rijen of kolommen; die zijn ook gelezen
casebook-missing = niet meer in de werkmap, en nog wel in de case: { $names }; moet er iets weg, noem het dan met `--delete`
casebook-gone = niet meer in de case, en in de werkmap niet veranderd: { $names }
casebook-formulas = in deze cellen staat een formule; de uitkomst is overgenomen: { $names }
casebook-newer = { $count ->
    [one] één cel is in de case veranderd sinds de werkmap is gemaakt; die blijft zoals in de case
   *[other] { $count } cellen zijn in de case veranderd sinds de werkmap is gemaakt; die blijven zoals in de case
}
casebook-left-out = niet in de werkmap, omdat er iemand in staat die beschermd is of omdat een tekst niet in een cel past: { $names }
casebook-there = al in de case: { $names }
casebook-empty = niets
casebook-rows = een werkmap mag per blad { $most } rijen hebben
what-workbook = een werkmap van de case
what-form = een formulier
participants-done = { $made ->
    [0] geen nieuwe cases
    [one] één nieuwe case
   *[other] { $made } nieuwe cases
}, { $same } ongewijzigd, { $changed } met wijzigingen uit de tabel
participants-formulas = hier staan formules; hun laatst berekende waarde is gelezen, in rij { $rows }
participants-next = vul eerst in wat zij delen, in { $path }
participants-note = { $place }: { $text }
participants-other = hier staat nog een tabel met deelnemers; die is niet gelezen
participants-unnamed = niet in de tabel, en ongemoeid gelaten: { $cases }
participants-unread = kolom ‘{ $heading }’ is niet gelezen; met --attributes wordt zij een kenmerk van de cases
table-participants = houd de kolommen van de deelnemers over, en een rij per deelnemer
table-save-as = bewaar de tabel als werkmap (.xlsx of .ods) of als CSV-bestand
what-shared = een onderzoek dat al een gedeeld deel heeft: pas { $path } aan
shared-missing = dit bestand is er niet; een gedeeld deel heet meestal `../shared.yaml`
