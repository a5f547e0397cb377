# De berichten, één per code. Kleine letters, geen punt, namen tussen accenten grave.
# `.label` staat bij de onderstreepte plaats; `.help` zegt wat u kunt doen.

R101 = bestand ontbreekt
    .help = { $help }
R102 = bestand is niet te lezen: { $reason }
    .help = kijk of u het mag openen, en of de inhoud past bij de naam
R103 = bestand is geen UTF-8
    .label = hier staat een teken in een andere codering
    .help = { $help }
R104 = dit is geen geldige YAML: { $reason }
    .help = { $help }
R105 = hier is geen case: `case.yaml` ontbreekt
    .help = { $help }
R106 = deze map bestaat al en is niet leeg
    .help = kies een andere naam; er is niets veranderd
R107 = bestand is leeg
    .help = vul het in, of haal het weg als het er niet hoeft te zijn

R110 = onbekende sleutel `{ $key }`
    .label = verwacht: { $known }
    .help = { $help }
R111 = sleutel `{ $key }` ontbreekt
    .label = in dit onderdeel
    .help = zet `{ $key }` bij dit onderdeel, even ver ingesprongen
R112 = sleutel `{ $key }` staat hier twee keer
    .help = haal er een weg, of voeg ze samen
R113 = verwacht een tekst, gevonden { $found }
    .help = { $help }
R114 = verwacht een lijst, gevonden { $found }
    .help = { $help }
R115 = verwacht sleutels met een waarde, gevonden { $found }
    .help = { $help }
R116 = sleutel `{ $key }` heeft geen waarde
    .help = vul een waarde in, of haal de sleutel weg als die er niet hoeft te zijn
R117 = wat achter ` #` staat, leest YAML als commentaar; het komt niet in de nota
    .help = hoort het bij de tekst, zet de hele tekst dan tussen aanhalingstekens
R118 = gekrulde aanhalingstekens, zoals Word ze maakt, zijn voor YAML gewone tekens en horen nu bij de waarde
    .help = maak er rechte van (`"` of `'`), of haal ze weg; horen zij in de tekst, zet dan rechte om het geheel

R120 = `{ $value }` is geen datum
    .help = { $help }
R121 = `{ $value }` is geen getal
    .help = { $help }
R122 = `{ $value }` is op twee manieren te lezen: met duizendtallen of met decimalen
    .help = schrijf `{ $whole }` of `{ $decimal }`
R123 = `{ $value }` is geen percentage
    .help = schrijf bijvoorbeeld `60%`
R124 = onbekende waarde `{ $value }`
    .label = verwacht: { $known }
    .help = bedoelde u `{ $nearest }`?
R125 = `{ $value }` past hier niet: verwacht { $bounds }
    .help = { $help }
R126 = `{ $value }` is geen geldige code
    .help = { $help }
R127 = `{ $value }` komt al eerder voor
    .label = eerder in { $where }
    .help = geef elk onderdeel zijn eigen code
R128 = de periode eindigt in { $to }, voordat zij begint in { $from }
    .help = verwissel `from` en `to`, of verbeter een van beide
R129 = tekst is te lang: { $length } tekens, hooguit { $most }
    .help = kort hem in; in tabellen en figuren is niet meer plaats
R130 = `{ $value }` is geen adres op het web
    .help = een adres begint met `https://` of `http://` en heeft geen spaties, `<`, `>` of `|`
R131 = `{ $value }` is geen provincie van Nederland
    .help = bedoelde u `{ $nearest }`? Zo niet, dan mag dit blijven staan

R140 = bestand is te groot: meer dan 32 MiB
    .help = splits het, of kijk of dit het goede bestand is
R142 = deze YAML zit te diep in elkaar of wordt te groot: { $reason }
    .help = zet onderdelen minder diep in elkaar, en gebruik geen verwijzingen (`&`, `*`) naar elkaar
R143 = bestand `{ $value }` staat buiten de map waar het hoort
    .help = zet het bestand zelf in de map, en geen koppeling (symbolic link) of adres
R144 = dit is te veel: { $found } { $what }, en hooguit { $most } kunnen
    .help = kijk of dit de goede map of het goede bestand is, of splits het
R160 = dit lijkt een kopie of een rest van `{ $expected }`, en wordt niet gelezen
    .help = zet over wat in `{ $expected }` hoort, en haal dit bestand weg of zet het in de map `materiaal` van de case
R161 = dit bestand hoort niet bij een case en wordt niet gelezen
    .help = { $help }
R162 = bevindingen in dit bestand worden niet gelezen
    .help = zet ze over in `findings/<kader>.yaml`, en dit bestand in de map `materiaal` van de case
