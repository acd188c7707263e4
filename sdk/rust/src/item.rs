//! What a step finds, and what can be done about it. Keys that are not here can be set on the JSON inside.

use crate::json::Json;
use crate::wire;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $($(#[$doc])* pub fn $name(mut self, text: impl Into<String>) -> Self {
            self.0.set(stringify!($name), text.into());
            self
        })*
    };
}

pub struct Item(pub Json);

impl Item {
    pub fn error(id: &str, title: impl Into<String>) -> Item {
        Item::new("error", id, title)
    }
    pub fn warning(id: &str, title: impl Into<String>) -> Item {
        Item::new("warning", id, title)
    }
    pub fn recommendation(id: &str, title: impl Into<String>) -> Item {
        Item::new("recommendation", id, title)
    }

    /// Panics on an id that is no name: a mistake of the step.
    fn new(severity: &str, id: &str, title: impl Into<String>) -> Item {
        assert!(wire::is_name(id) && !id.starts_with("host."), "not a name for an item: {id:?}");
        let mut item = wire::message("item");
        item.set("id", id);
        item.set("severity", severity);
        item.set("title", title.into());
        Item(item)
    }

    texts! { detail docs fingerprint }

    pub fn resource(mut self, name: impl Into<String>) -> Item {
        self.0.push("resources", name.into());
        self
    }
    pub fn after(mut self, address: &str) -> Item {
        self.0.push("after", address);
        self
    }
    pub fn resolution(mut self, resolution: Resolution) -> Item {
        self.0.push("resolutions", resolution.0);
        self
    }

    /// Reports it: a finding or, from a consumer, a new question.
    pub fn say(self) {
        wire::say(&self.0);
    }
}

pub struct Resolution(pub Json);

impl Resolution {
    pub fn new(id: &str, title: impl Into<String>) -> Resolution {
        assert!(wire::is_name(id), "not a name for a resolution: {id:?}");
        Resolution(Json::Object(vec![("id".into(), id.into()), ("title".into(), Json::Text(title.into()))]))
    }

    texts! {
        detail
        /// "now" or "after-boot".
        when
        /// "resolved", "kept" or "reverted".
        ends
    }

    /// What is taken by policy, where one is asked for.
    pub fn default(mut self) -> Resolution {
        self.0.set("default", true);
        self
    }
    pub fn seconds(mut self, about: i64) -> Resolution {
        self.0.set("seconds", about);
        self
    }
    /// One of reboot, destructive, reversible, downtime. Not stated is not no.
    pub fn effect(mut self, name: &str, value: bool) -> Resolution {
        self.within("effects", name, value.into());
        self
    }
    pub fn input(mut self, name: &str, input: Input) -> Resolution {
        self.within("inputs", name, input.0);
        self
    }

    fn within(&mut self, group: &str, key: &str, value: Json) {
        let mut object = self.0.get(group).cloned().unwrap_or(Json::Object(vec![]));
        object.set(key, value);
        self.0.set(group, object);
    }
}

pub struct Input(pub Json);

impl Input {
    pub fn text(title: &str) -> Input {
        Input::new("string", title)
    }
    /// A text that travels on stdin only.
    pub fn secret(title: &str) -> Input {
        let mut input = Input::new("string", title);
        input.0.set("secret", true);
        input
    }
    pub fn integer(title: &str) -> Input {
        Input::new("integer", title)
    }
    pub fn boolean(title: &str) -> Input {
        Input::new("boolean", title)
    }
    pub fn optional(mut self) -> Input {
        self.0.set("optional", true);
        self
    }
    pub fn default(mut self, value: impl Into<Json>) -> Input {
        self.0.set("default", value);
        self
    }
    /// One of the values that can be chosen.
    pub fn choice(mut self, value: impl Into<Json>) -> Input {
        self.0.push("enum", value);
        self
    }

    fn new(kind: &str, title: &str) -> Input {
        Input(Json::Object(vec![("type".into(), kind.into()), ("title".into(), title.into())]))
    }
}
