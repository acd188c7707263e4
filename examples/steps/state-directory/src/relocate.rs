//! Moves a directory: by rename, or where that cannot be by copy, sync, comparison and removal, in steps that a crash may part.

use crate::config::split;
use crate::copy::{attributes, difference, Copy};
use crate::tree::{at, empty, open, sync_folder_of};
use crate::system::While;
use edgewise_step::{failed, progress, Outcome};
use rustix::fs::{self, Mode, RenameFlags, CWD};
use rustix::io::Errno;
use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A name of this step's own beside a path.
pub fn beside(path: &Path, what: &str) -> PathBuf {
    let (folder, name) = split(path);
    let mut own = std::ffi::OsString::from(".");
    own.push(name);
    own.push(format!(".edgewise-{what}"));
    folder.join(own)
}

/// Gives `old` the name `new` if nothing has it; what was there stays there.
pub fn rename(old: &Path, new: &Path) -> Result<(), Errno> {
    match fs::renameat_with(CWD, old, CWD, new, RenameFlags::NOREPLACE) {
        // Not every file system knows the flag.
        Err(Errno::INVAL | Errno::NOSYS) => match fs::lstat(new) {
            Err(Errno::NOENT) => fs::rename(old, new),
            Err(error) => Err(error),
            Ok(_) => Err(Errno::EXIST),
        },
        other => other,
    }
}

/// Renames a directory to the first free PATH.set-aside, PATH.set-aside.2 and so on.
pub fn set_aside(path: &Path) -> Outcome<PathBuf> {
    for number in 1.. {
        let mut name = path.as_os_str().to_owned();
        name.push(if number == 1 { ".set-aside".to_string() } else { format!(".set-aside.{number}") });
        match rename(path, Path::new(&name)) {
            Ok(()) => {
                sync_folder_of(path)?;
                return Ok(name.into());
            }
            Err(Errno::EXIST | Errno::NOTEMPTY) => continue,
            Err(error) => return Err(error).while_(format!("renaming {}", path.display())),
        }
    }
    unreachable!("numbers do not end")
}

/// The new place is complete and has its name; of the old one something may be left.
pub fn is_unfinished(from: &Path, path: &Path) -> Outcome<bool> {
    let Some(old) = at(from)? else { return Ok(false) };
    let marker = std::fs::read_to_string(beside(path, "moved"));
    Ok(marker.is_ok_and(|inode| inode.trim() == old.st_ino.to_string()))
}

pub fn relocate(from: &Path, path: &Path) -> Outcome<()> {
    if !is_unfinished(from, path)? || at(path)?.is_none() {
        match rename(from, path) {
            Ok(()) => {
                sync_folder_of(from)?;
                return sync_folder_of(path);
            }
            Err(Errno::XDEV) => {}
            Err(error) => return Err(error).while_(format!("moving {} to {}", from.display(), path.display())),
        }
        copy(from, path)?;
    }
    remove(from, path)
}

fn copy(from: &Path, path: &Path) -> Outcome<()> {
    let draft = beside(path, "draft");
    match fs::mkdir(&draft, Mode::RWXU) {
        Ok(()) | Err(Errno::EXIST) => {}
        Err(error) => return Err(error).while_(format!("creating {}", draft.display())),
    }
    let (old, new) = (open(from)?, open(&draft)?);
    let mut count = 0u64;
    let mut seen = |path: &Path| {
        count += 1;
        if count % 500 == 1 {
            progress(&format!("copying {}", path.display()), None);
        }
    };
    Copy { top: &new, linked: HashMap::new(), seen: &mut seen }.contents(&old, &new, from, Path::new(""))?;
    let top = fs::fstat(&old).while_(from.display())?;
    attributes(&old, &new, &top, from)?;
    fs::syncfs(&new).while_(format!("syncing {}", draft.display()))?;
    progress("comparing", None);
    if let Some(path) = difference(&old, &new, from)?.or(difference(&new, &old, &draft)?) {
        return failed("busy", format!("{} changed while it was copied: stop whatever writes there", path.display()));
    }
    // From here on both exist; the marker tells them from two that somebody made.
    let marker = beside(path, "moved");
    let mut file = File::create(&marker).while_(format!("writing {}", marker.display()))?;
    writeln!(file, "{}", top.st_ino).and_then(|()| file.sync_all()).while_(format!("writing {}", marker.display()))?;
    sync_folder_of(path)?;
    rename(&draft, path).while_(format!("naming {}", path.display()))?;
    sync_folder_of(path)
}

fn remove(from: &Path, path: &Path) -> Outcome<()> {
    let (old, new) = (open(from)?, open(path)?);
    if let Some(path) = difference(&old, &new, from)? {
        return failed("busy", format!("{} is not the same in the new place: it is not removed", path.display()));
    }
    empty(&old, from)?;
    fs::rmdir(from).while_(format!("removing {}", from.display()))?;
    sync_folder_of(from)?;
    forget(path)
}

/// The move is over: its marker goes.
pub fn forget(path: &Path) -> Outcome<()> {
    match fs::unlink(beside(path, "moved")) {
        Ok(()) => sync_folder_of(path),
        Err(Errno::NOENT) => Ok(()),
        Err(error) => Err(error).while_(format!("removing {}", beside(path, "moved").display())),
    }
}