R163 = deze map hoort niet bij een case; wat erin staat, wordt niet gelezen
    .help = { $help }

R150 = hier staat een samenvoegconflict van git: twee versies van dezelfde regels
    .help = kies wat moet blijven, en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg
R151 = dit is geen tekst, maar { $kind }
    .help = { $help }
R152 = YAML leest hier `{ $value }`, zonder apostrof
    .help = schrijf `{ $meant }`
R153 = hier staat een onzichtbaar teken: { $name }; `{ $value }` wordt gelezen zonder dat teken
    .help = wis het teken

R201 = normenkader `{ $value }` bestaat niet
    .label = er zijn: { $known }
    .help = bedoelde u `{ $nearest }`?
R202 = bevindingen bij versie { $found }, het normenkader is versie { $expected }
    .help = loop de wijzigingen van het kader na en pas dan `version` aan
R203 = norm `{ $value }` bestaat niet in { $framework }
    .help = bedoelde u `{ $nearest }`?
R204 = bron `{ $value }` staat niet in `sources.yaml`
    .help = bedoelde u `{ $nearest }`?
R205 = bevinding `{ $value }` bestaat niet
    .help = bedoelde u `{ $nearest }`?
R206 = deelvraag `{ $value }` bestaat niet
    .help = bedoelde u `{ $nearest }`?
R207 = conclusie `{ $value }` bestaat niet
    .help = bedoelde u `{ $nearest }`?
R208 = bron `{ $value }` steunt op zichzelf: { $chain }
    .help = haal bij `derived-from` een stap weg; een bron steunt alleen op wat er eerder was
R209 = punt `{ $value }` staat niet op de checklist van `{ $criterion }`
    .label = er zijn: { $known }
    .help = bedoelde u `{ $nearest }`?
R210 = bevindingen bij `{ $value }`, maar `case.yaml` kiest dat kader niet
    .help = zet `{ $value }` bij `frameworks` in `case.yaml`, of haal dit bestand weg
R211 = dit bestand hoort bij `{ $expected }`, maar noemt normenkader `{ $value }`
    .help = schrijf `framework: { $expected }`, of geef het bestand een andere naam
R212 = dit bestand wordt niet gelezen: het heeft een andere naam of eindigt niet op `.yaml`
    .help = noem dit bestand `{ $expected }`

R213 = dit bestand heeft vorm { $found }, verwacht { $expected }
    .help = maak het opnieuw met deze versie van het programma

R214 = dit is geen JSON: { $reason }
    .help = maak de scorekaart opnieuw met `rekenkamer score --format json`
R215 = de scorekaart klopt niet: `{ $key }` is { $found }, berekend is { $expected }
    .label = hier wijkt zij af van wat uit de rest van de kaart volgt
    .help = de scorekaart is na het maken veranderd; vraag de maker om een nieuwe

R216 = codeboek `{ $value }` bestaat niet
    .label = er zijn: { $known }
    .help = bedoelde u `{ $nearest }`?
R217 = in deze PDF zit geen scorekaart
    .help = vraag om een PDF die met `--attach` is gemaakt, of om de scorekaart zelf (`rekenkamer score CASE --format json`)

R220 = deze tabel is te groot: { $found }, hooguit { $most }
    .help = houd de kolommen van het codeboek over, en een rij per gemeente
R221 = deze rij heeft { $found } cellen, de kop heeft er { $expected }
    .help = staat er een komma of puntkomma in een tekst, zet die tekst dan tussen aanhalingstekens
R222 = onbekende kolom `{ $column }`
    .label = verwacht: { $known }
    .help = { $kind ->
        [slip] bedoelde u `{ $nearest }`?
       *[own] noem een eigen kenmerk bij `attributes` in study.yaml, of haal de kolom weg
    }
R223 = kolom `{ $column }` ontbreekt
    .label = in deze kop
    .help = voeg de kolom toe; is het een eigen kenmerk, dan mag het ook bij `attributes` weg
R224 = een lege cel in kolom `{ $column }`: leeg is niet nul
    .help = schrijf `onbekend` als het antwoord niet bekend is, of `nvt` als de vraag niet past
R225 = `{ $value }` past niet in kolom `{ $column }`
    .label = { $kind ->
        [number] verwacht: een geheel getal, zonder punt of spatie
       *[word] verwacht: { $known }
    }
    .help = bedoelde u `{ $nearest }`?
R226 = gemeente `{ $value }` staat al op een eerdere rij
    .help = houd één rij over; heten twee gemeenten hetzelfde, zet dan de provincie achter de naam
R227 = `{ $column }` heeft voor `{ $value }` één antwoord, en een eerdere rij geeft een ander
    .help = geef alle rijen van `{ $value }` hetzelfde antwoord

