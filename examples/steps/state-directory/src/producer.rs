//! Tells what is not as declared, and changes nothing.

use crate::config::Config;
use crate::look::{look, wrong_mode, wrong_owner, Place};
use edgewise_step::{progress, Item, Outcome, Resolution};

pub fn produce(config: &Config) -> Outcome<()> {
    let place = look(config)?;
    say_place(config, &place);
    // Which of two it will be is not known yet; owner and mode are asked about when it is.
    let now = match (&place, place.now(config)) {
        (Place::Both(..), _) | (_, None) => return Ok(()),
        (_, Some(now)) => now,
    };
    let moved_first = matches!(place, Place::Old(_) | Place::Unfinished(_));
    let say = |item: Item| if moved_first { item.after("location").say() } else { item.say() };
    let seen = |count| {
        if count % 20_000 == 0 {
            progress(&format!("{count} files looked at"), None);
        }
    };
    if let Some(wrong) = wrong_owner(config, now, seen)? {
        let resolution = resolution("re-own", format!("Give it all to {}", config.whose()), false, false)
            .detail("Links are not followed, other file systems not entered. Who owned what is not kept.");
        let title = format!("Not all of the state belongs to {}", config.whose());
        say(item(config, "owner", title, wrong.detail, wrong.fingerprint).resolution(resolution.default()));
    }
    if let Some(wrong) = wrong_mode(config, now)? {
        let resolution = resolution("set-mode", format!("Set it to {:04o}", config.mode), true, false);
        let title = "The directory's mode is not as declared".to_string();
        say(item(config, "mode", title, wrong.detail, wrong.fingerprint).resolution(resolution.default()));
    }
    Ok(())
}

fn say_place(config: &Config, place: &Place) {
    let path = config.path.display();
    let from = config.from.as_ref().map(|from| from.display().to_string()).unwrap_or_default();
    let found = match place {
        Place::There => return,
        Place::Missing => {
            let detail = format!("It is to belong to {} with mode {:04o}.", config.whose(), config.mode);
            item(config, "missing", format!("{path} does not exist"), detail, place.fingerprint())
                .resolution(resolution("create", "Create it".into(), true, false).default())
        }
        Place::Old(_) | Place::Unfinished(_) => {
            let title = match place {
                Place::Old(_) => format!("The state is still in {from}"),
                _ => format!("The move from {from} is not finished"),
            };
            let detail = "Renamed where that can be; else copied, synced, compared, and only then removed there.";
            item(config, "location", title, detail.into(), place.fingerprint())
                .resolution(resolution("move", format!("Move it to {path}"), true, true).default())
        }
        Place::Both(..) => {
            let detail = "Nothing is deleted: the one that is not used gets a name that ends in .set-aside.";
            let keep = format!("Use what is in {path}, and set the old one aside");
            let prefer = format!("Set what is in {path} aside, and move the old one there");
            item(config, "both", format!("Both {path} and {from} exist"), detail.into(), place.fingerprint())
                .resolution(resolution("keep-new", keep, true, false))
                .resolution(resolution("prefer-old", prefer, true, true))
        }
    };
    found.say();
}

fn item(config: &Config, id: &str, title: String, detail: String, fingerprint: String) -> Item {
    Item::error(id, title).detail(detail).fingerprint(fingerprint).resource(config.path.display().to_string())
}

fn resolution(id: &str, title: String, reversible: bool, downtime: bool) -> Resolution {
    Resolution::new(id, title).effect("reversible", reversible).effect("reboot", false).effect("downtime", downtime)
}
