//! The codes of all problems. The meaning of a code never changes; a new problem gets a new code.

use super::severity::{Severity, codes};

codes! {
    /// A required file does not exist.
    FileMissing = "R101" Error,
    /// A file could not be read.
    FileUnreadable = "R102" Error,
    /// A file is not UTF-8.
    NotUtf8 = "R103" Error,
    /// A file is not YAML.
    YamlSyntax = "R104" Error,
    /// There is no case at this path.
    NoCase = "R105" Error,
    /// The folder for a new case exists already.
    FolderExists = "R106" Error,
    /// A file is empty.
    FileEmpty = "R107" Error,
    /// A framework that exists already.
    FrameworkExists = "R108" Error,
    /// A new case without a framework.
    NoFrameworkNamed = "R109" Error,
    /// A key that is not in the format.
    UnknownKey = "R110" Error,
    /// A required key is missing.
    MissingKey = "R111" Error,
    /// A key occurs twice.
    DuplicateKey = "R112" Error,
    /// A text was expected.
    ExpectedText = "R113" Error,
    /// A list was expected.
    ExpectedList = "R114" Error,
    /// A mapping of keys was expected.
    ExpectedMapping = "R115" Error,
    /// A key whose value is not filled in.
    EmptyValue = "R116" Error,
    /// Text after a `#`, which YAML takes for a comment.
    HiddenByHash = "R117" Warning,
    /// Curly quotation marks around a whole value, which YAML reads as part of it.
    CurlyQuotes = "R118" Warning,
    /// A value that is not a date.
    NotADate = "R120" Error,
    /// A value that is not a number.
    NotANumber = "R121" Error,
    /// A number that can be read in two ways.
    AmbiguousNumber = "R122" Error,
    /// A percentage was expected.
    NotAPercentage = "R123" Error,
    /// A keyword that is not allowed here.
    UnknownWord = "R124" Error,
    /// A number outside the allowed range.
    OutOfRange = "R125" Error,
    /// An id or code in the wrong format.
    BadId = "R126" Error,
    /// An id or code that occurs twice.
    DuplicateId = "R127" Error,
    /// A period whose end is before its beginning.
    PeriodReversed = "R128" Error,
    /// A text longer than allowed.
    TooLong = "R129" Error,
    /// A value that is not a web address.
    BadAddress = "R130" Error,
    /// A misspelt name of a Dutch province.
    NearlyProvince = "R131" Warning,
    /// A case that names the audited body in both ways.
    BodyTwice = "R132" Error,
    /// A table with figures of municipalities that is not as the case says.
    PeerTableUnfit = "R137" Error,
    /// Municipalities that such a table has no figure of.
    NotInPeerTable = "R138" Warning,
    /// A file above the maximum size.
    FileTooLarge = "R140" Error,
    /// YAML nested too deep, or too large once its aliases are expanded.
    YamlBudget = "R142" Error,
    /// A file outside the folder to which it belongs.
    FileOutside = "R143" Error,
    /// More items than the maximum.
    TooMany = "R144" Error,
    /// An unresolved merge conflict of git.
    MergeConflict = "R150" Error,
    /// A file of another program instead of a text file.
    ForeignFile = "R151" Error,
    /// A name that loses its apostrophe, because YAML takes it for a quotation mark.
    ApostropheLost = "R152" Warning,
    /// An invisible character at the start or end of a key or value.
    OddEnd = "R153" Warning,
    /// A copy of a file of the case, or a leftover of a merge.
    StrayCopy = "R160" Error,
    /// A file in a case that the program does not read.
    StrayFile = "R161" Warning,
    /// Findings in a file that the program does not read.
    UnreadFindings = "R162" Error,
    /// A folder in a case that the program does not read.
    StrayFolder = "R163" Warning,
    /// A framework to add that the case uses already.
    FrameworkInCase = "R170" Error,
    /// Findings for a framework that is still to be added.
    FindingsExist = "R171" Error,
    /// A file in which the program cannot safely change something.
    NotEditable = "R172" Error,
    /// Findings of a version from which the framework names no way to the present one.
    VersionWithoutMapping = "R173" Error,
    /// A framework to upgrade that the case does not use.
    FrameworkNotInCase = "R174" Error,
    /// A code of an earlier version that means another criterion now.
    CodeTaken = "R175" Error,
    /// A file of an analysis program that cannot be read.
    QdaRefused = "R176" Error,
    /// A code that the project of an analysis program does not have.
    QdaCodeUnknown = "R177" Error,
    /// A code mapped to something that is neither a norm nor a sub-question.
    QdaTargetUnknown = "R178" Error,
    /// A folder in which git would keep what was said in interviews.
    PassagesKept = "R179" Error,
    /// A framework that does not exist.
    UnknownFramework = "R201" Error,
    /// Findings made with another version of the framework.
    VersionDiffers = "R202" Error,
    /// A criterion that is not in the framework.
    UnknownCriterion = "R203" Error,
    /// A source that is not in `sources.yaml`.
    UnknownSource = "R204" Error,
    /// A finding that is not in the case.
    UnknownFinding = "R205" Error,
    /// A sub-question that is not in the case.
    UnknownSubQuestion = "R206" Error,
    /// A conclusion that is not in the case.
    UnknownConclusion = "R207" Error,
    /// A cycle in the derivation of sources.
    DerivedInCircle = "R208" Error,
    /// A point that is not in the checklist.
    UnknownPoint = "R209" Error,
    /// Findings for a framework that the case does not use.
    FrameworkNotChosen = "R210" Error,
    /// A file of findings whose framework is not the one of its file name.
    OtherFramework = "R211" Error,
    /// A file of findings with an extension other than `.yaml`.
    OtherEnding = "R212" Error,
    /// A file in a version of its format that this program does not read.
    OtherFormat = "R213" Error,
    /// A scorecard that is not JSON.
    NotJson = "R214" Error,
    /// A scorecard whose outcome does not follow from its own judgements.
    ScorecardDiffers = "R215" Error,
    /// A codebook that does not exist.
    UnknownCodebook = "R216" Error,
    /// A PDF without a scorecard in it.
    NoScorecardInPdf = "R217" Error,
    /// A coding table above the maximum size.
    TableTooLarge = "R220" Error,
    /// A row that is longer or shorter than the header.
    RowLength = "R221" Error,
    /// A column that neither the codebook nor the study knows.
    UnknownColumn = "R222" Error,
    /// A required column is missing.
    MissingColumn = "R223" Error,
    /// An empty cell.
    EmptyCell = "R224" Error,
    /// A cell with an invalid value.
    BadCell = "R225" Error,
    /// A municipality with two rows.
    DuplicateRow = "R226" Error,
    /// A question answered once per unit, with two different answers for one unit.
    UnitDiffers = "R227" Error,
    /// A total for a question that is answered in the rows.
    TotalOfAnswered = "R228" Error,
    /// An unclosed quotation mark in a table.
    OpenQuote = "R229" Error,
    /// A file with norms that is not a kind of table that is read.
    NoNormTable = "R230" Error,
    /// A table without a column of norms.
    NoNormColumn = "R231" Error,
    /// A table with headings and no norms below them.
    NoNormRows = "R232" Error,
    /// A row of a table of norms without its norm.
    EmptyNorm = "R233" Error,
    /// Merged cells in a table of norms.
    MergedCells = "R234" Error,
    /// A recommendation that is not in the earlier case.
    UnknownAdvice = "R236" Error,
    /// Recommendations of the earlier case without follow-up.
    AdviceNotFollowed = "R237" Warning,
    /// A reaction to a recommendation that is not in the case.
    ReactionToNothing = "R238" Error,
    /// A judgement that is impossible under the framework of its scorecard.
    ForeignJudgement = "R239" Error,
    /// A scale of fewer than two or more than five levels.
    ScaleSize = "R240" Error,
    /// A level with the word of another, or of a criterion without a level.
    LevelTwice = "R241" Error,
    /// A scale that seems to run from low to high.
    ScaleReversed = "R242" Error,
    /// A score on a scale of two levels.
    ScoreNeedsLevels = "R243" Error,
    /// A choice of criteria that leaves none, or names them twice.
    ChoiceUnfit = "R244" Error,
    /// An entry for a criterion that the case did not choose.
    CriterionNotChosen = "R245" Error,
    /// A verdict of the researchers where the framework does not ask for one.
    VerdictNotAsked = "R246" Error,
    /// An answer that only a legal duty allows.
    OnlyForDuty = "R247" Error,
    /// A key or addressee that the kind of the audited body does not have.
    UnfitForKind = "R248" Error,
    /// A body that is not among the cases of a joint study.
    UnknownBody = "R249" Error,
    /// A decision of the council that is older than the report that it is about.
    DecisionBeforeReport = "R250" Error,
    /// A state of a case that does not exist.
    StateOfNoCase = "R251" Error,
    /// A state of a recommendation that the case does not have.
    StateOfNoAdvice = "R252" Error,
    /// Two states of one recommendation in one year, by the same reader.
    StateTwice = "R253" Error,
    /// A state in a year before that of the study.
    StateBeforeReport = "R254" Error,
    /// A state that neither party gives.
    StateOfNobody = "R255" Error,
    /// A web address that is not that of an organisation in the registers of TOOI.
    NotTooi = "R257" Error,
    /// A step closed with a reason, of which nothing is missing.
    ClosedInVain = "R258" Warning,
    /// A file of a case that has only a plan so far.
    PartToCome = "R260" Todo,
    /// A document for which a case has nothing yet.
    NothingToWrite = "R261" Warning,
    /// A step of the procedure that cannot be so.
    StepUnfit = "R262" Error,
    /// A file of the dossier that is missing or was changed.
    DossierDiffers = "R263" Warning,
    /// A dossier that is elsewhere, or a file of it without a hash.
    DossierTold = "R264" Hint,
    /// A file that does not hold the form of this case.
    FormRefused = "R265" Error,
    /// A row of a returned form that cannot be read.
    FormRowUnread = "R266" Error,
    /// A workbook of a case that cannot be taken over.
    BookRefused = "R267" Error,
    /// A cell or row of such a workbook that cannot be read.
    BookCellUnread = "R268" Error,
    /// A cell that changed in the workbook and in the case.
    BookConflict = "R269" Error,
    /// A remark on something that was not sent.
    RemarkNowhere = "R270" Error,
    /// A date of the hearing before the day on which the text was sent.
    BeforeHearing = "R271" Error,
    /// A remark of a respondent that is not in the list.
    UnknownRespondent = "R272" Error,
    /// A remark that would have changed a text that is as it was sent.
    NotChanged = "R273" Warning,
    /// A remark that changed nothing, on a text that is not as it was sent.
    ChangedAfterAll = "R274" Warning,
    /// A text for the hearing that was sent already.
    AlreadySent = "R275" Error,
    /// A remark on a text of which nothing records that it was sent.
    NothingSent = "R276" Error,
    /// A text for the hearing that is not as it was recorded when it was sent.
    NotAsSent = "R277" Warning,
    /// Two days of sending that differ.
    SentElsewhere = "R278" Error,
    /// The record of what was sent, changed by hand.
    HeardEdited = "R279" Error,
    /// A project of which the case knows no document, while it knows others.
    QdaOtherProject = "R280" Error,
    /// A quote from an interview without recorded consent.
    QdaNoConsent = "R281" Error,
    /// More passages than a case takes over.
    QdaTooMany = "R282" Error,
    /// Something taken over that would bring a protected name into the case.
    QdaTakesName = "R283" Error,
    /// A file of the name that a codebook would get.
    CodebookExists = "R284" Error,
    /// A value that two versions of a file both changed, each otherwise.
    BothChanged = "R285" Error,
    /// A file to take over that is no copy of a file of this case.
    NoCopy = "R286" Error,
    /// Something about a norm that two files of findings both say.
    SaidTwice = "R287" Error,
    /// Two versions of a file that cannot be merged by key.
    NotMerged = "R288" Error,
    /// A choice of norms that cannot go to a new version with one case alone.
    ChoiceShared = "R289" Error,
    /// A file without a table of participants.
    NoParticipants = "R290" Error,
    /// A column of such a table that is missing, twice there, or perhaps misspelt.
    ParticipantColumn = "R291" Error,
    /// A cell of such a table that is not what its column holds.
    BadParticipant = "R292" Error,
    /// Two rows about one body, or with one folder.
    SameParticipant = "R293" Error,
    /// A folder that is in use for something else than the case of a participant.
    ParticipantTaken = "R294" Error,
    /// A finding without evidence.
    NoEvidence = "R301" Error,
    /// A key that belongs to another kind of measure.
    WrongMeasure = "R302" Error,
    /// A number in a unit other than that of the criterion.
    WrongUnit = "R303" Error,
    /// A state without the reason that it requires.
    ReasonMissing = "R304" Error,
    /// An unresolved contradiction between findings.
    OpenConflict = "R305" Warning about Criterion,
    /// A resolution without a contradiction between findings.
    NothingToResolve = "R306" Error,
    /// An overruling without a derived judgement.
    NothingToOverrule = "R307" Error,
    /// A sub-question with both an answer and a reason for having none.
    AnsweredTwice = "R308" Error,
    /// A reconstruction or fictional case without a notice that says so.
    NoticeMissing = "R309" Error,
    /// A basis in law without its article or the date of its text.
    LawWithoutArticle = "R310" Error,
    /// A legal duty whose bases include no law.
    DutyWithoutLaw = "R311" Error,
    /// A level that asks less than a lower level does.
    LevelsNotOrdered = "R312" Error,
    /// A threshold of a verdict above the score that the same level on every criterion gives.
    VerdictTooHigh = "R313" Error,
    /// A measure relative to peers with too few peers.
    TooFewPeers = "R314" Error,
    /// A number per inhabitants without the number of inhabitants.
    NoInhabitants = "R315" Error,
    /// A studied criterion whose findings give no level.
    NoLevel = "R316" Error,
    /// Findings with a level on a criterion that was not judged.
    LevelWithoutJudgement = "R317" Error,
    /// A finding with only contradicting sources.
    OnlyContradicted = "R318" Error,
    /// A level on a finding of a sub-question, which has no norm.
    LevelOnQuestion = "R319" Error,
    /// A resolution outside the range of the contradicting levels.
    ResolutionOutside = "R320" Error,
    /// Figures of comparable municipalities with a median of zero.
    ZeroMedian = "R321" Error,
    /// An overruling to the level that was derived anyway.
    OverruledBySame = "R322" Error,
    /// An overruling outside the levels that an incomplete checklist leaves possible.
    OverruleOutside = "R323" Error,
    /// A threshold of a verdict that no score or every score passes.
    BoundOutside = "R324" Error,
    /// A criterion still to be filled in.
    CriterionToDo = "R350" Todo,
    /// A text still to be filled in.
    TextToDo = "R351" Todo,
    /// A remark that is not answered yet.
    RemarkOpen = "R352" Todo,
    /// A conclusion without findings or criteria.
    ConclusionOnNothing = "R360" Warning about Conclusion,
    /// A recommendation without a conclusion.
    AdviceWithoutConclusion = "R362" Warning about Recommendation,
    /// A conclusion without a recommendation.
    ConclusionWithoutAdvice = "R363" Warning about Conclusion,
    /// A conclusion whose level differs from that of its criteria.
    ConclusionContradicted = "R364" Warning about Conclusion,
    /// A verdict far above the level of one of its criteria.
    VerdictContradicted = "R365" Warning about Framework,
    /// A judgement based on one source.
    NarrowBasis = "R366" Warning about Criterion,
    /// A judgement based only on statements of people.
    TestimonyOnly = "R367" Warning about Criterion,
    /// A source that no finding uses.
    SourceUnused = "R368" Warning about Source,
    /// A source with more than half of the evidence of a framework.
    SourceDominates = "R369" Warning about Source,
    /// A finding that uses a source together with one derived from it.
    SourceCountedTwice = "R370" Warning about Finding,
    /// A judgement that overrules the derived one.
    JudgementOverruled = "R371" Warning about Criterion,
    /// A sub-question without an answer or a reason, although there are conclusions.
    QuestionLeftOpen = "R372" Warning about Question,
    /// A figure in a conclusion that is in no finding.
    FigureUnfounded = "R373" Warning about Conclusion,
    /// Peer figures shown but not scored, because there are fewer comparable municipalities than a
    /// comparison needs.
    PeersShown = "R374" Warning about Criterion,
    /// A norm applied to a period in which it was not in force.
    NormNotInForce = "R375" Warning about Criterion,
    /// Levels whose thresholds have no outside source.
    ThresholdsProposed = "R376" Warning about Framework,
    /// A final report of a case that is not final.
    NotFinal = "R377" Error,
    /// A conclusion based on criteria without a level.
    ConclusionOnUnknown = "R378" Warning about Conclusion,
    /// A verdict of the researchers above what the levels of criteria would allow a score.
    VerdictAboveCeiling = "R379" Warning about Framework,
    /// Norms that speak of another kind of body than the audited one.
    FrameworkOfOtherKind = "R380" Warning about Framework,
    /// A deadline before the date of the report, or a promised date before that of the response.
    DateBeforehand = "R381" Warning about Recommendation,
    /// A commitment to a recommendation that was rejected, or a date without a commitment.
    CommitmentUnclear = "R382" Warning about Recommendation,
    /// A quotation of people who did not allow it.
    QuoteWithoutConsent = "R383" Warning about Finding,
    /// A finding on conversations whose reports nobody agreed to.
    NobodyAgreed = "R384" Warning about Finding,
    /// An accepted warning with an unknown code.
    UnknownWarning = "R390" Error,
    /// An accepted problem with a code that cannot be accepted.
    NotAcceptable = "R391" Error,
    /// An accepted warning about an item that is not in the case.
    UnknownSubject = "R392" Error,
    /// An accepted warning that does not occur.
    NothingAccepted = "R393" Warning,
    /// A requested item that is not in the case.
    UnknownItem = "R394" Error,
    /// A criterion on which judges differ, without a word on what was decided.
    JudgesDiffer = "R395" Warning about Criterion,
    /// A level that none of the judges gave, without a word on what was decided.
    LevelOfNoJudge = "R396" Warning about Criterion,
    /// A judge who judged only some of the criteria of a framework.
    JudgedSome = "R397" Warning about Framework,
    /// A decision on judgements of judges that are not there.
    NothingDecided = "R398" Error,
    /// A heading inside a text field.
    HeadingInText = "R401" Error,
    /// HTML in a text field, which is shown literally.
    HtmlInText = "R402" Warning,
    /// Lists or quotations nested too deep.
    TooDeep = "R403" Error,
    /// A character that is in no font.
    NoGlyph = "R404" Error,
    /// A character that is not allowed in PDF/A.
    ForbiddenCharacter = "R405" Error,
    /// A link inside the document to an anchor that does not exist.
    BrokenLink = "R406" Warning,
    /// An image file that does not exist.
    ImageMissing = "R407" Error,
    /// An image without a description, or with one that cannot be in a PDF.
    ImageWithoutText = "R408" Error,
    /// An image that is not in a paragraph of its own, so that only its description is shown.
    ImageInText = "R410" Warning,
    /// A heading level that skips one, or an empty heading.
    HeadingOrder = "R409" Error,
    /// An image outside the folder of its document.
    ImageOutside = "R415" Error,
    /// An image whose format differs from its extension, or that cannot be shown.
    ImageUnfit = "R416" Error,
    /// A document above the maximum length.
    DocumentTooLong = "R417" Error,
    /// More images than the maximum, or images that together are too large.
    TooManyImages = "R418" Error,
    /// An invisible character that makes a text read differently.
    HiddenCharacter = "R419" Error,
    /// A row of a table with more cells than columns.
    LostCells = "R420" Error,
    /// A line meant as a heading that Markdown does not read as one.
    NoHeading = "R421" Warning,
    /// An image that Markdown reads as text: its path has a space, or it has wiki syntax.
    ImageUnseen = "R422" Error,
    /// A footnote that cannot be typeset.
    NoteUnset = "R423" Error,
    /// Lines with bars meant as a table that Markdown does not read as one.
    NoTable = "R424" Warning,
    /// A callout that comes into the document as something else: as text, or at another place.
    CalloutMisread = "R425" Warning,
    /// A template that is not well formed.
    TemplateSyntax = "R501" Error,
    /// A template that fails while it is filled.
    TemplateFails = "R502" Error,
    /// A file of design tokens that is not TOML.
    BadTokens = "R503" Error,
    /// The theme failed to typeset the document.
    TypesettingFails = "R601" Error,
    /// A warning of the typesetter.
    TypesettingWarns = "R602" Warning,
    /// A Markdown file without the front matter of a nota.
    NoFrontMatter = "R603" Error,
    /// A judgement in an edited nota that is not the scorecard's.
    JudgementEdited = "R604" Warning,
    /// A figure in an edited nota that the program did not write.
    FigureEdited = "R605" Warning,
    /// A value in the front matter of an edited nota that differs from the case.
    HeadEdited = "R606" Warning,
    /// A part of a Word file whose template does not give well-formed XML.
    WordPartBroken = "R610" Error,
    /// A municipality's Word file that cannot be read.
    HouseStyleBroken = "R611" Error,
    /// A municipality's Word file that is too large once unpacked.
    HouseStyleTooLarge = "R612" Error,
    /// A municipality's Word file with macros.
    HouseStyleMacros = "R613" Error,
    /// A municipality's Word file that refers to an external part, such as a linked image.
    HouseStyleOutside = "R614" Error,
    /// A Word file that cannot be assembled.
    WordFails = "R616" Error,
    /// A value of a design token that a Word file cannot use.
    BadTokenValue = "R617" Error,
    /// A summary that does not fit on one page.
    SummaryTooLong = "R607" Warning,
    /// A nota of more pages than a council reads.
    NotaTooLong = "R608" Hint,
    /// A nota that was edited by hand and would be overwritten.
    EditedByHand = "R701" Error,
    /// A protected name in a text that would be published.
    ProtectedName = "R702" Error,
    /// A text with conflict marks of a merge.
    ConflictMarks = "R707" Error,
    /// An edited text without the generated text that a merge needs as its base.
    NoBasis = "R709" Error,
    /// Another run is writing in the same folder.
    Busy = "R703" Error,
    /// Another program listens at the port for the preview.
    PortTaken = "R708" Error,
    /// A nota whose case is not available, so that protected names could not be searched for.
    NamesNotChecked = "R705" Warning,
    /// Two cases in one call with the same output folder.
    SameName = "R704" Error,
    /// An edited comparison, which is not checked against its cases.
    NotHeldAgainst = "R706" Warning,
    /// An e-mail address of a person in a text that would be published.
    EmailInText = "R710" Warning,
    /// A telephone number in a text that would be published.
    PhoneInText = "R711" Warning,
    /// A possible citizen service number in a text that would be published.
    BsnInText = "R712" Warning,
    /// An account number in a text that would be published.
    IbanInText = "R713" Warning,
    /// A licence plate in a text that would be published.
    PlateInText = "R714" Warning,
    /// Roles that only one person can have in a small municipality.
    LoneRoles = "R715" Warning,
    /// A word that may be a protected name.
    PerhapsProtected = "R716" Warning,
    /// An entry of the key file that cannot be searched for, or whose label reveals what it
    /// protects.
    CannotProtect = "R717" Error,
    /// A document with names for a folder that git would track.
    NotIgnored = "R718" Error,
    /// A document with names, where git could not say whether it would track the folder.
    GitSilent = "R719" Error,
    /// An unedited text that no longer matches its case.
    StaleText = "R740" Error,
    /// An edited text that no longer matches its case.
    StaleEdited = "R741" Warning,
    /// A text that could not be checked against its case, because the case has errors.
    CaseInError = "R742" Warning,
    /// An edited text whose generated text is not available for comparison.
    GeneratedTextGone = "R743" Warning,
    /// An output folder that contains the document of another case.
    OtherCase = "R744" Error,
    /// A publication of a study that is not finished.
    NotReady = "R745" Error,
    /// A publication while a step of the procedure is open.
    StepOpen = "R746" Error,
    /// A publication before the embargo ends.
    UnderEmbargo = "R747" Error,
    /// A publication of which required metadata are unknown.
    MetadataMissing = "R748" Error,
    /// A file in the folder of a publication that is not part of it.
    StrayInPublication = "R749" Error,
    /// A publication on a day before the date of the report.
    PublishedBeforeReport = "R750" Error,
    /// An output that cannot be searched for names.
    Unsearchable = "R725" Error,
    /// A raster image in a case that protects names, which nobody declared as checked.
    PictureUnseen = "R726" Error,
    /// Another file next to the key file that contains names.
    KeyFileCopy = "R727" Error,
    /// A key file that is not in the case that declares it.
    KeyFileAway = "R728" Error,
    /// The same as `KeyFileAway`, if nothing is published.
    KeyFileElsewhere = "R729" Warning,
    /// A key file that the case does not declare.
    KeyFileUnsaid = "R730" Warning,
    /// A document whose case cannot be found, so that its protected names are unknown.
    CaseNotFound = "R731" Error,
    /// A file of an earlier run that contains a name protected now.
    OldFileTells = "R732" Warning,
    /// A key file beside a joint study, which no case reads.
    KeyFileBesideCases = "R733" Error,
    /// Fewer than two audits to compare.
    TooFewAudits = "R801" Error,
    /// One municipality twice in one period.
    TwiceInPeriod = "R802" Error,
    /// Audits that have no framework in common.
    NothingInCommon = "R803" Error,
    /// A property that no municipality in the comparison has.
    UnknownProperty = "R804" Error,
    /// A group without municipalities.
    EmptyGroup = "R805" Error,
    /// Groups without municipalities that form a pair.
    NoPair = "R806" Error,
    /// A case with errors that was skipped.
    Skipped = "R807" Warning,
    /// Audits of periods that do not overlap.
    PeriodsApart = "R808" Warning,
    /// Something that could not be compared.
    NotCompared = "R809" Warning,
    /// The name of an anonymous municipality in a text that would be published.
    NamePublished = "R810" Error,
    /// The same as `NamePublished`, if the name is also a province or a common word.
    CommonName = "R811" Warning,
    /// One code with different names in two audits.
    OneCodeTwoNames = "R813" Error,
    /// An audit without the period that it judges.
    PeriodUnknown = "R814" Error,
    /// Audits of two kinds of body in one comparison.
    KindsDiffer = "R815" Error,
    /// A municipality that is not in the comparison.
    UnknownMember = "R816" Error,
    /// A coding study in one comparison with anything else.
    CodingAlone = "R820" Error,
    /// An option that does not apply.
    NoUse = "R821" Error,
    /// Published tables requested of a study that has none.
    NothingPublished = "R822" Error,
    /// A property that is unknown for rows rebuilt from margins.
    NotInMargins = "R824" Error,
    /// Files of another comparison in the folder of anonymised output.
    OldFiles = "R812" Error,
    /// A warning for readers of a coding study.
    CodingWarns = "R823" Warning,
    /// A sentence with more words than most readers can take in.
    LongSentence = "R901" Hint,
    /// Successive passive sentences that do not say who acts.
    PassiveChain = "R902" Hint,
    /// A word with a plainer synonym.
    PlainerWord = "R903" Hint,
    /// One thing with two names in the text.
    TwoNames = "R904" Hint,
    /// A word that occurs twice in the word list.
    WordTwice = "R905" Error,
    /// An entry in the word list with fewer than two names.
    OneName = "R906" Error,
}

impl Code {
    /// Whether messages with this code never show the lines at their place.
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
