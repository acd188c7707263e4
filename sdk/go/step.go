// Package step is the Edgewise step protocol for Go 1.18 and newer, on Linux: the standard library only.
//
// Importing it moves stdin and stdout to descriptors of their own: stray prints land on stderr, and a program that a step
// starts can neither spoil a message nor eat one. Run reads `start`, refuses other protocol versions, skips what it does not
// know, takes whole lines (LF alone ends one), shows each selection as progress before it is applied, says its result
// afterwards, stops at the first failure, finishes what is in hand on SIGTERM, and says `done` with the exit status that goes with
// it. Every line is written at once. It keeps no secret from being said on purpose; of a panic while inputs are in hand it tells
// only the place.
package step

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// Failed ends the selection in hand, and the program: a code (a name) and a sentence for people.
type Failed struct{ Code, Message string }

func (f *Failed) Error() string { return f.Message }

// Fail makes a *Failed.
func Fail(code, format string, values ...any) error {
	return &Failed{code, fmt.Sprintf(format, values...)}
}

// Again ends the program on purpose: to be run again, when new items are answered or, with Reboot, after the reboot.
type Again struct{ Reboot bool }

func (Again) Error() string { return "again" }

// Start is what the host says at first. Message is all of it.
type Start struct {
	Role    string
	Config  Fields
	Message map[string]any
}

// Selection is one selected resolution. Attempt counts from 1; above 1, a fingerprint that differs may be your own half-done work.
type Selection struct {
	Item, Resolution, Fingerprint string
	Attempt                       int64
	Input                         Fields
}

// Unknown is what to return where the step has no such item or resolution.
func (s Selection) Unknown() error {
	return Fail("input", "this step has no resolution %s for %s", s.Resolution, s.Item)
}

// Fields are a config, or the inputs of a selection. What is missing or of another type fails with the code `config` or `input`.
type Fields struct {
	Values map[string]any
	code   string
}

func (f Fields) Text(name string) (string, error)   { return take(f, name, "a text", text) }
func (f Fields) Integer(name string) (int64, error) { return take(f, name, "a whole number", integer) }
func (f Fields) Boolean(name string) (bool, error)  { return take(f, name, "true or false", boolean) }

// Has says whether it was given, for what is optional.
func (f Fields) Has(name string) bool {
	_, given := f.Values[name]
	return given
}

func take[T any](f Fields, name, kind string, as func(any) (T, bool)) (T, error) {
	var none T
	value, given := f.Values[name]
	if !given {
		return none, Fail(f.code, "%s %s is missing", f.code, name)
	}
	if got, ok := as(value); ok {
		return got, nil
	}
	return none, Fail(f.code, "%s %s has to be %s", f.code, name, kind)
}

var (
	inHand       string
	inputsInHand bool
	rebootWanted bool
	stopping     = make(chan struct{})
	errStopped   = errors.New("stopped")
)

// NeedsReboot says that what was applied takes full effect only after a reboot: the host does it, once for all.
func NeedsReboot() { rebootWanted = true }

// Stopping is closed when the host wants an end: for long work that can end early, with Again or a failure.
func Stopping() <-chan struct{} { return stopping }

func catchSIGTERM() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	go func() {
		<-signals
		close(stopping)
	}()
}

// Durable returns when these files and folders are on the disk.
func Durable(paths ...string) error {
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		err = file.Sync()
		if closed := file.Close(); err == nil {
			err = closed
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Run serves one run and exits. read turns the start into what both others take, or fails with the code `config`. look calls
// Item.Say for what it finds. apply returns nil when a selection is durable, or is in place already; errors other than
// *Failed and Again have no code.
func Run[C any](read func(Start) (C, error), look func(C) error, apply func(C, Selection) error) {
	done := map[string]any{"type": "done", "outcome": "ok"}
	status := 0
	err := serve(read, look, apply)
	var failed *Failed
	var again Again
	switch {
	case err == nil:
	case errors.Is(err, errStopped):
		done["outcome"], done["code"] = "again", "cancelled"
	case errors.As(err, &again):
		done["outcome"] = "again"
		rebootWanted = rebootWanted || again.Reboot
	default:
		done["outcome"], done["message"], status = "failed", err.Error(), 1
		if errors.As(err, &failed) {
			done["code"] = failed.Code
			if failed.Code == "protocol" {
				done["protocols"] = []int{1}
			}
		}
	}
	if rebootWanted && status == 0 {
		done["reboot"] = true
	}
	say(done)
	os.Exit(status)
}

func serve[C any](read func(Start) (C, error), look func(C) error, apply func(C, Selection) error) (err error) {
	defer func() {
		if why := recover(); why != nil {
			os.Stderr.Write(debug.Stack())
			err = Fail("internal", "a mistake of the step, told in its log")
			if !inputsInHand {
				err = Fail("internal", "panic: %v", why)
			}
		}
	}()
	start, err := readStart()
	if err != nil {
		return err
	}
	if start.Role == "consumer" {
		catchSIGTERM()
	}
	context, err := read(start)
	if err != nil {
		return err
	}
	if start.Role == "producer" {
		return look(context)
	}
	for {
		message, err := next()
		if message == nil || err != nil {
			return err
		}
		if message["type"] != "resolve" {
			continue
		}
		select {
		case <-stopping:
			return errStopped
		default:
		}
		selection, err := readSelection(message)
		if err != nil {
			return err
		}
		if err := applyOne(context, selection, apply); err != nil {
			return err
		}
	}
}

func applyOne[C any](context C, selection Selection, apply func(C, Selection) error) error {
	inHand, inputsInHand = selection.Item, len(selection.Input.Values) > 0
	Progress(selection.Resolution)
	result := map[string]any{"type": "result", "item": selection.Item, "status": "applied"}
	err := apply(context, selection)
	var again Again
	if errors.As(err, &again) {
		return err
	}
	if err != nil {
		result["status"], result["message"] = "failed", err.Error()
		var failed *Failed
		if errors.As(err, &failed) {
			result["code"] = failed.Code
		}
	}
	say(result)
	inHand, inputsInHand = "", false
	return err
}

func readStart() (Start, error) {
	for {
		message, err := next()
		if err != nil {
			return Start{}, err
		}
		if message == nil {
			return Start{}, Fail("protocol", "no start message: nothing was done")
		}
		if message["type"] != "start" {
			continue
		}
		if protocol, ok := integer(message["protocol"]); !ok || protocol != 1 {
			return Start{}, Fail("protocol", "this step speaks protocol 1")
		}
		role, _ := message["role"].(string)
		if role != "producer" && role != "consumer" {
			return Start{}, Fail("protocol", "start has no role that is known here")
		}
		config, err := fields(message, "config")
		return Start{role, config, message}, err
	}
}

func readSelection(message map[string]any) (Selection, error) {
	item, named := message["item"].(string)
	resolution, chosen := message["resolution"].(string)
	if !named || !chosen {
		return Selection{}, Fail("protocol", "a resolve message without an item or a resolution")
	}
	attempt, given := integer(message["attempt"])
	if !given {
		attempt = 1
	}
	fingerprint, _ := message["fingerprint"].(string)
	input, err := fields(message, "input")
	return Selection{item, resolution, fingerprint, attempt, input}, err
}

func fields(message map[string]any, key string) (Fields, error) {
	value, given := message[key]
	if !given {
		value = map[string]any{}
	}
	object, ok := value.(map[string]any)
	if !ok {
		return Fields{}, Fail("protocol", "%s is no object", key)
	}
	return Fields{object, key}, nil
}
