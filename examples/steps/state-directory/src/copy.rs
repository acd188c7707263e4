//! Copies a tree to another file system, and compares two trees.

use crate::tree::{is_folder, join, kind, names, open_in, stat_in};
use crate::system::While;
use edgewise_step::{failed, Outcome};
use rustix::fd::{AsFd, OwnedFd};
use rustix::fs::{self, AtFlags, FileType, Mode, OFlags, Stat, Timespec, Timestamps, XattrFlags};
use rustix::io::Errno;
use std::collections::HashMap;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

const READ: OFlags = OFlags::RDONLY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC).union(OFlags::NONBLOCK);

pub struct Copy<'a> {
    /// The new tree's top, for the second names of one file.
    pub top: &'a OwnedFd,
    /// Where the first copy of a file with several names is, below the top.
    pub linked: HashMap<u64, PathBuf>,
    pub seen: &'a mut dyn FnMut(&Path),
}

impl Copy<'_> {
    /// What is in `old` is in `new` afterwards; what an earlier attempt copied is kept if it is the same.
    pub fn contents(&mut self, old: &OwnedFd, new: &OwnedFd, path: &Path, below: &Path) -> Outcome<()> {
        for name in names(old, path)? {
            let path = join(path, &name);
            let below = join(below, &name);
            let stat = stat_in(old, &name, &path)?;
            (self.seen)(&path);
            if is_folder(&stat) {
                match fs::mkdirat(new, &name, Mode::RWXU) {
                    Ok(()) | Err(Errno::EXIST) => {}
                    Err(error) => return Err(error).while_(format!("copying {}", path.display())),
                }
                let (from, to) = (open_in(old, &name, &path)?, open_in(new, &name, &path)?);
                if fs::fstat(&from).while_(path.display())?.st_dev != fs::fstat(old).while_(path.display())?.st_dev {
                    return failed("mount", format!("{} is a mount: it cannot be moved with the rest", path.display()));
                }
                self.contents(&from, &to, &path, &below)?;
                attributes(&from, &to, &stat, &path)?;
            } else if kind(&stat) != FileType::Socket {
                // A socket is made anew by whoever listens on it.
                self.entry(old, new, &name, &stat, &path, &below)?;
            }
        }
        Ok(())
    }

    fn entry(&mut self, old: &OwnedFd, new: &OwnedFd, name: &CStr, stat: &Stat, path: &Path, below: &Path) -> Outcome<()> {
        let doing = || format!("copying {}", path.display());
        if same(old, name, new, name, path)? {
            self.linked.entry(stat.st_ino).or_insert_with(|| below.to_path_buf());
            return Ok(());
        }
        match fs::unlinkat(new, name, AtFlags::empty()) {
            Ok(()) | Err(Errno::NOENT) => {}
            Err(error) => return Err(error).while_(doing()),
        }
        if let Some(first) = self.linked.get(&stat.st_ino).filter(|_| stat.st_nlink > 1) {
            let first = CString::new(first.as_os_str().as_bytes()).expect("a path has no NUL");
            return fs::linkat(self.top, &first, new, name, AtFlags::empty()).while_(doing());
        }
        match kind(stat) {
            FileType::RegularFile => {
                let from = fs::openat(old, name, READ, Mode::empty()).while_(doing())?;
                let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
                let to = fs::openat(new, name, flags, Mode::RUSR | Mode::WUSR).while_(doing())?;
                let (mut from, mut to) = (File::from(from), File::from(to));
                io::copy(&mut from, &mut to).while_(doing())?;
                attributes(&from, &to, stat, path)?;
                to.sync_all().while_(doing())?;
            }
            FileType::Symlink => {
                let target = fs::readlinkat(old, name, Vec::new()).while_(doing())?;
                fs::symlinkat(&target, new, name).while_(doing())?;
                let (uid, gid) = owner(stat);
                fs::chownat(new, name, uid, gid, AtFlags::SYMLINK_NOFOLLOW).while_(doing())?;
                fs::utimensat(new, name, &times(stat), AtFlags::SYMLINK_NOFOLLOW).while_(doing())?;
            }
            other => {
                let mode = Mode::from_raw_mode(stat.st_mode);
                fs::mknodat(new, name, other, mode, stat.st_rdev).while_(doing())?;
                let (uid, gid) = owner(stat);
                fs::chownat(new, name, uid, gid, AtFlags::SYMLINK_NOFOLLOW).while_(doing())?;
                fs::chmodat(new, name, mode, AtFlags::empty()).while_(doing())?;
                fs::utimensat(new, name, &times(stat), AtFlags::SYMLINK_NOFOLLOW).while_(doing())?;
            }
        }
        self.linked.insert(stat.st_ino, below.to_path_buf());
        Ok(())
    }
}

