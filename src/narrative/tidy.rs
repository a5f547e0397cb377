//! Normalises blank lines: exactly one between blocks.

/// Removes repeated blank lines, except in fenced code.
pub fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence: Option<String> = None;
    let mut blank = true;
    for line in text.lines() {
        // A fence may be in a quotation or begin a list item.
        let mark = |c: char| c.is_ascii_digit() || "> -*+.)".contains(c);
        let inner = line.trim_start_matches(mark);
        let marks: String = inner.chars().take_while(|c| *c == '`').collect();
        if marks.len() >= 3 {
            fence = match fence {
                Some(open) if inner.trim_end() == open => None,
                None => Some(marks),
                open => open,
            };
        }
        let empty = line.trim().is_empty();
        if !(empty && blank && fence.is_none()) {
            out.push_str(line.trim_end_matches('\t'));
            out.push('\n');
        }
        blank = empty;
    }
    format!("{}\n", out.trim_end())
}

#[cfg(test)]
mod tests {
    #[test]
    fn blank_lines_in_literal_text_stay() {
        let text = "a\n\n\n\nb\n\n- ```\n  x\n\n\n\n  y\n  ```\n\n\n> c\n";
        assert_eq!(super::tidy(text), "a\n\nb\n\n- ```\n  x\n\n\n\n  y\n  ```\n\n> c\n");
    }
}
