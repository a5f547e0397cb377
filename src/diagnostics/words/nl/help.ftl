# De hulp van de opdrachtregel. Het Engels staat bij de argumenten zelf, in de code.

help-rekenkamer = Van bevindingen naar een bestuurlijke nota

help-new = Maak een nieuwe case, met elke norm klaar om in te vullen
help-new-case = De map van de nieuwe case, zoals cases/utrecht-2026
help-new-municipality = De gemeente
help-new-frameworks = Welke normenkaders, met komma's ertussen; met normen achter een dubbele punt alleen die normen (bibob:BB-1,BB-3)
help-new-date = De datum van de nota (2026-11-22, 2026-11 of 2026); zonder dit vandaag
help-new-templates = Zet de sjablonen en de vormgeving in de map templates, om aan te passen

help-check = Zoek alle problemen in cases, elk op zijn plaats
help-check-cases = De mappen van de cases, en bestanden met een normenkader of codeboek
help-check-format = Hoe de problemen worden getoond
help-check-format-text = Met het fragment en de plaats onderstreept
help-check-format-short = Eén regel per probleem
help-check-format-json = Voor een ander programma
help-check-format-sarif = SARIF 2.1.0, dat editors en codehosts naast de regels tonen
help-check-strict = Laat ook een waarschuwing of een plaats die nog leeg is mislukken (uitgang 1)
help-check-editorial = Geef ook tips bij de tekst: lange zinnen, lijdende vorm, moeilijke woorden, dubbele namen

help-explain = Leg uit wat de code van een melding betekent, met een voorbeeld
help-explain-code = De code, zoals R204; zonder dit alle codes

help-trace = Volg een code in een case: waar rust dit op, en wat rust hierop?
help-trace-case = De map van de case
help-trace-id = De code van een bron, bevinding, norm, conclusie, aanbeveling, deelvraag of observatie
help-trace-format = Hoe de keten wordt getoond
help-trace-format-text = Een ingesprongen lijst
help-trace-format-json = JSON, voor een ander programma

help-score = Toon oordelen, dekking en onderbouwing
help-score-cases = De mappen van de cases
help-score-format = In welke vorm; zonder dit zoals de naam van het bestand eindigt, anders als tabel
help-score-output = Schrijf naar dit bestand in plaats van op het scherm
help-score-depfile = Schrijf in dit bestand van welke bestanden de uitvoer afhangt, zoals Make het leest
help-score-format-table = Een tabel voor de terminal
help-score-format-json = De scorekaart als JSON
help-score-format-csv = Een regel per norm, met puntkomma's

help-nota = Schrijf de bestuurlijke nota, in Markdown en PDF
help-nota-cases = De mappen van de cases
help-nota-document = Welke documenten, met komma's ertussen
help-nota-document-nota = De bestuurlijke nota
help-nota-document-report = De nota van bevindingen, norm voor norm
help-nota-document-summary = Eén bladzijde
help-nota-document-matrix = Welke bron iets zegt over welke norm
help-nota-document-framework = De normen zelf, om vooraf te bespreken
help-nota-stage = Maak van de nota van bevindingen de versie voor deze stap
help-nota-stage-hearing = Ambtelijk wederhoor: zonder conclusies en aanbevelingen, met genummerde alinea's
help-nota-format = In welke vormen, met komma's ertussen
help-nota-depfile = Schrijf in dit bestand van welke bestanden de uitvoer afhangt, zoals Make het leest
help-nota-format-md = Markdown
help-nota-format-pdf = PDF/UA-1 en PDF/A-2a
help-nota-format-html = Eén toegankelijk HTML-bestand
help-nota-format-docx = Word
help-nota-output = De map waarin voor elke case een map komt
help-nota-merge = Voeg de nieuwe tekst samen met een met de hand bewerkte tekst
help-nota-force = Schrijf een nieuwe tekst over een met de hand bewerkte, na een genummerde kopie daarvan
help-nota-attach = Neem de scorekaart op in de PDF (dan PDF/A-3a), zodat een ander ermee kan vergelijken
help-nota-internal = Maak de bronnenmatrix of de nota van bevindingen voor eigen gebruik, met de namen achter de broncodes; alleen in een map die git negeert
help-nota-dump = Schrijf ook alles waarmee Typst het document zet, voor wie de vormgeving aanpast

