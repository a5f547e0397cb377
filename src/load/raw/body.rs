//! The keys of the body that a case is about.

use super::kinds::{BodyKind, Date, Whole};
use super::{Map, May, Must, Text, raw};

raw! {
    /// The audited body, of any kind.
    RawBody at span {
        kind "kind": Must<Text<BodyKind>>,
        name "name": Must<Text>,
        code "code": May<Text>,
        province "province": May<Text>,
        inhabitants "inhabitants": May<Text<Whole>>,
        inhabitants_from "inhabitants-from": May<RawInhabitants>,
        inhabitants_date "inhabitants-date": May<Text<Date>>,
        inhabitants_source "inhabitants-source": May<Text>,
        attributes "attributes": May<Map<Text>>,
    }
    /// The audited body, if it is a municipality.
    RawMunicipality at span {
        name "name": Must<Text>,
        cbs_code "cbs-code": May<Text>,
        province "province": May<Text>,
        inhabitants "inhabitants": May<Text<Whole>>,
        inhabitants_from "inhabitants-from": May<RawInhabitants>,
        inhabitants_date "inhabitants-date": May<Text<Date>>,
        inhabitants_source "inhabitants-source": May<Text>,
        attributes "attributes": May<Map<Text>>,
    }
    /// A table with numbers of inhabitants by official codes, such as one of StatLine.
    RawInhabitants at span {
        file "file": Must<Text>,
        code_column "code-column": Must<Text>,
        value_column "value-column": Must<Text>,
        rows "rows": May<Map<Text>>,
    }
}
