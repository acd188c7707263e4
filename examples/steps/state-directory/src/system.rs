//! What the system refused, as a code and a sentence that says what was being done.

use edgewise_step::{failed, Outcome};
use std::fmt::Display;
use std::io;

pub trait While<T> {
    fn while_(self, doing: impl Display) -> Outcome<T>;
}

impl<T, E: Into<io::Error>> While<T> for Result<T, E> {
    fn while_(self, doing: impl Display) -> Outcome<T> {
        self.or_else(|error| {
            let error: io::Error = error.into();
            let code = match error.kind() {
                io::ErrorKind::PermissionDenied => "forbidden",
                io::ErrorKind::StorageFull => "no-space",
                _ => "system",
            };
            failed(code, format!("{doing}: {error}"))
        })
    }
}