R228 = vraag `{ $value }` heeft al antwoorden in de rijen
    .help = noem bij `totals` alleen wat de rijen niet zeggen
R236 = aanbeveling `{ $value }` staat niet in de eerdere case `{ $case }`
    .label = er zijn: { $known }
    .help = bedoelde u `{ $nearest }`?
R237 = over deze aanbevelingen uit `{ $case }` staat hier niets: { $value }
    .help = zeg van elk wat ervan terechtkwam, of `onbekend`
R238 = aanbeveling `{ $value }` bestaat niet in deze case
    .label = er zijn: { $known }
    .help = bedoelde u `{ $nearest }`?
R239 = norm `{ $value }` van deze scorekaart past niet bij normenkader { $framework }: { $what }
    .help = vraag om een scorekaart die het programma zelf maakte

R229 = een aanhalingsteken in deze tabel heeft geen tweede
    .help = zet het sluitende aanhalingsteken, of haal dit weg; een `"` binnen `"…"` schrijft u dubbel: `""`

R301 = bevinding `{ $value }` heeft geen bewijs
    .help = noem bij `evidence` minstens één bron; is iets er niet, noem dan waar u zocht met `searched`
R302 = `{ $key }` past niet bij norm `{ $criterion }`, die vraagt om { $expected }
    .help = geef wat de norm vraagt; wat u verder vond, hoort in `condition`
R303 = eenheid `{ $value }`, de norm rekent in `{ $expected }`
    .help = schrijf `unit: "{ $expected }"`, en reken het getal om als het in een andere eenheid staat
R304 = `{ $value }` vraagt om een reden
    .help = schrijf bij `{ $key }` waarom
R305 = bevindingen bij norm `{ $value }` spreken elkaar tegen, van `{ $lowest }` tot `{ $highest }`; het normenkader krijgt geen oordeel
    .help = schrijf bij `resolution` hoe u dat weegt, met een reden
R306 = norm `{ $value }` heeft geen tegenspraak om op te lossen
    .help = `resolution` hoort bij bevindingen die twee niveaus of meer uiteenliggen
R307 = norm `{ $value }` heeft geen afgeleid oordeel om van af te wijken
    .help = haal `overrule` weg; het hoort bij een norm die is onderzocht en een niveau heeft
R308 = deelvraag `{ $value }` heeft een antwoord en een reden waarom er geen antwoord is
    .help = kies `answer` of `unanswered`
R309 = een case met status `{ $value }` moet dat zelf zeggen
    .help = schrijf bij `notice` wat dit voor uitgave is
R310 = een wet vraagt om `article` en `text-date`
    .help = schrijf bijvoorbeeld `article: artikel 38b, eerste lid` en `text-date: 2017`
R311 = een wettelijke plicht zonder wet in `basis`
    .help = noem het artikel dat dit voorschrijft, of zet `legal-duty` op false
R312 = niveau `{ $value }` vraagt niet meer dan het niveau eronder
    .help = laat elk niveau verder beginnen of meer punten vragen dan het niveau eronder; het laagste vraagt niets
R313 = een oordeel `{ $value }` begint hoger dan wat dat niveau op elke norm oplevert
    .help = alle normen op voldoet geeft 100%, op grotendeels twee derde (hooguit 66,6666%), op deels een derde (hooguit 33,3333%)
R314 = norm `{ $value }` rekent met de mediaan van vergelijkbare gemeenten, en er zijn er { $count } van minstens 5{ $without ->
        [none] {""}
       *[other] ; van { $without } is het aantal inwoners niet bekend
    }
    .help = noem ze bij `peers` in `case.yaml`, of geef een niveau met `level-reason`
R315 = norm `{ $value }` rekent per inwoner, en het aantal inwoners ontbreekt
    .help = vul `inhabitants` in bij `municipality` in `case.yaml`
R316 = norm `{ $value }` is onderzocht, maar geen bevinding geeft een niveau
    .help = geef een bevinding een niveau, of kies `niet-te-beoordelen` met een reden
R317 = norm `{ $value }` heeft status `{ $status }`, maar een bevinding geeft een niveau
    .help = kies `onderzocht`, of haal het niveau weg
R318 = bevinding `{ $value }` heeft geen bron die haar steunt
    .help = geef een niveau alleen met minstens één bron die het steunt
R319 = `{ $key }` hoort bij een norm; een bevinding bij een deelvraag heeft geen niveau
    .help = haal `{ $key }` weg, of zet de bevinding bij een norm
R320 = de afweging bij norm `{ $value }` geeft een niveau buiten wat de bevindingen zeggen, van `{ $lowest }` tot `{ $highest }`
    .help = kies een niveau daartussen, of wijk af met `overrule` en een reden
