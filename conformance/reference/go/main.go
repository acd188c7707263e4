// Keeps have/ as wanted/ says. Producer and consumer in one program; what it does is written in ../README.md.
package main

import (
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"

	"edgewise.dev/step"
)

func main() { step.Run(read, look, apply) }

type box string

func read(start step.Start) (box, error) {
	path, err := start.Config.Text("box")
	return box(path), err
}

func (b box) wanted(name string) string { return filepath.Join(string(b), "wanted", name) }
func (b box) have(name string) string   { return filepath.Join(string(b), "have", name) }

// content names what a file holds; none where there is no such file.
func content(path string) string {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return "none"
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "unreadable"
	}
	return named(data)
}

func named(data []byte) string { return fmt.Sprintf("%08x.%d", crc32.ChecksumIEEE(data), len(data)) }

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&os.ModeSymlink != 0
}

func look(b box) error {
	if _, err := os.ReadDir(b.have("")); err != nil {
		return step.Fail("unreadable", "the box cannot be listed: %v", err)
	}
	entries, err := os.ReadDir(b.wanted(""))
	if err != nil {
		return step.Fail("unreadable", "the box cannot be listed: %v", err)
	}
	for _, entry := range entries {
		name := entry.Name()
		have, wanted := content(b.have(name)), content(b.wanted(name))
		if !step.IsName(name) || wanted == "none" || have == wanted {
			continue
		}
		step.Item{
			ID: name, Severity: "error", Title: name + " is not as wanted ✗",
			Fingerprint: have + "-" + wanted, Resources: []string{b.have(name)},
			Resolutions: []step.Resolution{
				{ID: "copy", Title: "Copy it", Default: true, Effects: map[string]bool{"reversible": false}},
				{ID: "leave", Title: "Leave it", Ends: "kept"},
			},
		}.Say()
	}
	if !exists(b.have("password")) {
		inputs := map[string]step.Input{
			"value":  {Type: "string", Title: "The password", Secret: true},
			"rounds": {Type: "integer", Title: "Rounds", Default: 1},
		}
		set := step.Resolution{ID: "set", Title: "Set it", Inputs: inputs}
		step.Item{ID: "password", Severity: "error", Title: "There is no password", Resolutions: []step.Resolution{set}}.Say()
	}
	return nil
}

func apply(b box, s step.Selection) error {
	switch {
	case s.Item == "password" && s.Resolution == "set":
		return setPassword(b, s)
	case strings.HasSuffix(s.Item, ".link") && s.Resolution == "replace":
		return replaceLink(b, strings.TrimSuffix(s.Item, ".link"))
	case !step.IsName(s.Item) || !exists(b.wanted(s.Item)):
		return s.Unknown()
	case s.Resolution == "copy":
		return copyFile(b, s)
	case s.Resolution == "leave":
		return nil
	}
	return s.Unknown()
}

func copyFile(b box, s step.Selection) error {
	step.Progress("copying " + s.Item)
	if first, err := os.ReadFile(filepath.Join(string(b), "run", "reboot-first")); err == nil && strings.TrimSpace(string(first)) == s.Item {
		return step.Again{Reboot: true}
	}
	if isLink(b.have(s.Item)) {
		replace := step.Resolution{ID: "replace", Title: "Remove the link", Default: true}
		title := s.Item + " is a symbolic link"
		step.Item{ID: s.Item + ".link", Severity: "warning", Title: title, Resolutions: []step.Resolution{replace}}.Say()
		return step.Again{}
	}
	// Read once: somebody may be writing.
	data, err := os.ReadFile(b.wanted(s.Item))
	if err != nil {
		return notCopied(s.Item, err)
	}
	have, wanted := content(b.have(s.Item)), named(data)
	if have == wanted {
		return nil
	}
	if s.Attempt <= 1 && s.Fingerprint != have+"-"+wanted {
		return step.Fail("stale", "%s is another than it was when this was chosen", s.Item)
	}
	return put(b, s.Item, data, 0o644)
}

func setPassword(b box, s step.Selection) error {
	value, err := s.Input.Text("value")
	if err != nil {
		return err
	}
	rounds, err := s.Input.Integer("rounds")
	if err != nil {
		return err
	}
	if value == "" {
		return step.Fail("input", "input value must not be empty")
	}
	if exists(b.have("password")) {
		return nil
	}
	return put(b, "password", []byte(fmt.Sprintf("rounds=%d %s\n", rounds, value)), 0o600)
}

func replaceLink(b box, name string) error {
	if !isLink(b.have(name)) {
		return nil
	}
	if err := os.Remove(b.have(name)); err != nil {
		return notCopied(name, err)
	}
	return step.Durable(b.have(""))
}

// put writes a file complete or not at all; it is on the disk when this returns.
func put(b box, name string, data []byte, mode os.FileMode) error {
	draft := b.have("." + name + ".new")
	// What a killed attempt left may have another mode.
	_ = os.Remove(draft)
	err := os.WriteFile(draft, data, mode)
	if err == nil {
		err = step.Durable(draft)
	}
	if err == nil {
		err = os.Rename(draft, b.have(name))
	}
	if err == nil {
		err = step.Durable(b.have(""))
	}
	if err != nil {
		_ = os.Remove(draft)
		return notCopied(name, err)
	}
	return nil
}

func notCopied(name string, err error) error {
	return step.Fail("not-copied", "%s could not be written: %v", name, err)
}
