package step

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"syscall"
	"unicode/utf8"
)

const longest = 1 << 20

type line struct {
	message map[string]any
	err     error
}

var (
	output = own(1)
	lines  = make(chan line)
)

func init() {
	input := own(0)
	if null, err := os.Open(os.DevNull); err == nil {
		_ = syscall.Dup3(int(null.Fd()), 0, 0)
		_ = null.Close()
	}
	_ = syscall.Dup3(2, 1, 0)
	go readLines(input)
}

// own gives a descriptor that no program that is started inherits.
func own(number int) *os.File {
	syscall.ForkLock.RLock()
	defer syscall.ForkLock.RUnlock()
	descriptor, err := syscall.Dup(number)
	if err != nil {
		os.Exit(1)
	}
	syscall.CloseOnExec(descriptor)
	return os.NewFile(uintptr(descriptor), "messages")
}

func readLines(input *os.File) {
	defer close(lines)
	reader := bufio.NewReaderSize(input, 1<<16)
	for {
		// What LF does not end was cut.
		text, err := reader.ReadBytes('\n')
		if err != nil {
			return
		}
		if len(bytes.TrimSpace(text)) == 0 {
			continue
		}
		decoder := json.NewDecoder(bytes.NewReader(text))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil || decoder.More() {
			lines <- line{err: Fail("protocol", "a line on stdin is not JSON")}
			return
		}
		if message, ok := value.(map[string]any); ok {
			lines <- line{message: message}
		}
	}
}

// next gives the next object that the host sends; nil at the end.
func next() (map[string]any, error) {
	select {
	case <-stopping:
		return nil, errStopped
	case got := <-lines:
		return got.message, got.err
	}
}

// say writes one line, at once. It panics on one that is longer than a line may be.
func say(message any) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(message); err != nil {
		panic(err)
	}
	// NUL, which no message may hold. A backslash before it would be one of a pair.
	whole := replaceNUL(text.Bytes())
	if len(whole) > longest+1 {
		panic("a message is longer than a line may be")
	}
	if _, err := output.Write(whole); err != nil {
		// Nobody listens any more.
		os.Exit(1)
	}
}

func replaceNUL(text []byte) []byte {
	if !bytes.Contains(text, []byte(`\u0000`)) {
		return text
	}
	var out []byte
	for at := 0; at < len(text); at++ {
		switch {
		case bytes.HasPrefix(text[at:], []byte(`\u0000`)):
			out = utf8.AppendRune(out, utf8.RuneError)
			at += 5
		case text[at] == '\\':
			out = append(out, text[at], text[at+1])
			at++
		default:
			out = append(out, text[at])
		}
	}
	return out
}

// Progress is shown to people, and says that the step is at work. Often enough in long work, and never with a secret in it.
func Progress(message string) { progress(map[string]any{"message": message}) }

// ProgressAt says how far the work is, too: 0 to 100.
func ProgressAt(message string, percent int) {
	progress(map[string]any{"message": message, "percent": percent})
}

func progress(message map[string]any) {
	message["type"] = "progress"
	if inHand != "" {
		message["item"] = inHand
	}
	say(message)
}

func text(value any) (string, bool) {
	got, ok := value.(string)
	return got, ok
}

func boolean(value any) (bool, bool) {
	got, ok := value.(bool)
	return got, ok
}

func integer(value any) (int64, bool) {
	number, ok := value.(json.Number)
	if !ok {
		return 0, false
	}
	if whole, err := number.Int64(); err == nil {
		return whole, true
	}
	float, err := number.Float64()
	return int64(float), err == nil && float == float64(int64(float))
}

// IsName says whether it may be the id of an item, a resolution or an input.
func IsName(name string) bool {
	const letters, others = "abcdefghijklmnopqrstuvwxyz", "0123456789._-"
	return name != "" && len(name) <= 64 && strings.Contains(letters, name[:1]) && strings.Trim(name, letters+others) == ""
}
