//! The severities of problems, and the macro that declares their codes.

/// How serious a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written as long as there is one.
    Error,
    /// Documents are written, but somebody should look at it.
    Warning,
    /// Still to be filled in by the researcher; counts as a warning.
    Todo,
    /// A suggestion for plainer text. It does not count as a problem and does not change the exit
    /// status.
    Hint,
}

/// Declares the codes: each with its number, its severity, and, if a case may accept it with a
/// reason, the kind of item it is about. Its texts are in its own file in `codes/`.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident $(about $item:ident)?,)*) => {
        /// The kind of problem of a diagnostic.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// All codes, in order of declaration.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The code as users see it, such as `R104`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// The severity of this problem.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// The codes that a case may accept with a reason.
            pub fn acceptable() -> impl Iterator<Item = Code> {
                Self::ALL.iter().copied().filter(|code| code.about().is_some())
            }

            /// The kind of item that an acceptable warning is about; `None` for all other codes.
            #[must_use]
            pub fn about(self) -> Option<crate::diagnostics::Item> {
                let about: [(Code, crate::diagnostics::Item); _] =
                    [$($((Code::$name, crate::diagnostics::Item::$item),)?)*];
                about.into_iter().find(|(code, _)| *code == self).map(|(_, item)| item)
            }
        }
    };
}

pub(super) use codes;