R321 = de mediaan van vergelijkbare gemeenten bij norm `{ $value }` is nul, en daarmee is niet te vergelijken
    .help = ga de cijfers bij `peers` na, of geef een niveau met `level-reason`
R322 = `overrule` bij norm `{ $value }` geeft hetzelfde niveau als de bevindingen
    .help = haal `overrule` weg; de reden past misschien bij een bevinding
R323 = een eigen oordeel bij norm `{ $value }` valt buiten wat de antwoorden open laten, van `{ $lowest }` tot `{ $highest }`
    .help = kies een niveau daartussen, of geef de punten die nog onbekend zijn een antwoord
R324 = `{ $key }` heeft een percentage dat geen enkele score of elke score haalt
    .help = geef een percentage tot en met 100%; een niveau boven het laagste begint boven 0%
R350 = norm `{ $value }` is nog in te vullen
R351 = `{ $key }` is nog in te vullen

R360 = conclusie `{ $value }` rust op geen bevinding en geen norm
    .help = noem bij `criteria` of `findings` waar zij uit volgt
R361 = norm `{ $value }` komt uit op `{ $level }`, en geen conclusie gaat erover
    .help = noem de norm of een bevinding ervan bij een conclusie
R362 = aanbeveling `{ $value }` volgt uit geen conclusie
    .help = noem bij `conclusions` de conclusie waar zij uit volgt
R363 = uit conclusie `{ $value }` volgt geen aanbeveling
    .help = noem de conclusie bij een aanbeveling, of schrijf er een
R364 = conclusie `{ $value }` zegt `{ $found }`, en haar normen zeggen iets anders: { $expected }
    .help = pas de woorden aan, of noem de normen waaruit dit volgt
R365 = normenkader `{ $value }` komt uit op `{ $level }`, en toch ligt { $criteria } twee niveaus of meer lager
    .help = het gemiddelde verbergt dit: zeg het in een conclusie, en aanvaard de waarschuwing bij `accepted`
R366 = het oordeel over norm `{ $value }` heeft een smalle basis: { $why }
    .help = zoek een tweede bron die losstaat van de eerste, liefst van een andere soort
R367 = het oordeel over norm `{ $value }` rust alleen op gesprekken
    .help = zoek een stuk, een register of een eigen waarneming waaruit hetzelfde blijkt
R368 = bron `{ $value }` wordt door geen bevinding gebruikt
    .help = noem de bron bij een bevinding, of haal haar weg
R369 = bron `{ $value }` draagt meer dan de helft van het bewijs: { $count }
    .help = zoek bij deze normen ook andere bronnen
R370 = bevinding `{ $value }` noemt `{ $source }` naast `{ $other }`, terwijl de ene op de andere steunt; samen tellen zij als één bron
    .help = haal er een weg, of zoek een bron die losstaat van deze
R371 = bij norm `{ $value }` wijken de onderzoekers af van het niveau dat uit de bevindingen volgt: `{ $found }` in plaats van `{ $expected }`
    .help = volgt de reden voor een buitenstaander uit de bevindingen, aanvaard de waarschuwing dan bij `accepted`
R372 = deelvraag `{ $value }` heeft geen antwoord, en geen reden waarom dat er niet is
    .help = schrijf `answer` of `unanswered`
R373 = getal `{ $found }` in conclusie `{ $value }` komt in geen bevinding voor
    .help = noem het getal bij een bevinding, met zijn bron, of haal het hier weg
R374 = norm `{ $value }` staat naast { $count } andere gemeenten, en minder dan 5 zegt weinig
    .help = noem er bij `peers` meer, of laat de vergelijking weg
R375 = norm `{ $value }` geldt pas vanaf { $date }, na de onderzochte periode; { $what }
    .help = kies `niet-onderzocht` met deze reden en haal het niveau weg, of ga na of `period` klopt
R376 = bij normenkader `{ $value }` hebben grenzen tussen niveaus geen bron van buiten: { $criteria }
    .help = leg bij `accepted` uit waarom deze grenzen hier passen, of onderbouw ze in een eigen kader
R377 = de status is `definitief`, maar de case is niet af: { $found }
    .help = `rekenkamer check` laat zien wat; vul in, los op of aanvaard met een reden, of laat de status op `concept`
R378 = conclusie `{ $value }` rust op normen zonder niveau: { $criteria }
    .help = laat deze normen weg bij de conclusie, of beoordeel ze

R390 = waarschuwing `{ $value }` bestaat niet
    .help = bedoelde u `{ $nearest }`?
R391 = `{ $value }` kan een case niet aanvaarden
    .help = los op wat deze code meldt; welke waarschuwingen u kunt aanvaarden, staat in de handleiding onder Naslag, De case