help-compare = Leg onderzoeken bij gemeenten naast elkaar
help-compare-cases = Mappen van cases, mappen met cases erin, scorekaarten (JSON), of één codeerstudie
help-compare-by = Groepeer naar size-class, province of een kenmerk uit case.yaml
help-compare-contrast = Vergelijk deze twee groepen, met een komma ertussen
help-compare-level = Het niveau dat een gemeente in die vergelijking haalt of niet; zonder dit het laagste met twee derde van de punten
help-compare-pairs = Het kenmerk waarmee gemeenten uit beide groepen paren vormen
help-compare-sort = De volgorde van de gemeenten
help-compare-sort-given = Zoals opgegeven
help-compare-sort-name = Op naam
help-compare-sort-inhabitants = De grootste eerst
help-compare-sort-province = Op provincie, dan op naam
help-compare-rank = Geef ook een rangorde, waar het normenkader dat toestaat
help-compare-seed = De startwaarde van de trekkingen met andere gewichten
help-compare-anonymise = Vervang de namen van alle gemeenten behalve de eerste door nummers
help-compare-published = Geef van een codeerstudie ook de tabellen zoals zij zijn gepubliceerd
help-compare-skip_invalid = Laat cases met fouten weg in plaats van te stoppen; de eerste bladzijde noemt ze
help-compare-write_peers = Schrijf ook peers.yaml: cijfers die een case kan noemen
help-compare-title = De titel; zonder dit ‘Vergelijking van … gemeenten’
help-compare-date = De datum (2026-11-22, 2026-11 of 2026); zonder dit die van het laatste onderzoek
help-compare-format = In welke vormen, met komma's ertussen
help-compare-depfile = Schrijf in dit bestand van welke bestanden de uitvoer afhangt, zoals Make het leest
help-compare-format-md = Markdown
help-compare-format-pdf = PDF/UA-1 en PDF/A-2a
help-compare-format-html = Eén bladzijde voor een scherm, om in te kiezen en te sorteren
help-compare-format-json = Alle getallen, exact
help-compare-format-csv = Alle tabellen, één waarde per regel
help-compare-format-xlsx = Alle tabellen, in werkbladen
help-compare-output = De map waarin de map van de vergelijking komt
help-compare-name = De naam van de map van de vergelijking
help-compare-merge = Voeg de nieuwe tekst samen met een met de hand bewerkte tekst
help-compare-force = Schrijf een nieuwe tekst over een met de hand bewerkte, na een genummerde kopie daarvan

help-render = Zet een nota.md opnieuw, ook een die met de hand is bewerkt
help-render-cases = De case achter de documenten, als het programma die niet zelf vindt; bij een vergelijking meer keren
help-render-files = De nota's om te zetten
help-render-format = In welke vormen, met komma's ertussen
help-render-depfile = Schrijf in dit bestand van welke bestanden de uitvoer afhangt, zoals Make het leest
help-render-format-pdf = PDF/UA-1 en PDF/A-2a
help-render-without_name_search = Zet ook documenten waarvan de case er niet is: niemand zoekt er dan beschermde namen in
help-render-format-html = Eén toegankelijk HTML-bestand
help-render-format-docx = Word

help-framework = Maak een normenkader, of noem de kaders die er zijn
help-framework-list = Noem de normenkaders die een case kan gebruiken
help-framework-new = Maak een normenkader, leeg of uit een tabel in Excel, Word of CSV
help-framework-new-id = De code van het kader, en zo heet ook zijn bestand, zoals inhuur
help-framework-new-from = Een tabel met de normen: een werkmap (.xlsx, .ods), een Word-document (.docx) of een .csv
help-framework-new-title = De titel; zonder dit de code met een hoofdletter
help-framework-new-scale = De niveaus: twee, drie, vier of vijf, of uw eigen woorden van hoog naar laag met komma's
help-schema = Toon JSON-schema's van de bestanden, waarmee een editor helpt invullen
help-schema-name = Van welk soort bestand; zonder dit van alle
help-schema-write = Schrijf de schema's als bestanden in deze map, over de vorige heen

help-watch = Zet een document opnieuw bij elke wijziging, met een voorbeeld in de browser
help-watch-case = De map van de case
help-watch-document = Welk document
help-watch-document-nota = De bestuurlijke nota
help-watch-document-report = De nota van bevindingen, norm voor norm
help-watch-document-summary = Eén bladzijde
help-watch-document-matrix = Welke bron iets zegt over welke norm
help-watch-document-framework = De normen zelf, om vooraf te bespreken
help-watch-stage = Maak van de nota van bevindingen de versie voor deze stap
help-watch-stage-hearing = Ambtelijk wederhoor: zonder conclusies en aanbevelingen, met genummerde alinea's
help-watch-output = De map waarin voor de case een map komt
help-watch-port = De poort van het voorbeeld; anders 8080, of een vrije poort als die bezet is
help-watch-no_preview = Laat het voorbeeld in de browser weg

value-file = BESTAND
value-folder = MAP
value-name = NAAM
value-date = DATUM
value-number = GETAL
value-group = GROEP
value-framework = KADER
value-attribute = KENMERK
value-port = POORT
value-stage = STAP
value-title = TITEL
value-format = VORM
value-document = DOCUMENT
value-case = CASE
value-code = CODE
value-language = TAAL
value-level = NIVEAU
value-levels = NIVEAUS
value-table = TABEL
value-sort = VOLGORDE

help-completions = Druk het script af waarmee een shell opdrachten aanvult
help-completions-shell = De shell

help-manual-pages = Schrijf van elke opdracht een bladzijde voor `man`, voor wie het programma verpakt
help-manual-pages-folder = De map voor de bladzijden; zij moet er zijn
