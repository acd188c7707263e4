//! Walks a tree by descriptors: whoever owns part of it cannot lead the walk elsewhere by swapping in a link.

use crate::config::split;
use crate::system::While;
use edgewise_step::{failed, Outcome};
use rustix::fd::{AsFd, OwnedFd};
use rustix::fs::{self, AtFlags, Dir, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::collections::HashMap;
use std::ffi::{CStr, CString, OsStr};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

pub const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

pub fn kind(stat: &Stat) -> FileType {
    FileType::from_raw_mode(stat.st_mode)
}

pub fn is_folder(stat: &Stat) -> bool {
    kind(stat) == FileType::Directory
}

/// What is at a path, the last part not followed; None where nothing is.
pub fn at(path: &Path) -> Outcome<Option<Stat>> {
    match fs::lstat(path) {
        Ok(stat) => Ok(Some(stat)),
        Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
        Err(error) => Err(error).while_(format!("looking at {}", path.display())),
    }
}

pub fn open(path: &Path) -> Outcome<OwnedFd> {
    fs::open(path, FOLDER, Mode::empty()).while_(format!("opening {}", path.display()))
}

pub fn open_in(folder: impl AsFd, name: &CStr, path: &Path) -> Outcome<OwnedFd> {
    fs::openat(folder, name, FOLDER, Mode::empty()).while_(format!("opening {}", path.display()))
}

pub fn names(folder: impl AsFd, path: &Path) -> Outcome<Vec<CString>> {
    let mut names = Vec::new();
    for entry in Dir::read_from(folder).while_(format!("reading {}", path.display()))? {
        let entry = entry.while_(format!("reading {}", path.display()))?;
        if !matches!(entry.file_name().to_bytes(), b"." | b"..") {
            names.push(entry.file_name().to_owned());
        }
    }
    names.sort();
    Ok(names)
}

pub fn stat_in(folder: impl AsFd, name: &CStr, path: &Path) -> Outcome<Stat> {
    fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).while_(format!("looking at {}", path.display()))
}

pub fn join(path: &Path, name: &CStr) -> PathBuf {
    path.join(OsStr::from_bytes(name.to_bytes()))
}

pub fn sync_folder_of(path: &Path) -> Outcome<()> {
    let (folder, _) = split(path);
    // Opened by its own path, which may well lead through links of the administrator's.
    let descriptor = fs::open(folder, OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty());
    descriptor.and_then(fs::fsync).while_(format!("syncing {}", folder.display()))
}

type Visit<'a> = &'a mut dyn FnMut(&OwnedFd, &CStr, &Stat, &Path) -> Outcome<()>;

/// Everything below an open folder, contents before the folder that holds them; mounts of other file systems are left alone.
pub fn walk(folder: &OwnedFd, path: &Path, visit: Visit) -> Outcome<()> {
    let device = fs::fstat(folder).while_(path.display())?.st_dev;
    for name in names(folder, path)? {
        let path = join(path, &name);
        let stat = stat_in(folder, &name, &path)?;
        if stat.st_dev != device {
            continue;
        }
        if is_folder(&stat) {
            walk(&open_in(folder, &name, &path)?, &path, visit)?;
        }
        visit(folder, &name, &stat, &path)?;
    }
    Ok(())
}

/// Is the folder, or anything in it, somebody else's?
pub fn foreign(path: &Path, uid: u32, gid: u32, mut seen: impl FnMut(u64)) -> Outcome<Option<PathBuf>> {
    let folder = open(path)?;
    let top = fs::fstat(&folder).while_(path.display())?;
    if (top.st_uid, top.st_gid) != (uid, gid) {
        return Ok(Some(path.to_path_buf()));
    }
    let (mut first, mut count) = (None, 0);
    walk(&folder, path, &mut |_, _, stat, path| {
        count += 1;
        seen(count);
        if first.is_none() && (stat.st_uid, stat.st_gid) != (uid, gid) {
            first = Some(path.to_path_buf());
        }
        Ok(())
    })?;
    Ok(first)
}

/// Gives the folder and all in it to one owner. A file that has a name outside as well is refused: it may be somebody else's.
pub fn give(path: &Path, uid: u32, gid: u32, mut seen: impl FnMut(u64)) -> Outcome<()> {
    let folder = open(path)?;
    let mut links: HashMap<u64, (u64, PathBuf)> = HashMap::new();
    walk(&folder, path, &mut |_, _, stat, path| {
        if !is_folder(stat) && stat.st_nlink > 1 {
            let (missing, _) = links.entry(stat.st_ino).or_insert((stat.st_nlink as u64, path.to_path_buf()));
            *missing -= 1;
        }
        Ok(())
    })?;
    if let Some((_, path)) = links.into_values().find(|(missing, _)| *missing > 0) {
        return failed("hard-link", format!("{} has another name outside: it is not given away", path.display()));
    }
    let (owner, group) = (Some(fs::Uid::from_raw(uid)), Some(fs::Gid::from_raw(gid)));
    let mut count = 0;
    walk(&folder, path, &mut |folder, name, stat, path| {
        count += 1;
        seen(count);
        if (stat.st_uid, stat.st_gid) == (uid, gid) {
            return Ok(());
        }
        fs::chownat(folder, name, owner, group, AtFlags::SYMLINK_NOFOLLOW).while_(format!("re-owning {}", path.display()))
    })?;
    fs::fchown(&folder, owner, group).while_(format!("re-owning {}", path.display()))?;
    fs::syncfs(&folder).while_(format!("syncing {}", path.display()))
}

/// Removes what is below an open folder.
pub fn empty(folder: &OwnedFd, path: &Path) -> Outcome<()> {
    walk(folder, path, &mut |folder, name, stat, path| {
        let flags = if is_folder(stat) { AtFlags::REMOVEDIR } else { AtFlags::empty() };
        fs::unlinkat(folder, name, flags).while_(format!("removing {}", path.display()))
    })
}
