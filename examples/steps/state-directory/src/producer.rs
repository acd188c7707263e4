//! Tells what is not as declared, and changes nothing.

use crate::config::Config;
use crate::look::{look, wrong_mode, wrong_owner, Place};
use crate::wire::{say, Outcome};
use serde_json::{json, Value};

pub fn produce(config: &Config) -> Outcome<()> {
    let place = look(config)?;
    let path = config.path.display().to_string();
    let from = config.from.as_ref().map(|from| from.display().to_string()).unwrap_or_default();
    let fingerprint = place.fingerprint();
    let easy = json!({"reversible": true, "reboot": false, "downtime": false});
    let stopped = json!({"reversible": true, "reboot": false, "downtime": true});
    let item = |id: &str, title: String, detail: String, fingerprint: &str, after: &[&str], resolutions: Value| {
        let mut item = json!({"type": "item", "id": id, "severity": "error", "title": title, "detail": detail,
            "fingerprint": fingerprint, "resources": [path], "resolutions": resolutions});
        if !after.is_empty() {
            item["after"] = json!(after);
        }
        say(item);
    };
    let mut after: &[&str] = &[];
    match place {
        Place::There => {}
        Place::Missing => item(
            "missing",
            format!("{path} does not exist"),
            format!("It is to belong to {} with mode {:04o}.", config.whose(), config.mode),
            &fingerprint,
            &[],
            json!([{"id": "create", "title": "Create it", "default": true, "effects": easy}]),
        ),
        Place::Old(_) | Place::Unfinished(_) => {
            after = &["location"];
            item(
                "location",
                match place {
                    Place::Old(_) => format!("The state is still in {from}"),
                    _ => format!("The move from {from} is not finished"),
                },
                "Renamed where that can be; else copied, synced, compared, and only then removed there.".to_string(),
                &fingerprint,
                &[],
                json!([{"id": "move", "title": format!("Move it to {path}"), "default": true, "effects": stopped}]),
            )
        }
        Place::Both(..) => item(
            "both",
            format!("Both {path} and {from} exist"),
            "Nothing is deleted: the one that is not used gets a name that ends in .set-aside.".to_string(),
            &fingerprint,
            &[],
            json!([
                {"id": "keep-new", "title": format!("Use what is in {path}, and set the old one aside"), "effects": easy},
                {"id": "prefer-old", "title": format!("Set what is in {path} aside, and move the old one there"), "effects": stopped},
            ]),
        ),
    }
    let Some(now) = place.now(config) else { return say_done() };
    // Which of two it will be is not known yet; owner and mode are asked about when it is.
    if matches!(place, Place::Both(..)) {
        return say_done();
    }
    let seen = |count| {
        if count % 20_000 == 0 {
            say(json!({"type": "progress", "message": format!("{count} files looked at")}));
        }
    };
    if let Some(wrong) = wrong_owner(config, now, seen)? {
        item(
            "owner",
            format!("Not all of the state belongs to {}", config.whose()),
            wrong.detail,
            &wrong.fingerprint,
            after,
            json!([{"id": "re-own", "title": format!("Give it all to {}", config.whose()), "default": true,
                "detail": "Links are not followed, other file systems not entered. Who owned what is not kept.",
                "effects": {"reversible": false, "reboot": false, "downtime": false}}]),
        );
    }
    if let Some(wrong) = wrong_mode(config, now)? {
        item(
            "mode",
            "The directory's mode is not as declared".to_string(),
            wrong.detail,
            &wrong.fingerprint,
            after,
            json!([{"id": "set-mode", "title": format!("Set it to {:04o}", config.mode), "default": true, "effects": easy}]),
        );
    }
    say_done()
}

fn say_done() -> Outcome<()> {
    say(json!({"type": "done", "outcome": "ok"}));
    Ok(())
}
