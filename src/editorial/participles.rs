//! Recognises past participles (voltooide deelwoorden).

/// Participles of strong verbs that begin with `ge-`, and of weak ones in `-t` after a vowel; a
/// separable prefix may precede them.
const STRONG: &str = "\
    gebakken gebeden gebeten geblazen geboden gebogen gebonden geborgen gebracht gebroken gedaan \
    gedacht gedolven gedragen gedreven gedrongen gedronken gedwongen gefloten gegaan gegeten \
    gegeven gegolden gegoten gegraven gegrepen gehangen gehesen geheven geholpen gehouden gekeken \
    gekocht gekozen gekregen geladen gelaten geleden gelezen gelogen gelopen gemeden gemeten \
    genomen genoten geprezen geraden geroepen geschapen geschat gescheiden geschonden geschonken \
    geschoten geschoven geschreven geslagen gesleten gesloten gesneden gesnoten gespleten \
    gesponnen gespoten gesproken gesprongen gestoken gestolen gestreden gestreken getroffen \
    getrokken gevangen gevochten gevonden gevouwen gewassen geweten gewezen gewogen gewonnen \
    geworpen geworven gewreven gezien gezocht gezogen gezonden gezet gezongen gezwegen gezworen";

/// Participles of strong verbs whose prefix excludes `ge-`, and a few weak ones that the rule for
/// endings misses.
const FIXED: &str = "\
    aanbevolen aanvaard bedacht bedorven bedreven bedrogen begonnen begrepen behouden bekeken \
    bemeten benomen benut berekend beschreven beslopen besloten besmet besproken bestreden \
    betreden betrokken bevolen bevonden bewezen bewogen bezet bezocht bezonnen doorbroken \
    doorlopen doorzocht erkend ervaren herkozen hernomen herschreven herzien misdreven omgeven \
    omschreven onderhouden ondernomen onderscheiden onderschreven ondervonden onderworpen \
    onderzocht ontboden ontbonden onthouden ontnomen ontslagen ontvangen ontworpen ontzegd \
    overdreven overschreden overtroffen overwogen overwonnen toevertrouwd verbannen verboden \
    verborgen verbroken verdreven vergeleken vergeten vergeven verheven verkozen verkregen \
    verlaten verleend verschoven verstaan vervangen verweten verwezen verworpen verworven \
    verzonden voldaan voorkomen voorzien";

/// Words that look like participles but are nouns, adjectives or other verb forms.
const OTHERS: &str = "\
    bed beeld behoud bejaard bekend bereid bericht beroemd besluit best bestand betrekt \
    bevat bevoegd bewind bewust bezorgd gebed gebied gebit gebod gedicht geduld geeft \
    geest gehecht geld geldt gelid geliefd gelooft geluid gemeend gemiddeld gemoed geniet \
    genot gerecht gerucht geschikt geschrift gevecht geweld gewend gewenst gewest gewicht \
    geworden gezicht gezind gezond herfst herkomst ingewikkeld omstreden onbekend onderkant \
    ontvangst overdracht overhead overlast overzicht verantwoord verband verbod verbond verdacht \
    verkeerd verliefd verplicht verraad verstand vervelend volwassen";

/// Endings of nouns, of present participles (`-end`) and of strong verbs in the present tense.
const OTHER_ENDS: &str = "\
    avond beeld beid beleid bestand blijft bond breekt daad denkt drijft drinkt dt gaand gebied geeft \
    geld genoot graad grijpt heid hoofd houdt kijkt koopt kracht kunst land lid lijst loopt maand \
    paard pand plicht raad recht rijkst roept scheid schrijft spreekt staand stad stand tijd verbod \
    wereld wijst zicht zoekt";

/// Prefixes that precede `ge-`.
const SEPARABLE: &str = "\
    aan achter af bekend bij bijeen binnen bloot deel door gelijk gerust goed in klaar los mede \
    mee na neer om onder op open over plaats recht samen stil stop tegen tekort teleur terecht \
    terug toe uit vast veilig vol voor voort vrij waar weg";

/// Prefixes that replace `ge-`.
const INSEPARABLE: &str = "be door her mis om onder ont over ver";

/// Whether a word in lower case is a past participle.
///
/// Dutch forms them with `ge-` (`gedeeld`, `samengewerkt`, `geschreven`), or without where the verb
/// has another, unstressed prefix (`bepaald`, `onderzocht`). Weak verbs end in `-d`, or in `-t`
/// after the consonants of ’t kofschip; strong ones in `-en` look like infinitives and plurals, and
/// are found by a list. The endings also distinguish a present tense (`bepaalt`, `geldt`). An
/// unknown word is not a participle.
pub fn is_participle(word: &str) -> bool {
    if word.len() < 5 || word.contains('-') || has(OTHERS, word) {
        return false;
    }
    if has(STRONG, word) || has(FIXED, word) {
        return true;
    }
    if word.starts_with("gemeente") || word.starts_with("gegevens") || is_other_end(word) {
        return false;
    }
    let split = SEPARABLE.split(' ').filter_map(|p| word.strip_prefix(p));
    for rest in split {
        let inner = INSEPARABLE.split(' ').any(|p| rest.starts_with(p)) && rest.len() > 5;
        if has(STRONG, rest)
            || has(FIXED, rest)
            || (rest.starts_with("ge") && rest.len() > 5 && weak(rest))
            || (inner && weak(rest) && rest.ends_with('d'))
        {
            return true;
        }
    }
    let prefixed = word.starts_with("ge") || INSEPARABLE.split(' ').any(|p| word.starts_with(p));
    prefixed && weak(word)
}

fn is_other_end(word: &str) -> bool {
    // `verstrekt`, `gericht`, `verplicht` and `toegekend` only look like those.
    let present = word.ends_with("end") && !word.ends_with("kend") && !word.ends_with("zend");
    let pulls = word.ends_with("trekt") && !word.ends_with("strekt");
    present || pulls || OTHER_ENDS.split(' ').any(|end| word.ends_with(end))
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// Whether a word ends like the participle of a weak verb.
fn weak(word: &str) -> bool {
    let before = word.chars().rev().nth(1);
    match word.chars().next_back() {
        Some('d') => true,
        Some('t') => before.is_some_and(|c| "kfsphx".contains(c)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_participle;

    #[test]
    fn participles_are_told_from_words_that_look_like_them() {
        let participles = "gedaan vastgesteld samengewerkt onderzocht bepaald geïmplementeerd \
            meegenomen verstrekt gericht uitgevoerd voorgeschreven bewaard toegekend \
            teruggedrongen besproken overgedragen verwijderd ingezet voorbereid opgeleid \
            ondersteund bekendgemaakt gemeld getoetst ervaren gehoord beantwoord";
        for word in participles.split(' ') {
            assert!(is_participle(word), "{word}");
        }
        let others = "gemeente gemeenteraad geld gebied beleid beeld verband geldt bepaalt worden \
            geven gevolgen gesprekken gebeurt bestaat bestaand overheid overzicht bekend \
            verplicht plichten bevoegdheid gezond voldoende bestuurslid geheimhoudingsplicht \
            gebruiksrecht verschillend onderzoekt herkomst veiligheid raad stad tijd minst eerst";
        for word in others.split(' ') {
            assert!(!is_participle(word), "{word}");
        }
    }
}
