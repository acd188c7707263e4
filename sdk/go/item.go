package step

import "strings"

// Item is a finding or, from a consumer, a new question. Severity is error, warning or recommendation.
type Item struct {
	Type        string       `json:"type,omitempty"`
	ID          string       `json:"id"`
	Severity    string       `json:"severity"`
	Title       string       `json:"title"`
	Detail      string       `json:"detail,omitempty"`
	Docs        string       `json:"docs,omitempty"`
	Fingerprint string       `json:"fingerprint,omitempty"`
	Resources   []string     `json:"resources,omitempty"`
	After       []string     `json:"after,omitempty"`
	Resolutions []Resolution `json:"resolutions,omitempty"`
}

// Resolution is something that can be done about an item.
type Resolution struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Detail  string `json:"detail,omitempty"`
	Default bool   `json:"default,omitempty"`
	// now or after-boot.
	When string `json:"when,omitempty"`
	// resolved, kept or reverted.
	Ends    string `json:"ends,omitempty"`
	Seconds int    `json:"seconds,omitempty"`
	// Of reboot, destructive, reversible, downtime. Not stated is not no.
	Effects map[string]bool  `json:"effects,omitempty"`
	Inputs  map[string]Input `json:"inputs,omitempty"`
	Items   []Item           `json:"items,omitempty"`
}

// Input is something that whoever chooses has to give. Type is string, boolean or integer; a Secret travels on stdin only.
type Input struct {
	Type     string `json:"type"`
	Title    string `json:"title,omitempty"`
	Secret   bool   `json:"secret,omitempty"`
	Optional bool   `json:"optional,omitempty"`
	Default  any    `json:"default,omitempty"`
	Enum     []any  `json:"enum,omitempty"`
}

// Say reports it. It panics on an ID that is no name: a mistake of the step.
func (i Item) Say() {
	if !IsName(i.ID) || strings.HasPrefix(i.ID, "host.") {
		panic("not a name for an item: " + i.ID)
	}
	i.Type = "item"
	say(i)
}
