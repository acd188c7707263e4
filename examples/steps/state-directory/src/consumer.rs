//! Carries out what was chosen, each selection checked, made durable and told before the next.

use crate::config::Config;
use crate::look::{look, wrong_mode, wrong_owner, Place};
use crate::relocate::{beside, forget, relocate, rename, set_aside};
use crate::tree::{give, open, sync_folder_of};
use crate::wire::{failed, progress, Outcome, While};
use rustix::fs::{self, Gid, Mode, Uid};
use rustix::io::Errno;
use serde_json::Value;

pub fn apply(config: &Config, resolve: &Value) -> Outcome<()> {
    let text = |key: &str| resolve.get(key).and_then(Value::as_str).unwrap_or_default();
    let (item, resolution, fingerprint) = (text("item"), text("resolution"), text("fingerprint"));
    // At a second attempt the first may have moved the ground itself.
    let first = resolve.get("attempt").and_then(Value::as_i64).unwrap_or(1) <= 1;
    let place = look(config)?;
    let is_stale = |now: &str| first && !fingerprint.is_empty() && fingerprint != now;
    let stale = || failed("stale", format!("{} is not as it was when this was chosen", config.path.display()));

    match (item, resolution, &place) {
        ("missing", "create", Place::There) => Ok(()),
        ("missing", "create", Place::Missing) if !is_stale(&place.fingerprint()) => create(config),
        ("location", "move", Place::There) => forget(&config.path),
        ("location", "move", Place::Old(_) | Place::Unfinished(_)) if !is_stale(&place.fingerprint()) => move_here(config, item),
        ("both", "keep-new", Place::There) => adjust(config, item),
        ("both", "keep-new", Place::Both(..)) if !is_stale(&place.fingerprint()) => {
            set_aside(config.from.as_deref().unwrap_or(&config.path))?;
            adjust(config, item)
        }
        ("both", "prefer-old", Place::There) => forget(&config.path).and_then(|()| adjust(config, item)),
        ("both", "prefer-old", Place::Old(_) | Place::Unfinished(_)) if !first => {
            move_here(config, item)?;
            adjust(config, item)
        }
        ("both", "prefer-old", Place::Both(..)) if !is_stale(&place.fingerprint()) => {
            set_aside(&config.path)?;
            move_here(config, item)?;
            adjust(config, item)
        }
        ("owner", "re-own", Place::There) => match wrong_owner(config, &config.path, |_| {})? {
            None => Ok(()),
            Some(wrong) if is_stale(&wrong.fingerprint) => stale(),
            Some(_) => re_own(config, item),
        },
        ("mode", "set-mode", Place::There) => match wrong_mode(config, &config.path)? {
            None => Ok(()),
            Some(wrong) if is_stale(&wrong.fingerprint) => stale(),
            Some(_) => set_mode(config),
        },
        ("missing", "create", _) | ("location", "move", _) | ("both", "keep-new" | "prefer-old", _) => stale(),
        ("owner", "re-own", _) | ("mode", "set-mode", _) => stale(),
        _ => failed("input", format!("this step has no resolution {resolution} for {item}")),
    }
}

/// Owned and with its mode before it has its name.
fn create(config: &Config) -> Outcome<()> {
    let draft = beside(&config.path, "new");
    let doing = || format!("creating {}", config.path.display());
    match fs::mkdir(&draft, Mode::RWXU) {
        Ok(()) | Err(Errno::EXIST) => {}
        Err(error) => return Err(error).while_(doing()),
    }
    let folder = open(&draft)?;
    fs::fchown(&folder, Some(Uid::from_raw(config.uid)), Some(Gid::from_raw(config.gid))).while_(doing())?;
    fs::fchmod(&folder, Mode::from_raw_mode(config.mode)).while_(doing())?;
    fs::fsync(&folder).while_(doing())?;
    rename(&draft, &config.path).while_(doing())?;
    sync_folder_of(&config.path)
}

fn move_here(config: &Config, item: &str) -> Outcome<()> {
    match &config.from {
        Some(from) => relocate(item, from, &config.path),
        None => failed("config", "config: from is missing"),
    }
}

fn re_own(config: &Config, item: &str) -> Outcome<()> {
    give(&config.path, config.uid, config.gid, |count| {
        if count % 20_000 == 0 {
            progress(item, format!("{count} files re-owned"));
        }
    })
}

fn set_mode(config: &Config) -> Outcome<()> {
    let doing = || format!("setting the mode of {}", config.path.display());
    let folder = open(&config.path)?;
    fs::fchmod(&folder, Mode::from_raw_mode(config.mode)).while_(doing())?;
    fs::fsync(&folder).while_(doing())
}

/// The one that was chosen of two is as declared too.
fn adjust(config: &Config, item: &str) -> Outcome<()> {
    if wrong_owner(config, &config.path, |_| {})?.is_some() {
        re_own(config, item)?;
    }
    if wrong_mode(config, &config.path)?.is_some() {
        set_mode(config)?;
    }
    Ok(())
}
