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

/// Declares the codes: each with its number and how serious it is.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal $severity:ident,)*) => {
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
        }
    };
}

pub(super) use codes;
