//! How serious problems are, and how their codes are declared.

/// How serious a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written while this stands.
    Error,
    /// The work goes on; somebody should look.
    Warning,
    /// Still to be filled in by the researcher; counts as a warning.
    Todo,
    /// A way to write more plainly. No problem: it counts as none and changes no exit status.
    Hint,
}

/// Declares the codes: each with its number, how serious it is, and, where a case may accept it with
/// a reason, what it is about. What is said of it stands in a file of its own in `codes/`.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident $(about $item:ident)?,)*) => {
        /// Which problem a diagnostic is about.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The code as the user sees it, such as `R104`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $code,)* }
            }

            /// How serious this problem is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }

            /// The warnings that a case may accept with a reason.
            pub fn acceptable() -> impl Iterator<Item = Code> {
                Self::ALL.iter().copied().filter(|code| code.about().is_some())
            }

            /// What a warning is about that a case may accept with a reason; none for all others.
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