fn owner(stat: &Stat) -> (Option<fs::Uid>, Option<fs::Gid>) {
    (Some(fs::Uid::from_raw(stat.st_uid)), Some(fs::Gid::from_raw(stat.st_gid)))
}

fn times(stat: &Stat) -> Timestamps {
    let at = |seconds, nanos| Timespec { tv_sec: seconds as _, tv_nsec: nanos as _ };
    Timestamps {
        last_access: at(stat.st_atime as i64, stat.st_atime_nsec as i64),
        last_modification: at(stat.st_mtime as i64, stat.st_mtime_nsec as i64),
    }
}

/// Owner first: it clears set-user-id bits, which the mode then sets again. Times last.
pub fn attributes(from: impl AsFd, to: impl AsFd, stat: &Stat, path: &Path) -> Outcome<()> {
    let doing = || format!("copying the attributes of {}", path.display());
    let (uid, gid) = owner(stat);
    fs::fchown(&to, uid, gid).while_(doing())?;
    fs::fchmod(&to, Mode::from_raw_mode(stat.st_mode)).while_(doing())?;
    let mut list = vec![0; 65536];
    let length = match fs::flistxattr(&from, &mut list) {
        Ok(length) => length,
        Err(Errno::OPNOTSUPP) => 0,
        Err(error) => return Err(error).while_(doing()),
    };
    for name in list[..length].split_inclusive(|byte| *byte == 0).filter_map(|name| CStr::from_bytes_with_nul(name).ok()) {
        let mut value = vec![0; 65536];
        let length = fs::fgetxattr(&from, name, &mut value).while_(doing())?;
        match fs::fsetxattr(&to, name, &value[..length], XattrFlags::empty()) {
            Ok(()) => {}
            // A label of the old place need not fit the new one; users' attributes and access lists must.
            Err(Errno::OPNOTSUPP | Errno::PERM) if name.to_bytes().starts_with(b"security.") => {}
            Err(error) => return Err(error).while_(doing()),
        }
    }
    fs::futimens(&to, &times(stat)).while_(doing())
}

/// The same type, owner, mode, time and content? Not of folders.
fn same(a: &OwnedFd, a_name: &CStr, b: &OwnedFd, b_name: &CStr, path: &Path) -> Outcome<bool> {
    let one = stat_in(a, a_name, path)?;
    let other = match fs::statat(b, b_name, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(stat) => stat,
        Err(Errno::NOENT) => return Ok(false),
        Err(error) => return Err(error).while_(format!("looking at the copy of {}", path.display())),
    };
    // Times are set last, so a copy that has them is complete. Whole seconds: not every file system keeps more.
    let like = |stat: &Stat| (stat.st_mode, stat.st_uid, stat.st_gid, stat.st_rdev, stat.st_mtime);
    if like(&one) != like(&other) {
        return Ok(false);
    }
    let doing = || format!("comparing {}", path.display());
    match kind(&one) {
        FileType::RegularFile => {
            if one.st_size != other.st_size {
                return Ok(false);
            }
            let mut one = File::from(fs::openat(a, a_name, READ, Mode::empty()).while_(doing())?);
            let mut other = File::from(fs::openat(b, b_name, READ, Mode::empty()).while_(doing())?);
            let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
            loop {
                let count = one.read(&mut left).while_(doing())?;
                if count == 0 {
                    return Ok(other.read(&mut right).while_(doing())? == 0);
                }
                if other.read_exact(&mut right[..count]).is_err() || left[..count] != right[..count] {
                    return Ok(false);
                }
            }
        }
        FileType::Symlink => {
            let one = fs::readlinkat(a, a_name, Vec::new()).while_(doing())?;
            Ok(one == fs::readlinkat(b, b_name, Vec::new()).while_(doing())?)
        }
        _ => Ok(true),
    }
}

/// The first thing in `old` that is not the same in `new`.
pub fn difference(old: &OwnedFd, new: &OwnedFd, path: &Path) -> Outcome<Option<PathBuf>> {
    for name in names(old, path)? {
        let path = join(path, &name);
        let stat = stat_in(old, &name, &path)?;
        if is_folder(&stat) {
            match fs::statat(new, &name, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(other) if is_folder(&other) => {}
                _ => return Ok(Some(path)),
            }
            let below = difference(&open_in(old, &name, &path)?, &open_in(new, &name, &path)?, &path)?;
            if below.is_some() {
                return Ok(below);
            }
        } else if kind(&stat) != FileType::Socket && !same(old, &name, new, &name, &path)? {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
