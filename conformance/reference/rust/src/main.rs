//! Keeps have/ as wanted/ says. Producer and consumer in one program; what it does is written in ../README.md.

use edgewise_step::{digest, durable, failed, is_name, progress, run, Input, Item, Outcome, Resolution, Selection, Start, Stop};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    run(Place::read, look, apply)
}

struct Place(PathBuf);

impl Place {
    fn read(start: &Start) -> Outcome<Place> {
        start.config.text("box").map(|path| Place(path.into()))
    }
    fn wanted(&self, name: &str) -> PathBuf {
        self.0.join("wanted").join(name)
    }
    fn have(&self, name: &str) -> PathBuf {
        self.0.join("have").join(name)
    }
}

/// Names what a file holds; none where there is no such file.
fn content(path: &PathBuf) -> String {
    if !path.is_file() {
        return "none".into();
    }
    fs::read(path).map_or("unreadable".into(), |data| digest(&data))
}

fn look(place: &Place) -> Outcome<()> {
    let listed = names(&place.have("")).and_then(|_| names(&place.wanted("")));
    let names = listed.or_else(|why| failed("unreadable", format!("the box cannot be listed: {why}")))?;
    for name in names.iter().filter(|name| is_name(name) && place.wanted(name).is_file()) {
        let (have, wanted) = (content(&place.have(name)), content(&place.wanted(name)));
        if have != wanted {
            Item::error(name, format!("{name} is not as wanted ✗"))
                .fingerprint(format!("{have}-{wanted}"))
                .resource(place.have(name).display().to_string())
                .resolution(Resolution::new("copy", "Copy it").default().effect("reversible", false))
                .resolution(Resolution::new("leave", "Leave it").ends("kept"))
                .say();
        }
    }
    if !place.have("password").exists() {
        let set = Resolution::new("set", "Set it")
            .input("value", Input::secret("The password"))
            .input("rounds", Input::integer("Rounds").default(1));
        Item::error("password", "There is no password").resolution(set).say();
    }
    Ok(())
}

fn names(folder: &PathBuf) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string().ok());
    }
    names.sort();
    Ok(names)
}

fn apply(place: &Place, selection: &Selection) -> Outcome<()> {
    match (selection.item.as_str(), selection.resolution.as_str()) {
        ("password", "set") => set_password(place, selection),
        (item, "replace") if item.ends_with(".link") => replace_link(place, item.trim_end_matches(".link")),
        (item, _) if !is_name(item) || !place.wanted(item).exists() => selection.unknown(),
        (_, "copy") => copy(place, selection),
        (_, "leave") => Ok(()),
        _ => selection.unknown(),
    }
}

fn copy(place: &Place, selection: &Selection) -> Outcome<()> {
    let name = &selection.item;
    progress(&format!("copying {name}"), None);
    if fs::read_to_string(place.0.join("run/reboot-first")).map_or(false, |first| first.trim() == name) {
        return Err(Stop::Again { reboot: true });
    }
    if place.have(name).is_symlink() {
        Item::warning(&format!("{name}.link"), format!("{name} is a symbolic link"))
            .resolution(Resolution::new("replace", "Remove the link").default())
            .say();
        return Err(Stop::Again { reboot: false });
    }
    // Read once: somebody may be writing.
    let data = fs::read(place.wanted(name)).or_else(|why| not_copied(name, &why))?;
    let (have, wanted) = (content(&place.have(name)), digest(&data));
    if have == wanted {
        return Ok(());
    }
    if selection.attempt <= 1 && selection.fingerprint != Some(format!("{have}-{wanted}")) {
        return failed("stale", format!("{name} is another than it was when this was chosen"));
    }
    put(place, name, &data, 0o644)
}

fn set_password(place: &Place, selection: &Selection) -> Outcome<()> {
    let (value, rounds) = (selection.input.text("value")?, selection.input.integer("rounds")?);
    if value.is_empty() {
        return failed("input", "input value must not be empty");
    }
    if place.have("password").exists() {
        return Ok(());
    }
    put(place, "password", format!("rounds={rounds} {value}\n").as_bytes(), 0o600)
}

fn replace_link(place: &Place, name: &str) -> Outcome<()> {
    if !place.have(name).is_symlink() {
        return Ok(());
    }
    fs::remove_file(place.have(name)).and_then(|()| durable(place.have(""))).or_else(|why| not_copied(name, &why))
}

/// Complete or not at all, and on the disk when it returns.
fn put(place: &Place, name: &str, data: &[u8], mode: u32) -> Outcome<()> {
    let draft = place.have(&format!(".{name}.new"));
    let write = || {
        // What a killed attempt left may have another mode.
        let _ = fs::remove_file(&draft);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&draft)?;
        file.write_all(data)?;
        file.sync_all()?;
        fs::rename(&draft, place.have(name))?;
        durable(place.have(""))
    };
    write().or_else(|why| {
        let _ = fs::remove_file(&draft);
        not_copied(name, &why)
    })
}

fn not_copied<T>(name: &str, why: &io::Error) -> Outcome<T> {
    failed("not-copied", format!("{name} could not be written: {why}"))
}
