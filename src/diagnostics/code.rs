//! The codes of all problems. A code never changes its meaning; a new problem gets a new one.

use super::severity::{Severity, codes};

codes! {
    /// A file that must be there is not.
    FileMissing = "R101" Error,
    /// A file could not be read.
    FileUnreadable = "R102" Error,
    /// A file is not UTF-8.
    NotUtf8 = "R103" Error,
    /// A file is not YAML.
    YamlSyntax = "R104" Error,
    /// There is no case at this path.
    NoCase = "R105" Error,
    /// The folder for a new case exists.
    FolderExists = "R106" Error,
    /// A file has nothing in it.
    FileEmpty = "R107" Error,
    /// A key that the format does not have.
    UnknownKey = "R110" Error,
    /// A key that must be there is not.
    MissingKey = "R111" Error,
    /// The same key twice.
    DuplicateKey = "R112" Error,
    /// A text was expected.
    ExpectedText = "R113" Error,
    /// A list was expected.
    ExpectedList = "R114" Error,
    /// A mapping of keys was expected.
    ExpectedMapping = "R115" Error,
    /// A key whose value is not filled in.
    EmptyValue = "R116" Error,
    /// Text behind a `#` that YAML takes for a comment.
    HiddenByHash = "R117" Warning,
    /// Curly quotation marks around a whole value, which YAML takes for a part of it.
    CurlyQuotes = "R118" Warning,
    /// A date that is none.
    NotADate = "R120" Error,
    /// A number that is none.
    NotANumber = "R121" Error,
    /// A number that can be read in two ways.
    AmbiguousNumber = "R122" Error,
    /// A percentage was expected.
    NotAPercentage = "R123" Error,
    /// A word that is not among those allowed.
    UnknownWord = "R124" Error,
    /// A number outside its bounds.
    OutOfRange = "R125" Error,
    /// An id or code of the wrong form.
    BadId = "R126" Error,
    /// An id or code that was given before.
    DuplicateId = "R127" Error,
    /// A period that ends before it begins.
    PeriodReversed = "R128" Error,
    /// A text longer than its place allows.
    TooLong = "R129" Error,
    /// An address on the web that is none.
    BadAddress = "R130" Error,
    /// A province that is nearly, but not quite, one of the Netherlands.
    NearlyProvince = "R131" Warning,
    /// A file larger than any case needs.
    FileTooLarge = "R140" Error,
    /// YAML that nests too deep, or grows too large once its aliases are followed.
    YamlBudget = "R142" Error,
    /// A file that stands outside the folder that it belongs to.
    FileOutside = "R143" Error,
    /// More of something than any audit has.
    TooMany = "R144" Error,
    /// A merge by git that nobody settled.
    MergeConflict = "R150" Error,
    /// A file of another program where a text belongs.
    ForeignFile = "R151" Error,
    /// A name that loses its apostrophe, which YAML takes for a quotation mark.
    ApostropheLost = "R152" Warning,
    /// A character that nobody sees at an end of a key or a value.
    OddEnd = "R153" Warning,
    /// A copy of a file of the case, or what a merge left of it.
    StrayCopy = "R160" Error,
    /// A file in a case that nothing reads.
    StrayFile = "R161" Warning,
    /// Findings in a file that nothing reads.
    UnreadFindings = "R162" Error,
    /// A folder in a case that nothing reads.
    StrayFolder = "R163" Warning,
    /// A framework that does not exist.
    UnknownFramework = "R201" Error,
    /// Findings made with another version of the framework.
    VersionDiffers = "R202" Error,
    /// A criterion that the framework does not have.
    UnknownCriterion = "R203" Error,
    /// A source that sources.yaml does not have.
    UnknownSource = "R204" Error,
    /// A finding that the case does not have.
    UnknownFinding = "R205" Error,
    /// A sub-question that the case does not have.
    UnknownSubQuestion = "R206" Error,
    /// A conclusion that the case does not have.
    UnknownConclusion = "R207" Error,
    /// Sources that derive from each other in a circle.
    DerivedInCircle = "R208" Error,
    /// A point that the checklist does not have.
    UnknownPoint = "R209" Error,
    /// Findings for a framework that the case did not choose.
    FrameworkNotChosen = "R210" Error,
    /// A file of findings that names another framework than its own name does.
    OtherFramework = "R211" Error,
    /// A file of findings with another ending than `.yaml`.
    OtherEnding = "R212" Error,
    /// A file in another version of its format than this program reads.
    OtherFormat = "R213" Error,
    /// A scorecard that is no JSON.
    NotJson = "R214" Error,
    /// A scorecard that is not what its own judgements give.
    ScorecardDiffers = "R215" Error,
    /// A codebook that does not exist.
    UnknownCodebook = "R216" Error,
    /// A PDF without a scorecard in it.
    NoScorecardInPdf = "R217" Error,
    /// A table that is larger than a coding can be.
    TableTooLarge = "R220" Error,
    /// A row that is longer or shorter than the header.
    RowLength = "R221" Error,
    /// A column that neither the codebook nor the study knows.
    UnknownColumn = "R222" Error,
    /// A column that must be there is not.
    MissingColumn = "R223" Error,
    /// A cell without anything in it.
    EmptyCell = "R224" Error,
    /// A cell with something that does not belong there.
    BadCell = "R225" Error,
    /// A municipality with two rows.
    DuplicateRow = "R226" Error,
    /// A question that is answered once for each unit, answered in two ways there.
    UnitDiffers = "R227" Error,
    /// A total of a question that the rows answer.
    TotalOfAnswered = "R228" Error,
    /// A quotation mark in a table that nothing closes.
    OpenQuote = "R229" Error,
    /// A recommendation that the earlier case does not have.
    UnknownAdvice = "R236" Error,
    /// Recommendations of the earlier case of which nothing is said.
    AdviceNotFollowed = "R237" Warning,
    /// A reaction to a recommendation that the case does not have.
    ReactionToNothing = "R238" Error,
    /// A judgement that the framework of its scorecard cannot give.
    ForeignJudgement = "R239" Error,
    /// A finding that rests on nothing.
    NoEvidence = "R301" Error,
    /// A key that belongs to another kind of measure.
    WrongMeasure = "R302" Error,
    /// A number in another unit than the criterion asks for.
    WrongUnit = "R303" Error,
    /// A state that needs a reason.
    ReasonMissing = "R304" Error,
    /// Findings that contradict each other, which nobody settled yet.
    OpenConflict = "R305" Warning about Criterion,
    /// A resolution where findings do not contradict each other.
    NothingToResolve = "R306" Error,
    /// An overruled judgement where there is none.
    NothingToOverrule = "R307" Error,
    /// A question both answered and unanswered.
    AnsweredTwice = "R308" Error,
    /// A reconstruction or fictional case that does not say so.
    NoticeMissing = "R309" Error,
    /// A basis in law without its article or the date of its text.
    LawWithoutArticle = "R310" Error,
    /// A legal duty without a law among its bases.
    DutyWithoutLaw = "R311" Error,
    /// A higher level that asks less than a lower one.
    LevelsNotOrdered = "R312" Error,
    /// A verdict's threshold above what the same level on every criterion gives.
    VerdictTooHigh = "R313" Error,
    /// A measure relative to peers without peers enough.
    TooFewPeers = "R314" Error,
    /// A number per inhabitants without inhabitants.
    NoInhabitants = "R315" Error,
    /// A studied criterion whose findings give no level.
    NoLevel = "R316" Error,
    /// Levels on a criterion that was not judged.
    LevelWithoutJudgement = "R317" Error,
    /// A finding that all its sources contradict.
    OnlyContradicted = "R318" Error,
    /// A level on a finding of a sub-question, which has no norm.
    LevelOnQuestion = "R319" Error,
    /// A resolution outside the levels that contradict each other.
    ResolutionOutside = "R320" Error,
    /// Comparable municipalities whose median is zero.
    ZeroMedian = "R321" Error,
    /// A judgement overruled by the same level.
    OverruledBySame = "R322" Error,
    /// A judgement of the researchers outside what an incomplete checklist leaves possible.
    OverruleOutside = "R323" Error,
    /// A bound of a verdict that no score can pass, or that every score passes.
    BoundOutside = "R324" Error,
    /// A criterion still to be filled in.
    CriterionToDo = "R350" Todo,
    /// A text still to be filled in.
    TextToDo = "R351" Todo,
    /// A conclusion that rests on nothing.
    ConclusionOnNothing = "R360" Warning about Conclusion,
    /// A criterion that falls short, which no conclusion speaks of.
    ShortfallUnspoken = "R361" Warning about Criterion,
    /// A recommendation that follows from no conclusion.
    AdviceWithoutConclusion = "R362" Warning about Recommendation,
    /// A conclusion from which no recommendation follows.
    ConclusionWithoutAdvice = "R363" Warning about Conclusion,
    /// A conclusion that says another level than the criteria that carry it.
    ConclusionContradicted = "R364" Warning about Conclusion,
    /// A verdict far above one of its criteria.
    VerdictContradicted = "R365" Warning about Framework,
    /// A judgement that rests on one source.
    NarrowBasis = "R366" Warning about Criterion,
    /// A judgement that rests on what people said, and nothing else.
    TestimonyOnly = "R367" Warning about Criterion,
    /// A source that nothing rests on.
    SourceUnused = "R368" Warning about Source,
    /// A source that carries more than half of the evidence of a framework.
    SourceDominates = "R369" Warning about Source,
    /// A finding that names a source beside another that derives from it.
    SourceCountedTwice = "R370" Warning about Finding,
    /// A judgement in the place of the derived one.
    JudgementOverruled = "R371" Warning about Criterion,
    /// A sub-question with neither an answer nor a reason, beside conclusions.
    QuestionLeftOpen = "R372" Warning about Question,
    /// A figure in a conclusion that no finding has.
    FigureUnfounded = "R373" Warning about Conclusion,
    /// Figures of fewer comparable municipalities than a comparison needs, shown and not scored.
    PeersShown = "R374" Warning about Criterion,
    /// A norm that was applied to a time in which it did not hold.
    NormNotInForce = "R375" Warning about Criterion,
    /// Levels whose thresholds have no outside source.
    ThresholdsProposed = "R376" Warning about Framework,
    /// A final report of a case that is not final.
    NotFinal = "R377" Error,
    /// A conclusion that rests on criteria without a level.
    ConclusionOnUnknown = "R378" Warning about Conclusion,
    /// An accepted warning that does not exist.
    UnknownWarning = "R390" Error,
    /// An accepted problem that no case can accept.
    NotAcceptable = "R391" Error,
    /// An accepted warning about something that the case does not have.
    UnknownSubject = "R392" Error,
    /// An accepted warning that does not occur.
    NothingAccepted = "R393" Warning,
    /// Something asked for that the case does not have.
    UnknownItem = "R394" Error,
    /// A heading inside a text field.
    HeadingInText = "R401" Error,
    /// HTML in a text field, which is shown literally.
    HtmlInText = "R402" Warning,
    /// Lists or quotations nested too deep.
    TooDeep = "R403" Error,
    /// A character that no font has.
    NoGlyph = "R404" Error,
    /// A character that a durable PDF may not hold.
    ForbiddenCharacter = "R405" Error,
    /// A link inside the document to a place that is not there.
    BrokenLink = "R406" Warning,
    /// An image that is not there.
    ImageMissing = "R407" Error,
    /// An image without a description, or with one that no PDF can hold.
    ImageWithoutText = "R408" Error,
    /// An image that does not stand in a paragraph of its own, so that only its text is left.
    ImageInText = "R410" Warning,
    /// A heading level that skips one, or an empty heading.
    HeadingOrder = "R409" Error,
    /// An image that stands outside the folder of its document.
    ImageOutside = "R415" Error,
    /// An image that is not what its name says, or not fit to be shown.
    ImageUnfit = "R416" Error,
    /// A document that is longer than any nota.
    DocumentTooLong = "R417" Error,
    /// Images that together are more than any nota has.
    TooManyImages = "R418" Error,
    /// A character that cannot be seen and makes a text read as another.
    HiddenCharacter = "R419" Error,
    /// A row of a table with more cells than columns.
    LostCells = "R420" Error,
    /// A line that was meant as a heading and is none.
    NoHeading = "R421" Warning,
    /// An image that Markdown takes for text: its path has a space, or it is written as in a wiki.
    ImageUnseen = "R422" Error,
    /// A footnote that no document can set.
    NoteUnset = "R423" Error,
    /// Lines with bars that were meant as a table and are none.
    NoTable = "R424" Warning,
    /// A template that is not well formed.
    TemplateSyntax = "R501" Error,
    /// A template that fails while it is filled.
    TemplateFails = "R502" Error,
    /// A file of tokens that is no TOML.
    BadTokens = "R503" Error,
    /// The theme failed to set the document.
    TypesettingFails = "R601" Error,
    /// Something about the typesetting that deserves a look.
    TypesettingWarns = "R602" Warning,
    /// A Markdown file without the head that a nota has.
    NoFrontMatter = "R603" Error,
    /// A judgement in an edited nota that is not the scorecard's.
    JudgementEdited = "R604" Warning,
    /// A figure in an edited nota that the program did not write.
    FigureEdited = "R605" Warning,
    /// Something in the head of an edited nota that the case says otherwise.
    HeadEdited = "R606" Warning,
    /// A part of a Word file whose template does not give well-formed XML.
    WordPartBroken = "R610" Error,
    /// A municipality's Word file that cannot be read.
    HouseStyleBroken = "R611" Error,
    /// A municipality's Word file that is too large once unpacked.
    HouseStyleTooLarge = "R612" Error,
    /// A municipality's Word file with macros.
    HouseStyleMacros = "R613" Error,
    /// A municipality's Word file with something that cannot come along, such as an image that
    /// stands elsewhere.
    HouseStyleOutside = "R614" Error,
    /// A Word file that cannot be put together.
    WordFails = "R616" Error,
    /// A value among the tokens that a Word file cannot use.
    BadTokenValue = "R617" Error,
    /// A summary that does not fit on one page.
    SummaryTooLong = "R607" Warning,
    /// A nota that was edited by hand and would be overwritten.
    EditedByHand = "R701" Error,
    /// A protected name in a text that would be published.
    ProtectedName = "R702" Error,
    /// A text with the marks of a merge in which both sides changed.
    ConflictMarks = "R707" Error,
    /// An edited text whose generated text is not there to merge by.
    NoBasis = "R709" Error,
    /// Another run is writing in the same folder.
    Busy = "R703" Error,
    /// Another program listens at the port for the preview.
    PortTaken = "R708" Error,
    /// A nota whose case is not at hand, so that protected names could not be looked for.
    NamesNotChecked = "R705" Warning,
    /// Two cases in one call whose output would go to the same place.
    SameName = "R704" Error,
    /// An edited comparison, which is not held against its cases.
    NotHeldAgainst = "R706" Warning,
    /// An e-mail address of a person in a text that would be published.
    EmailInText = "R710" Warning,
    /// A telephone number.
    PhoneInText = "R711" Warning,
    /// A number that can be a citizen service number.
    BsnInText = "R712" Warning,
    /// An account number.
    IbanInText = "R713" Warning,
    /// A licence plate.
    PlateInText = "R714" Warning,
    /// Roles that only one person can have in a small municipality.
    LoneRoles = "R715" Warning,
    /// A word that may be a protected name.
    PerhapsProtected = "R716" Warning,
    /// An entry of the key file that cannot be looked for, or tells in messages what it protects.
    CannotProtect = "R717" Error,
    /// A document with names, asked into a folder that git would keep.
    NotIgnored = "R718" Error,
    /// A document with names, where git could not be asked whether it would keep the folder.
    GitSilent = "R719" Error,
    /// A text of which the case gives another one by now.
    StaleText = "R740" Error,
    /// An edited text of which the case gives another one by now.
    StaleEdited = "R741" Warning,
    /// A text that could not be held against its case, which has errors.
    CaseInError = "R742" Warning,
    /// An edited text that could not be held against what the program wrote.
    GeneratedTextGone = "R743" Warning,
    /// A folder with the document of another case.
    OtherCase = "R744" Error,
    /// Something that wants to leave and cannot be searched for names.
    Unsearchable = "R725" Error,
    /// An image of pixels, in a case that protects names, which nobody said that they looked at.
    PictureUnseen = "R726" Error,
    /// A file beside the key file that holds names too.
    KeyFileCopy = "R727" Error,
    /// A case that has a key file, where it is not.
    KeyFileAway = "R728" Error,
    /// The same, where nothing is published.
    KeyFileElsewhere = "R729" Warning,
    /// A key file of which the case does not say that it has one.
    KeyFileUnsaid = "R730" Warning,
    /// A document whose case cannot be found, so that it is not known whom it must not name.
    CaseNotFound = "R731" Error,
    /// A file of an earlier run that tells what is protected now.
    OldFileTells = "R732" Warning,
    /// Fewer than two audits to compare.
    TooFewAudits = "R801" Error,
    /// One municipality twice in one period.
    TwiceInPeriod = "R802" Error,
    /// Audits without a framework in common.
    NothingInCommon = "R803" Error,
    /// A property that no municipality has.
    UnknownProperty = "R804" Error,
    /// A group without municipalities.
    EmptyGroup = "R805" Error,
    /// Municipalities that form no pairs.
    NoPair = "R806" Error,
    /// A case with errors that was skipped.
    Skipped = "R807" Warning,
    /// Audits that judge over periods which do not meet.
    PeriodsApart = "R808" Warning,
    /// Something that could not be compared.
    NotCompared = "R809" Warning,
    /// The name of an anonymous municipality in a text that would be published.
    NamePublished = "R810" Error,
    /// The same, where the name is also a province or a common word.
    CommonName = "R811" Warning,
    /// One code for what two audits call otherwise.
    OneCodeTwoNames = "R813" Error,
    /// An audit that does not say over which time it judges.
    PeriodUnknown = "R814" Error,
    /// A coding study together with anything else.
    CodingAlone = "R820" Error,
    /// An option that has no use here.
    NoUse = "R821" Error,
    /// Published tables asked of a study that has none.
    NothingPublished = "R822" Error,
    /// A property by which rows that were rebuilt from margins say nothing.
    NotInMargins = "R824" Error,
    /// Files of another comparison beside anonymous ones.
    OldFiles = "R812" Error,
    /// What a reader of a coding study should be warned of.
    CodingWarns = "R823" Warning,
    /// A sentence of more words than most readers hold together.
    LongSentence = "R901" Hint,
    /// Sentence after sentence that does not say who acts.
    PassiveChain = "R902" Hint,
    /// A word that has a plainer one.
    PlainerWord = "R903" Hint,
    /// One thing called by two names.
    TwoNames = "R904" Hint,
    /// A word that the list of words has twice.
    WordTwice = "R905" Error,
    /// A thing in the list of words with fewer than two names.
    OneName = "R906" Error,
}

impl Code {
    /// Whether a message about this never shows the lines at its place.
    #[must_use]
    pub fn is_discreet(self) -> bool {
        matches!(self, Code::ProtectedName | Code::PerhapsProtected | Code::CannotProtect)
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use std::collections::BTreeSet;

    #[test]
    fn every_code_is_given_once() {
        let codes: BTreeSet<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
