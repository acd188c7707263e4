//! What is where: the one answer that the producer tells and the consumer checks before it acts.

use crate::config::Config;
use crate::relocate::is_unfinished;
use crate::tree::{at, foreign, is_folder};
use edgewise_step::{failed, Outcome};
use std::path::{Path, PathBuf};

#[derive(PartialEq)]
pub enum Place {
    Missing,
    /// At its path, and nowhere else.
    There,
    /// Only at the old path; the inode.
    Old(u64),
    /// Complete at its path, and partly still at the old one.
    Unfinished(u64),
    /// Two that have nothing to do with each other.
    Both(u64, u64),
}

pub fn look(config: &Config) -> Outcome<Place> {
    let new = at(&config.path)?;
    if let Some(stat) = &new {
        if !is_folder(stat) {
            return failed("not-a-folder", format!("{} is not a folder, nor may it be a link: move it away", config.path.display()));
        }
    }
    let Some(from) = &config.from else {
        return Ok(if new.is_some() { Place::There } else { Place::Missing });
    };
    let old = match at(from)? {
        // Left behind so that the old name still works: nothing to move.
        Some(stat) if !is_folder(&stat) && leads_to(from, &config.path) => None,
        Some(stat) if !is_folder(&stat) => {
            return failed("not-a-folder", format!("{} is not a folder: it cannot be moved", from.display()));
        }
        other => other,
    };
    Ok(match (new, old) {
        (None, None) => Place::Missing,
        (Some(_), None) => Place::There,
        (None, Some(old)) => Place::Old(old.st_ino),
        (Some(_), Some(old)) if is_unfinished(from, &config.path)? => Place::Unfinished(old.st_ino),
        (Some(new), Some(old)) => Place::Both(new.st_ino, old.st_ino),
    })
}

fn leads_to(link: &Path, path: &Path) -> bool {
    std::fs::read_link(link).is_ok_and(|target| target == path)
}

impl Place {
    /// Where the state is to be found now.
    pub fn now<'a>(&self, config: &'a Config) -> Option<&'a Path> {
        match self {
            Place::Missing => None,
            Place::There | Place::Unfinished(_) | Place::Both(..) => Some(&config.path),
            Place::Old(_) => config.from.as_deref(),
        }
    }

    pub fn fingerprint(&self) -> String {
        match self {
            Place::Missing => "missing".to_string(),
            Place::There => "there".to_string(),
            Place::Old(old) => format!("old.{old}"),
            Place::Unfinished(old) => format!("unfinished.{old}"),
            Place::Both(new, old) => format!("both.{new}.{old}"),
        }
    }
}

pub struct Wrong {
    pub fingerprint: String,
    pub detail: String,
}

/// Somebody else's, the directory itself or something in it.
pub fn wrong_owner(config: &Config, path: &Path, seen: impl FnMut(u64)) -> Outcome<Option<Wrong>> {
    let Some(first) = foreign(path, config.uid, config.gid, seen)? else { return Ok(None) };
    let at = |path: &PathBuf| Ok(at(path)?.map_or("gone".into(), |stat| format!("{}:{}", stat.st_uid, stat.st_gid)));
    let (top, whose) = (at(&path.to_path_buf())?, at(&first)?);
    Ok(Some(Wrong {
        fingerprint: format!("owner.{}", top.replace(':', ".")),
        detail: format!("{} belongs to {whose}, for one.", first.display()),
    }))
}

pub fn wrong_mode(config: &Config, path: &Path) -> Outcome<Option<Wrong>> {
    let Some(stat) = at(path)? else { return Ok(None) };
    let mode = stat.st_mode & 0o7777;
    Ok((mode != config.mode).then(|| Wrong {
        fingerprint: format!("mode.{mode:04o}"),
        detail: format!("It is {mode:04o}, and is to be {:04o}.", config.mode),
    }))
}