R392 = { $code } gaat over een { $what }, en `{ $value }` is dat niet
    .help = bedoelde u `{ $nearest }`?
R393 = hier valt niets te aanvaarden: `{ $code }` komt bij `{ $value }` niet voor
    .help = haal dit onderdeel weg
R394 = `{ $value }` komt in deze case niet voor
    .help = bedoelde u `{ $nearest }`?

R401 = een kop past niet in dit veld
    .help = maak de regel vet, of laat boven een streep een lege regel
R402 = HTML komt als letterlijke tekst in de nota
    .help = haal haar weg; in Markdown is `*schuin*` cursief en `**vet**` vet, en begint na een lege regel een alinea
R403 = lijsten, citaten of nadruk staan dieper in elkaar dan { $most } niveaus
R404 = teken `{ $character }` ({ $code }) zit in geen lettertype
    .help = gebruik een ander teken, of zet een lettertype dat het heeft in templates/fonts
R405 = teken { $code } mag niet in een duurzame PDF
    .help = haal het teken weg; een onzichtbaar teken komt vaak mee bij het plakken
R406 = koppeling naar `{ $value }`, en die plaats bestaat niet
    .help = bedoelde u `{ $nearest }`?
R407 = afbeelding `{ $value }` bestaat niet of is niet te lezen
    .help = { $problem ->
        [near] schrijf `{ $expected }`
       *[gone] kijk of de naam precies klopt, ook de hoofdletters, en of het bestand naast dit document staat
    }
R408 = { $problem ->
        [long] de beschrijving van deze afbeelding is te lang voor een PDF
       *[none] afbeelding zonder beschrijving
    }
    .help = { $problem ->
        [long] schrijf tussen de rechte haken in een paar zinnen wat er te zien is, en zet de rest in de tekst
       *[none] schrijf tussen de rechte haken wat er te zien is
    }
R409 = { $problem ->
        [empty] kop zonder tekst
       *[skips] kop van niveau { $found }, verwacht hooguit niveau { $expected }
    }
    .help = { $problem ->
        [empty] schrijf er een kop, of haal de regel weg
       *[skips] haal een `#` weg, of zet er een kop van niveau { $expected } boven
    }
R415 = afbeelding `{ $value }` staat niet in de map van dit document
    .help = zet haar in die map, en noem haar zonder `..`, zonder adres en zonder pad vanaf de hoofdmap
R416 = afbeelding `{ $value }` is niet bruikbaar: { $reason }
    .help = bewaar haar opnieuw als SVG, PNG of JPEG
