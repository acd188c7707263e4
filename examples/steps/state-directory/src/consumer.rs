//! Carries out what was chosen, each selection checked, made durable and told before the next.

use crate::config::Config;
use crate::look::{look, wrong_mode, wrong_owner, Place};
use crate::relocate::{beside, forget, relocate, rename, set_aside};
use crate::tree::{give, open, sync_folder_of};
use crate::system::While;
use edgewise_step::{failed, progress, Outcome, Selection};
use rustix::fs::{self, Gid, Mode, Uid};
use rustix::io::Errno;

pub fn apply(config: &Config, selection: &Selection) -> Outcome<()> {
    // At a second attempt the first may have moved the ground itself.
    let first = selection.attempt <= 1;
    let place = look(config)?;
    let is_stale = |now: &str| first && selection.fingerprint.as_ref().map_or(false, |then| then != now);
    let stale = || failed("stale", format!("{} is not as it was when this was chosen", config.path.display()));

    match (selection.item.as_str(), selection.resolution.as_str(), &place) {
        ("missing", "create", Place::There) => Ok(()),
        ("missing", "create", Place::Missing) if !is_stale(&place.fingerprint()) => create(config),
        ("location", "move", Place::There) => forget(&config.path),
        ("location", "move", Place::Old(_) | Place::Unfinished(_)) if !is_stale(&place.fingerprint()) => move_here(config),
        ("both", "keep-new", Place::There) => adjust(config),
        ("both", "keep-new", Place::Both(..)) if !is_stale(&place.fingerprint()) => {
            set_aside(config.from.as_deref().unwrap_or(&config.path))?;
            adjust(config)
        }
        ("both", "prefer-old", Place::There) => forget(&config.path).and_then(|()| adjust(config)),
        ("both", "prefer-old", Place::Old(_) | Place::Unfinished(_)) if !first => {
            move_here(config)?;
            adjust(config)
        }
        ("both", "prefer-old", Place::Both(..)) if !is_stale(&place.fingerprint()) => {
            set_aside(&config.path)?;
            move_here(config)?;
            adjust(config)
        }
        ("owner", "re-own", Place::There) => match wrong_owner(config, &config.path, |_| {})? {
            None => Ok(()),
            Some(wrong) if is_stale(&wrong.fingerprint) => stale(),
            Some(_) => re_own(config),
        },
        ("mode", "set-mode", Place::There) => match wrong_mode(config, &config.path)? {
            None => Ok(()),
            Some(wrong) if is_stale(&wrong.fingerprint) => stale(),
            Some(_) => set_mode(config),
        },
        ("missing", "create", _) | ("location", "move", _) | ("both", "keep-new" | "prefer-old", _) => stale(),
        ("owner", "re-own", _) | ("mode", "set-mode", _) => stale(),
        _ => selection.unknown(),
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

fn move_here(config: &Config) -> Outcome<()> {
    match &config.from {
        Some(from) => relocate(from, &config.path),
        None => failed("config", "config from is missing"),
    }
}

fn re_own(config: &Config) -> Outcome<()> {
    give(&config.path, config.uid, config.gid, |count| {
        if count % 20_000 == 0 {
            progress(&format!("{count} files re-owned"), None);
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
fn adjust(config: &Config) -> Outcome<()> {
    if wrong_owner(config, &config.path, |_| {})?.is_some() {
        re_own(config)?;
    }
    if wrong_mode(config, &config.path)?.is_some() {
        set_mode(config)?;
    }
    Ok(())
}
