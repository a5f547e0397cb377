//! What an independent validator (`boon`) finds wrong under a JSON Schema.

use boon::{Compiler, Draft, Schemas, ValidationError};
use serde_json::Value;

/// Every violation in a value, with its place.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.set_default_draft(Draft::V7);
    compiler.add_resource("urn:schema", schema.clone()).expect("a schema is JSON");
    let index = compiler.compile("urn:schema", &mut schemas).expect("a valid schema");
    let mut found = Vec::new();
    if let Err(error) = schemas.validate(value, index) {
        leaves(&error, &mut found);
    }
    found
}

fn leaves(error: &ValidationError<'_, '_>, into: &mut Vec<String>) {
    if error.causes.is_empty() {
        into.push(format!("{}: {}", error.instance_location, error.kind));
    }
    for cause in &error.causes {
        leaves(cause, into);
    }
}
