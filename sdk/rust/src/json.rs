//! JSON (RFC 8259), as much of it as messages need: objects keep their order, numbers their digits.

use std::fmt::{self, Display, Write};

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Json::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// Of a whole number, also where it is written as 1.0.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Json::Number(digits) => digits.parse().ok().or_else(|| {
                digits.parse::<f64>().ok().filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64)
            }),
            _ => None,
        }
    }

    /// Sets a key of an object; puts it last if it is new.
    pub fn set(&mut self, key: &str, value: impl Into<Json>) {
        if let Json::Object(entries) = self {
            entries.retain(|(name, _)| name != key);
            entries.push((key.into(), value.into()));
        }
    }

    /// Puts a value at the end of the list of that name.
    pub fn push(&mut self, key: &str, value: impl Into<Json>) {
        if let Json::Object(entries) = self {
            match entries.iter_mut().find(|(name, _)| name == key) {
                Some((_, Json::List(list))) => list.push(value.into()),
                _ => entries.push((key.into(), Json::List(vec![value.into()]))),
            }
        }
    }

    /// The whole of `text` as one value; None if it is not that.
    pub fn parse(text: &str) -> Option<Json> {
        let mut reader = Reader { rest: text };
        let value = reader.value(0)?;
        reader.space();
        reader.rest.is_empty().then_some(value)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.into())
    }
}
impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}
impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json::Bool(value)
    }
}
impl From<i64> for Json {
    fn from(value: i64) -> Json {
        Json::Number(value.to_string())
    }
}

/// Compact, on one line. NUL, which no message may hold, becomes U+FFFD.
impl Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Json::Null => out.write_str("null"),
            Json::Bool(value) => write!(out, "{value}"),
            Json::Number(digits) => out.write_str(digits),
            Json::Text(text) => quote(text, out),
            Json::List(list) => {
                out.write_char('[')?;
                for (at, value) in list.iter().enumerate() {
                    write!(out, "{}{value}", if at > 0 { "," } else { "" })?;
                }
                out.write_char(']')
            }
            Json::Object(entries) => {
                out.write_char('{')?;
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.write_str(if at > 0 { "," } else { "" })?;
                    quote(key, out)?;
                    write!(out, ":{value}")?;
                }
                out.write_char('}')
            }
        }
    }
}

fn quote(text: &str, out: &mut fmt::Formatter) -> fmt::Result {
    out.write_char('"')?;
    for c in text.chars() {
        match c {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\0' => out.write_char('\u{fffd}')?,
            c if c < ' ' => write!(out, "\\u{:04x}", c as u32)?,
            c => out.write_char(c)?,
        }
    }
    out.write_char('"')
}

struct Reader<'a> {
    rest: &'a str,
}

/// As deep as a message may be nested, and more.
const DEEPEST: usize = 128;

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\r', '\n'].as_ref());
    }

    fn takes(&mut self, token: &str) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        if self.takes("{") {
            let mut entries = Vec::new();
            while !self.takes("}") {
                if !entries.is_empty() && !self.takes(",") || !self.takes("\"") {
                    return None;
                }
                let key = self.text()?;
                if !self.takes(":") {
                    return None;
                }
                entries.push((key, self.value(depth + 1)?));
            }
            return Some(Json::Object(entries));
        }
        if self.takes("[") {
            let mut list = Vec::new();
            while !self.takes("]") {
                if !list.is_empty() && !self.takes(",") {
                    return None;
                }
                list.push(self.value(depth + 1)?);
            }
            return Some(Json::List(list));
        }
        if self.takes("\"") {
            return self.text().map(Json::Text);
        }
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.takes(word) {
                return Some(value);
            }
        }
        self.number()
    }

    fn number(&mut self) -> Option<Json> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c)).unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        let whole = digits.strip_prefix('-').unwrap_or(digits);
        let leading_zero = whole.starts_with('0') && whole[1..].starts_with(|c: char| c.is_ascii_digit());
        if !whole.starts_with(|c: char| c.is_ascii_digit()) || leading_zero || digits.ends_with('.') {
            return None;
        }
        digits.parse::<f64>().ok()?;
        self.rest = rest;
        Some(Json::Number(digits.into()))
    }

    /// What follows the opening quotation mark.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c: char| c == '"' || c == '\\' || c < ' ')?;
            text.push_str(&self.rest[..end]);
            let mut rest = self.rest[end..].chars();
            match (rest.next()?, rest.as_str()) {
                ('"', rest) => {
                    self.rest = rest;
                    return Some(text);
                }
                ('\\', rest) => {
                    self.rest = rest;
                    text.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                self.rest = self.rest.strip_prefix("\\u")?;
                let second = self.unit()?.checked_sub(0xdc00).filter(|n| *n < 0x400)?;
                char::from_u32(0x10000 + ((first - 0xd800) << 10) + second)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        self.rest = &self.rest[4..];
        u32::from_str_radix(digits, 16).ok()
    }
}
