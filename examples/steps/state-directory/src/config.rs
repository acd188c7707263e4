//! The config: where the directory is to be, whose, with what mode, and where it may have been before.

use crate::system::While;
use edgewise_step::{failed, Outcome, Start};
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Config {
    pub path: PathBuf,
    pub from: Option<PathBuf>,
    pub owner: String,
    pub group: String,
    pub uid: u32,
    pub gid: u32,
    pub mode: u32,
}

impl Config {
    pub fn read(start: &Start) -> Outcome<Config> {
        let config = &start.config;
        let path = absolute("path", config.text("path")?)?;
        let from = config.optional_text("from")?.map(|from| absolute("from", from)).transpose()?;
        if let Some(from) = &from {
            if from.starts_with(&path) || path.starts_with(from) {
                return failed("config", format!("config: {} and {} contain each other", path.display(), from.display()));
            }
        }
        let owner = config.text("owner")?.to_string();
        let (uid, primary) = user(&owner)?;
        let (group, gid) = match (config.optional_text("group")?, primary) {
            (Some(group), _) => (group.to_string(), id("group", group)?.0),
            (None, Some(gid)) => (gid.to_string(), gid),
            (None, None) => return failed("config", "config group is missing, and a number has none of its own"),
        };
        let mode = config.optional_text("mode")?.unwrap_or("0700");
        let octal = mode.strip_prefix('0').filter(|digits| digits.len() == 3 || digits.len() == 4);
        let Some(mode) = octal.and_then(|digits| u32::from_str_radix(digits, 8).ok()) else {
            return failed("config", format!("config mode {mode:?} is not of the form \"0750\" (quote it)"));
        };
        Ok(Config { path, from, owner, group, uid, gid, mode })
    }

    pub fn whose(&self) -> String {
        format!("{}:{}", self.owner, self.group)
    }
}

fn absolute(key: &str, path: &str) -> Outcome<PathBuf> {
    let path = PathBuf::from(path);
    let plain = path.components().all(|part| !matches!(part, std::path::Component::ParentDir));
    match path.file_name() {
        Some(_) if path.is_absolute() && plain => Ok(path),
        _ => failed("config", format!("config {key} has to be an absolute path without .., not {}", path.display())),
    }
}

fn user(name: &str) -> Outcome<(u32, Option<u32>)> {
    let (uid, entry) = id("passwd", name)?;
    Ok((uid, entry.and_then(|entry| entry.split(':').nth(3)?.parse().ok())))
}

/// By number, or by name as this machine knows names (files, LDAP, systemd).
fn id(database: &str, name: &str) -> Outcome<(u32, Option<String>)> {
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit()) {
        return match name.parse() {
            Ok(number) => Ok((number, None)),
            Err(_) => failed("config", format!("config: {name} is too large for an id")),
        };
    }
    let output = Command::new("getent").args([database, "--", name]).output().while_("running getent")?;
    let entry = String::from_utf8_lossy(&output.stdout).trim_end().to_string();
    // getent also takes "+7" and the like for numbers: what comes back has to be the name.
    let mut fields = entry.split(':');
    match (fields.next() == Some(name), fields.nth(1).and_then(|number| number.parse().ok())) {
        (true, Some(number)) => Ok((number, Some(entry.clone()))),
        _ => failed("config", format!("config: {database} has no {name:?}")),
    }
}

/// The folder that a path is in, and its name there.
pub fn split(path: &Path) -> (&Path, &std::ffi::OsStr) {
    (path.parent().unwrap_or(Path::new("/")), path.file_name().unwrap_or_default())
}