R417 = dit document is te lang: omvang { $found } (alinea's, cellen en elke 1.000 tekens), en hooguit { $most } kan
    .help = splits het
R418 = dit document heeft te veel afbeeldingen: meer dan { $most }
    .help = laat afbeeldingen weg, maak ze kleiner, of splits het document
R419 = onzichtbaar teken { $code } laat de tekst anders lezen dan zij is
    .help = haal het teken weg, het komt vaak mee bij het plakken: typ het woord en de spaties ernaast opnieuw
R420 = deze rij heeft { $found } cellen, en de tabel { $expected } kolommen
    .help = geef de tabel een kolom meer, of schrijf een streepje in de tekst als `\|`
R421 = deze regel begint met `#` en is geen kop
    .help = zet één tot zes keer `#` en een spatie voor een kop, of `\` voor het eerste `#` als het tekst is
R422 = afbeelding `{ $value }` komt niet in het document: { $problem ->
        [space] haar pad heeft een spatie
       *[spelling] Markdown kent deze schrijfwijze niet
    }
    .help = { $problem ->
        [space] schrijf `{ $expected }`
       *[spelling] schrijf `![wat er te zien is]({ $value })`
    }
R423 = { $problem ->
        [unknown] bij `{ $value }` hoort geen voetnoot
        [spaced] de naam van voetnoot `{ $value }` heeft een spatie
        [inline] `{ $value }` wordt geen voetnoot
        [unused] naar voetnoot `{ $value }` verwijst geen tekst; zij zou verdwijnen
        [twice] `{ $value }` heeft twee voetnoten met verschillende tekst
        [empty] voetnoot `{ $value }` heeft geen tekst
        [heading] in een kop of titel kan geen verwijzing naar een voetnoot staan
        [line] in dit veld kan geen verwijzing naar een voetnoot staan
        [link] in een link kan geen verwijzing naar een voetnoot staan
        [image] in een voetnoot kan geen afbeelding staan
       *[note] in een voetnoot kan geen verwijzing naar een voetnoot staan
    }
    .help = { $problem ->
        [spaced] schrijf die naam aaneen, zoals `[^noot-a]`, in de zin en bij de tekst eronder
        [inline] schrijf `[^1]` in de zin, en op een eigen regel onder de alinea `[^1]: ` met de tekst
        [unknown] schrijf de noot in hetzelfde tekstveld op een regel van zichzelf: `{ $value }: …`; of zet `\` voor `[` als dit geen voetnoot is
        [unused] zet `{ $value }` in de zin waar de noot bij hoort, of haal de noot weg
        [twice] geef een van de twee een ander nummer, ook in de zin
        [empty] schrijf haar tekst achter de dubbele punt
        [heading] zet de verwijzing in de eerste zin daaronder
        [line] zet `{ $value }` in een tekst die uit meer regels kan bestaan, of haal haar weg
        [link] zet de verwijzing achter de link
        [image] zet de afbeelding in de tekst zelf
       *[note] zet beide teksten in één noot
    }
R424 = deze regels met `|` worden geen tabel
    .help = zet onder de kop van de tabel een regel met voor elke kolom `---`, zoals `|---|---|`, en tussen de regels geen lege
R410 = een afbeelding hoort in een alinea van zichzelf; nu komt alleen haar beschrijving in de nota
    .help = in `nota.md`: laat boven en onder de afbeelding een regel leeg

R501 = sjabloon is niet goed gevormd: { $reason }
    .help = sluit elke `{ "{%" }` met `{ "%}" }` en elke `{ "{{" }` met `{ "}}" }`, en elke `if` en `for` met `endif` en `endfor`
R502 = sjabloon is niet in te vullen: { $reason }
    .help = { $help }
R503 = dit bestand is geen geldige TOML: { $reason }
    .help = kijk of elke tekst tussen aanhalingstekens staat; zonder dit bestand gelden de kleuren en letters van het programma

R601 = zetten mislukt: { $reason }
    .help = { $help }
R602 = bij het zetten: { $reason }
    .help = { $problem ->
        [font] kijk bij `[type]` in templates/theme/tokens.toml of de naam klopt, en of het lettertype in templates/fonts staat
       *[other] { $help }
    }
R603 = dit is geen nota van rekenkamer: in het kopje ontbreekt `{ $key }`, of het klopt niet
    .help = begin het bestand met het kopje dat `rekenkamer nota` schrijft
R604 = hier staat nu `{ $found }`, het programma schreef `{ $expected }`
    .help = pas het oordeel in de case aan, of zet hier het oordeel van de scorekaart terug
R605 = getal `{ $value }` is met de hand veranderd of toegevoegd
    .help = ga na of het klopt en of het een bron heeft
R606 = in de kop staat `{ $key }` nu op `{ $found }`, de case zegt `{ $expected }`
    .help = pas de case aan en maak de nota opnieuw, of zet hier terug wat de case zegt
R607 = de samenvatting past niet op één bladzijde; zij telt er { $count }
    .help = maak titels van conclusies en aanbevelingen korter, of het antwoord op de centrale vraag

R610 = dit sjabloon geeft geen goed gevormde XML: { $reason }
    .help = vergelijk het met het sjabloon van het programma, of haal uw eigen bestand weg
R611 = huisstijlbestand is niet te gebruiken: { $reason }
    .help = open het in Word en bewaar het opnieuw als Word-document (.docx)
R612 = huisstijlbestand is te groot: { $reason }
    .help = neem een leeg document met alleen de stijlen, kop- en voetregels
R613 = huisstijlbestand bevat macro's: { $reason }
    .help = bewaar het in Word als Word-document (.docx) zonder macro's
R614 = huisstijlbestand gebruikt iets dat niet mee kan: { $reason }
    .help = gebruik in kop- en voetregels alleen tekst, velden en ingesloten afbeeldingen
R616 = het Word-bestand is niet te maken: { $reason }
    .help = haal templates/word/huisstijl.docx weg en probeer het opnieuw, of kies een andere vorm
R617 = wat hier staat is geen goede waarde: { $reason }

R701 = deze nota is met de hand bewerkt en wordt niet overschreven
    .help = zet haar opnieuw met `rekenkamer render { $path }`, voeg samen met `--merge`, of laat haar bewaren en vervangen met `--force`
R702 = een beschermde naam of tekst staat in wat naar buiten zou gaan: { $value }, in { $where }
    .help = noem de rol in plaats van de naam; is een achternaam hier een gewoon woord of een plaats, zet dan `surname-alone: warn` bij die persoon; gaat deze tekst over een ander, noem haar dan bij `someone-else`
R707 = hier staan nog merktekens van een samenvoeging
    .help = kies een van beide teksten, en haal de regels met `<<<<<<<`, `|||||||`, `=======` en `>>>>>>>` weg
R709 = samenvoegen kan niet: de gegenereerde tekst waarvan deze is gemaakt, staat niet in `.basis`
    .help = laat `--merge` weg; dan komt de nieuwe tekst ernaast, met het verschil
R703 = een andere opdracht schrijft in deze map
    .help = wacht tot die klaar is
R708 = poort { $value } is al in gebruik
    .help = kies een andere poort, of laat `--port` weg
R704 = twee cases heten `{ $value }`, en hun nota's zouden op dezelfde plaats komen
    .help = geef hun mappen verschillende namen, of zet ze apart met `--output`
R740 = de case is veranderd sinds deze tekst is gemaakt: { $what }
    .help = maak haar opnieuw met `rekenkamer nota { $case }`
R741 = de case is veranderd sinds deze tekst is gemaakt, en hier staat nog de oude: { $what }
    .help = voeg samen met `rekenkamer nota { $case } --merge`
R742 = of deze tekst nog klopt met de case, is niet nagegaan: `{ $case }` heeft fouten
    .help = los ze op; `rekenkamer check { $case }` laat ze zien
R743 = de case is veranderd sinds deze tekst is gemaakt, en de tekst die het programma toen schreef is weg; wat met de hand is veranderd, is niet nagegaan
    .help = maak haar opnieuw met `rekenkamer nota { $case }`, en zet uw wijzigingen daarin over
R744 = hier staat al een document van een andere case: { $other }
    .help = geef met `--output` een andere map op, of geef een van de mappen een andere naam
R705 = of er beschermde namen in dit document staan, is niet nagegaan (case `{ $value }`)
    .help = dat komt door `--without-name-search`; noem met `--case` de map van de case, dan wordt er wel gezocht
R725 = hierin is niet naar beschermde namen te zoeken: { $reason }
    .help = er wordt niets geschreven zolang niet zeker is dat er geen naam in staat; haal dit weg of vervang het
R726 = in afbeelding `{ $file }` kan geen programma namen zoeken, en niemand heeft haar nagekeken
    .help = kijk of er niets beschermds op staat; zo niet, zet dan in case.yaml bij `pictures`: `{"{"}file: "{ $file }", sha256: { $hash }, reason: "…"{"}"}`
R727 = dit is een sleutelbestand onder een andere naam; wie alleen hierin staat, is niet beschermd
    .help = neem over wat ontbreekt in `{ $expected }`, en haal dit bestand weg
R728 = deze case heeft een sleutelbestand, en dat is hier niet: niemand is beschermd
    .help = zet `confidential.yaml` in de map van de case; hebt u er geen recht op, vraag dan wie het heeft om te publiceren (`check` werkt wel)
R729 = deze case heeft een sleutelbestand, en dat is hier niet: namen zijn niet gezocht
    .help = publiceren kan alleen met `confidential.yaml`; hebt u er geen recht op, laat dat dan over aan wie het heeft
R730 = deze case heeft een sleutelbestand, maar zegt dat niet
    .help = zet `key-file: true` in case.yaml; dan weet het programma het ook in een kopie zonder dat bestand
R731 = de case achter dit document is niet te vinden, dus niet bekend is welke namen er niet in mogen: { $reason }
    .help = noem de map van de case met `--case`; `--without-name-search` zet het document zonder dat iemand naar namen zoekt
R732 = een ouder bestand noemt wat nu beschermd is, of is niet te doorzoeken: { $value }
    .help = maak het opnieuw of haal het weg, ook waar het al heen ging

R801 = er zijn minder dan twee onderzoeken om te vergelijken
    .help = geef twee cases of scorekaarten op, of een map met cases erin
R802 = { $value } doet twee keer mee over dezelfde periode
    .help = haal een van beide weg; de andere staat in { $where }
R803 = de onderzoeken hebben geen normenkader gemeen
    .help = vergelijk onderzoeken die hetzelfde normenkader in dezelfde versie gebruiken
R804 = geen enkele gemeente heeft het kenmerk `{ $value }`
    .help = er zijn: { $known }
R805 = in groep `{ $value }` zit geen gemeente
    .help = er zijn: { $known }
R806 = met `{ $column }: { $value }` valt geen paar te vormen: verwacht één gemeente in elke groep
    .help = geef elk paar een eigen waarde van `{ $column }`
R807 = deze case bevat fouten en doet niet mee
    .help = los haar fouten op en vergelijk opnieuw
R808 = niet alle onderzoeken gaan over dezelfde tijd; sommige perioden raken elkaar niet
    .help = een verschil kan ook komen doordat de tijd is veranderd; de eerste bladzijde zegt dit
R809 = niet alles is vergeleken: { $what }
    .help = naast elkaar komt alleen wat minstens twee onderzoeken onder dezelfde naam en versie hebben
R810 = de naam `{ $value }` zou in dit bestand staan, terwijl deze gemeente anoniem is
    .help = haal de naam weg uit de tekst van de case of scorekaart
R811 = het woord `{ $value }` staat in dit bestand; het kan ook iets anders zijn dan de anonieme gemeente
    .help = kijk zelf of de gemeente is bedoeld
R813 = code { $code } is hier die van { $value }, en elders die van { $other }
    .help = is het één gemeente, schrijf naam en provincie dan gelijk; verbeter anders de code. Het andere onderzoek staat in { $where }
R814 = dit onderzoek zegt niet over welke jaren het oordeelt, en is daarom niet te vergelijken
    .help = vul `period` in, of `conducted`
R820 = een codeerstudie kan alleen op zichzelf worden geteld
    .help = geef alleen de map van de codeerstudie op
R821 = `{ $value }` past niet bij { $what }
    .help = laat de optie weg
R822 = deze studie noemt geen gepubliceerde tabellen
    .help = zet ze onder `published` in study.yaml
R823 = let op bij het lezen: { $what }
R824 = naar `{ $value }` valt niets te zeggen: de rijen zijn teruggerekend uit totalen die dat kenmerk niet hebben
    .help = groepeer naar een kenmerk dat bij `published` in study.yaml onder `by` staat
R812 = hier staan bestanden van een andere vergelijking, misschien met namen: { $value }
    .help = kies met `--name` een nieuwe map, of haal die bestanden weg
R706 = deze vergelijking is met de hand bewerkt; oordelen en cijfers in de tekst zijn niet nagekeken
    .help = kijk zelf of zij nog kloppen met de andere bestanden van de vergelijking
R710 = dit lijkt het e-mailadres van een persoon
    .help = haal het weg, of noem een algemeen adres; een adres dat ook in het colofon staat, is altijd goed
R711 = dit lijkt een telefoonnummer
    .help = haal het weg; een nummer dat ook in het colofon staat, is altijd goed
R712 = dit kan een burgerservicenummer zijn: het voldoet aan de elfproef
    .help = haal het weg; een bsn hoort niet in een rapport
R713 = dit is een rekeningnummer (IBAN)
    .help = haal het weg als het van een persoon is
R714 = dit lijkt een kenteken
    .help = haal het weg; een kenteken is tot een persoon te herleiden
R715 = in een kleine gemeente kan maar één persoon deze rol hebben: { $roles }
    .help = voeg rollen samen door gesprekken dezelfde titel te geven, zoals ‘Medewerker veiligheid’
R716 = een woord dat een beschermde naam kan zijn staat in wat naar buiten gaat: { $value }, in { $where }
    .help = kijk of deze persoon is bedoeld{ $also }
R717 = { $problem ->
        [tells] `what` zegt zelf wat geheim moet blijven
        [short] hier valt niet naar te zoeken: te weinig letters
        [long] hier valt niet naar te zoeken: meer dan { $most } tekens
       *[nobody] zeg wie dit is: `source` of `what` ontbreekt
    }
    .help = { $problem ->
        [tells] meldingen noemen `what`; schrijf een omschrijving, zoals `adres van de melder`
        [short] schrijf de hele naam of tekst, met minstens twee letters of cijfers
        [long] schrijf de naam, of de woorden die niemand mag lezen, elk als eigen tekst
       *[nobody] `source: I01` voor wie achter een bron zit, `what: de melder` voor een ander
    }
R718 = git bewaart deze map, dus een document met namen kan hier niet staan
    .help = kies met `--output` een map die in .gitignore staat, zoals output, of een map buiten de repository
R719 = of git deze map bewaart, is niet na te gaan: { $reason }
    .help = een document met namen komt alleen in een map die git negeert; kies met `--output` een map buiten de repository

R901 = een zin van { $count } woorden; meer dan { $most } is voor veel lezers te lang
    .help = { $help }
R902 = { $count } keer de lijdende vorm { $where }
    .label = hier: { $found }
    .help = begin met wie het doet: niet ‘de stukken worden bewaard’, maar ‘de gemeente bewaart de stukken’
R903 = `{ $word }` kan gewoner: { $instead }
R904 = één zaak, twee namen: hier `{ $name }` ({ $count } keer), elders `{ $other }` ({ $others } keer)
    .label = de andere naam staat het eerst in { $place }
    .help = kies één naam, of leg uit wat het verschil is
R905 = `{ $value }` staat al in deze lijst
    .label = eerder op regel { $line }
    .help = haal er een weg
R906 = één naam is geen keuze: noem hier minstens twee namen
