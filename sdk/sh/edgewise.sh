# Edgewise step protocol for POSIX sh: source it, call ew_start, look or apply, call ew_done.
# Needs the shell's builtins and POSIX awk. Messages go out on descriptor 3 and come in on 4, so that neither a stray print nor
# a program that reads its stdin disturbs them; give a daemon `3>&- 4<&-`. Names beginning with ew_ are reserved.

exec 3>&1 1>&2 4<&0 0</dev/null
ew_role= ew_item= ew_resolution= ew_attempt= ew_fingerprint= ew_stop= ew_over= ew_code= ew_message=
ew__nl='
' ew__cr=$(printf '\r')
ew__plain='ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;/_=+@%()~-'

# One JSON object a line in; out come branches of a shell `case`: 'a.b.0') ew_kind=string ew_value='…' ;;
# It splits at quotes first, because substr() over a long line is quadratic in some awks.
ew__parser='
function sq(s) { gsub(/\047/, "\047\"\047\"\047", s); return "\047" s "\047" }
function say(path, kind, value) { print sq(path) ") ew_kind=" kind " ew_value=" sq(value) " ;;\n" }
function hex(s,  i, v, d) {
  if (length(s) != 4) fail()
  for (i = 1; i <= 4; i++) {
    if (!(d = index("0123456789abcdef", tolower(substr(s, i, 1))))) fail()
    v = v * 16 + d - 1
  }
  return v
}
function utf8(v) {
  if (v < 128) return sprintf("%c", v)
  if (v < 2048) return sprintf("%c%c", 192 + int(v / 64), 128 + v % 64)
  if (v < 65536) return sprintf("%c%c%c", 224 + int(v / 4096), 128 + int(v / 64) % 64, 128 + v % 64)
  return sprintf("%c%c%c%c", 240 + int(v / 262144), 128 + int(v / 4096) % 64, 128 + int(v / 64) % 64, 128 + v % 64)
}
function add(s) { if (live) { gsub(/\047/, "\047\"\047\"\047", s); print s } else out = out s }
function text(s,  n, i, b, c, v) {
  if (!index(s, "\\")) { add(s); return }
  n = split(s, b, /\\/); add(b[1])
  for (i = 2; i <= n; i++) {
    c = substr(b[i], 1, 1)
    if (c == "") { if (++i > n) fail(); add("\\" b[i]) }
    else if (c in plain) add(plain[c] substr(b[i], 2))
    else if (c == "u") {
      v = hex(substr(b[i], 2, 4))
      if (v >= 55296 && v < 56320 && length(b[i]) == 5 && substr(b[i + 1], 1, 1) == "u") {
        add(utf8(65536 + (v - 55296) * 1024 + hex(substr(b[i + 1], 2, 4)) - 56320)); i++
      } else if (v) add(utf8(v)); else fail()
      add(substr(b[i], 6))
    } else fail()
  }
}
function dots(s,  i, c, out) {
  if (!index(s, ".") && !index(s, "\\")) return s
  for (i = 1; (c = substr(s, i, 1)) != ""; i++) out = out (c == "." || c == "\\" ? "\\" c : c)
  return out
}
function place(  name) {
  if (!d) return ""
  name = kind[d] == "object" ? key[d] : count[d]
  count[d]++
  return path[d] == "" ? name : path[d] "." name
}
function string(  s, k) {
  if (want != "key" && (want != "value" || !d)) fail()
  out = ""; live = want == "value"
  if (live) print sq(place()) ") ew_kind=string ew_value=\047"
  for (; ; i++) {
    if (i >= n) fail()
    s = part[i]
    for (k = length(s); k && substr(s, k, 1) == "\\"; k--);
    if ((length(s) - k) % 2 == 0) break
    text(substr(s, 1, length(s) - 1)); add("\"")
  }
  text(s)
  if (live) print "\047 ;;\n"; else key[d] = dots(out)
  want = live ? "next" : "colon"
}
function word(w) {
  if (want != "value" || !d) fail()
  if (w == "true" || w == "false") say(place(), "boolean", w)
  else if (w == "null") place()
  else if (w ~ /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/) say(place(), "number", w)
  else fail()
  want = "next"
}
function mark(c,  p) {
  if (c == ",") { if (want != "next") fail(); want = kind[d] == "object" ? "key" : "value" }
  else if (c == ":") { if (want != "colon") fail(); want = "value" }
  else if (c == "{" || c == "[") {
    if (want != "value" || (!d && c == "[")) fail()
    p = place(); d++
    path[d] = p; count[d] = 0; kind[d] = c == "{" ? "object" : "array"; want = c == "{" ? "key" : "value"
  } else {
    if (!d || kind[d] != (c == "}" ? "object" : "array")) fail()
    if (want != "next" && (count[d] || want == "colon")) fail()
    if (d > 1) say(path[d], kind[d], count[d])
    want = --d ? "next" : "end"
  }
}
function fail() { bad = 1; exit 1 }
BEGIN { ORS = ""; plain["n"] = "\n"; plain["t"] = "\t"; plain["r"] = "\r"; plain["b"] = "\b"; plain["f"] = "\f"; plain["/"] = "/" }
{
  want = "value"; n = split($0, part, "\"")
  for (i = 1; i <= n; i++) {
    s = part[i]
    while (s != "") {
      c = substr(s, 1, 1)
      if (c == " " || c == "\t" || c == "\r") s = substr(s, 2)
      else if (index("{}[]:,", c)) { mark(c); s = substr(s, 2) }
      else { match(s, /^[^]{}:, \t[\r]+/); word(substr(s, 1, RLENGTH)); s = substr(s, RLENGTH + 1) }
    }
    if (i == n) break
    i++; string()
  }
}
END { if (bad || want != "end") exit 1 }'

# Text in, JSON string content out; what is not UTF-8 becomes U+FFFD, as a browser would do it.
ew__escaper='
BEGIN { ORS = ""; for (i = 1; i < 256; i++) ord[sprintf("%c", i)] = i
  short[8] = "b"; short[9] = "t"; short[10] = "n"; short[12] = "f"; short[13] = "r" }
function put(c,  v) {
  v = ord[c]
  if (need) {
    if (v >= lo && v <= hi) { seq = seq c; lo = 128; hi = 191; if (!--need) print seq; return }
    print "\357\277\275"; need = 0
  }
  if (v == 34 || v == 92) print "\\" c
  else if (v in short) print "\\" short[v]
  else if (v < 32) print sprintf("\\u%04x", v)
  else if (v < 128) print c
  else if (v < 194 || v > 244) print "\357\277\275"
  else { seq = c; need = v < 224 ? 1 : v < 240 ? 2 : 3
    lo = v == 224 ? 160 : v == 240 ? 144 : 128; hi = v == 237 ? 159 : v == 244 ? 143 : 191 }
}
function puts(s,  k, i, b) { for (k = 1; k <= length(s); k += 256) { b = substr(s, k, 256); for (i = 1; i <= length(b); i++) put(substr(b, i, 1)) } }
NR > 1 { puts(last "\n") }
{ last = $0 }
END { puts(substr(last, 1, length(last) - 1)); if (need) print "\357\277\275" }'

# ew__decode FUNCTION LINE: afterwards `FUNCTION path` sets ew_kind and ew_value, or is false.
ew__decode() {
  ew__code=$(printf '%s\n' "$2" | LC_ALL=C awk "$ew__parser") || return 1
  eval "$1() { case \$1 in $ew__nl$ew__code$ew__nl*) ew_kind= ew_value=; return 1 ;; esac; }"
}
ew__say() { printf '%s\n' "$1" >&3 || { ew_over=1; exit 1; }; }

# ew_quote TEXT: prints TEXT as a JSON string.
ew_quote() {
  if [ ${#1} -lt 1000 ]; then case $1 in *[!$ew__plain]*) ;; *) printf '"%s"' "$1"; return ;; esac; fi
  printf '"'; printf '%s.\n' "$1" | LC_ALL=C awk "$ew__escaper"; printf '"'
}

# ew_is_name TEXT: true if TEXT may be the id of an item, a resolution or an input.
ew_is_name() {
  case $1 in '' | [!abcdefghijklmnopqrstuvwxyz]* | *[!abcdefghijklmnopqrstuvwxyz0123456789._-]*) return 1 ;; esac
  [ ${#1} -le 64 ]
}

# ew_start [ROLE]: reads `start`; ends the program if there is none, or it is for another role or protocol.
ew_start() {
  trap 'ew__exit $?' EXIT
  while :; do
    IFS= read -r ew__line <&4 || ew_fail protocol 'no start message: nothing was done'
    case $ew__line in '' | "$ew__cr") continue ;; esac
    ew__decode ew__start "$ew__line" || ew_fail protocol 'the first message is not JSON: nothing was done'
    ew__start type && [ "$ew_value" = start ] && break
  done
  ew__start protocol && [ "$ew_value" = 1 ] || ew_fail protocol 'this step speaks protocol 1'
  ew__start role || ew_fail protocol 'start has no role'
  ew_role=$ew_value
  [ "${1:-$ew_role}" = "$ew_role" ] || ew_fail protocol "this program is the $1, not the $ew_role"
  # Only a consumer finishes what it has in hand; a producer that is told to end just ends.
  [ "$ew_role" = producer ] || trap 'ew_stop=1' TERM
}

# ew_config VARIABLE PATH [DEFAULT]: a string, number or boolean of the config; PATH as in a.b or list.0.name (a dot in a key: \.).
ew_config() {
  if ew__start "config.$2"; then
    case $ew_kind in object | array) ew_fail config "config: $2 must be a single value, not an $ew_kind" ;; esac
  elif [ $# -gt 2 ]; then ew_value=$3 ew_kind=default
  else ew_fail config "config: $2 is missing"; fi
  eval "$1=\$ew_value"
}

# ew_count VARIABLE PATH: how many elements a list (or keys an object) of the config has; 0 if there is none.
ew_count() {
  if ew__start "config.$2"; then
    case $ew_kind in object | array) ;; *) ew_fail config "config: $2 must be a list" ;; esac
  else ew_value=0; fi
  eval "$1=\$ew_value"
}

# ew_input VARIABLE NAME [DEFAULT]: an input of the resolution in hand. Read inputs before changing anything.
ew_input() {
  if ! ew__resolve "input.$2"; then
    [ $# -gt 2 ] || ew_fail input "input $2 is missing"
    ew_value=$3 ew_kind=default
  fi
  eval "$1=\$ew_value"
}

# ew_item ID SEVERITY TITLE [WORD…]: one finding. Words: detail= docs= fingerprint= resource=… after=…, then for each
# `resolution ID TITLE`: detail= default ends= when= seconds= reboot= destructive= reversible= downtime=, and for each
# `input NAME TYPE TITLE` of it: secret optional value= choice=… (TYPE string, boolean or integer).
ew_item() {
  ew_is_name "$1" || ew_fail internal "ew_item: not a name: $1"
  ew__out="{\"type\":\"item\",\"id\":\"$1\",\"severity\":\"$2\",\"title\":$(ew_quote "$3")"
  ew__res= ew__aft= ew__all= ew__r= ew__eff= ew__ins= ew__in= ew__cho=
  shift 3
  while [ $# -gt 0 ]; do
    ew__v=${1#*=}
    case $1 in
      resolution) ew__close_resolution; ew__r="{\"id\":\"$2\",\"title\":$(ew_quote "$3")"; shift 2 ;;
      input) ew__close_input; ew__type=$3 ew__in="\"$2\":{\"type\":\"$3\",\"title\":$(ew_quote "$4")"; shift 3 ;;
      secret | optional) ew__in="$ew__in,\"$1\":true" ;;
      value=*) ew__in="$ew__in,\"default\":$(ew__scalar "$ew__v")" ;;
      choice=*) ew__cho="$ew__cho,$(ew__scalar "$ew__v")" ;;
      default) ew__r="$ew__r,\"default\":true" ;;
      seconds=*) ew__r="$ew__r,\"seconds\":$ew__v" ;;
      ends=* | when=*) ew__r="$ew__r,\"${1%%=*}\":\"$ew__v\"" ;;
      reboot=* | destructive=* | reversible=* | downtime=*) ew__eff="$ew__eff,\"${1%%=*}\":$ew__v" ;;
      resource=*) ew__res="$ew__res,$(ew_quote "$ew__v")" ;;
      after=*) ew__aft="$ew__aft,\"$ew__v\"" ;;
      detail=* | docs=* | fingerprint=*)
        ew__v=",\"${1%%=*}\":$(ew_quote "$ew__v")"
        if [ "$ew__r" ]; then ew__r=$ew__r$ew__v; else ew__out=$ew__out$ew__v; fi ;;
      *) ew_fail internal "ew_item: unknown word: $1" ;;
    esac
    shift
  done
  ew__close_resolution
  ew__say "$ew__out${ew__res:+,\"resources\":[${ew__res#,}]}${ew__aft:+,\"after\":[${ew__aft#,}]}${ew__all:+,\"resolutions\":[${ew__all#,}]}}"
}
ew__scalar() { if [ "$ew__type" = string ]; then ew_quote "$1"; else printf %s "$1"; fi; }
ew__close_input() {
  [ "$ew__in" ] && ew__ins="$ew__ins,$ew__in${ew__cho:+,\"enum\":[${ew__cho#,}]}}"
  ew__in= ew__cho=
}
ew__close_resolution() {
  ew__close_input
  [ "$ew__r" ] && ew__all="$ew__all,$ew__r${ew__eff:+,\"effects\":{${ew__eff#,}\}}${ew__ins:+,\"inputs\":{${ew__ins#,}\}}}"
  ew__r= ew__eff= ew__ins=
}

# while ew_resolve; do case $ew_item/$ew_resolution in …) …; ew_result applied ;; *) ew_unknown ;; esac; done; ew_done
ew_resolve() {
  [ -z "$ew_item" ] || ew_fail internal "no result was given for $ew_item"
  [ -z "$ew_code" ] || return 1
  while IFS= read -r ew__line <&4; do
    ew__decode ew__resolve "$ew__line" || continue
    ew__resolve type && [ "$ew_value" = resolve ] || continue
    # Stopped with this one not begun: it is sent again.
    [ -z "$ew_stop" ] || { ew_stop=2; return 1; }
    ew__resolve fingerprint || :; ew_fingerprint=$ew_value
    ew__resolve attempt || :; ew_attempt=${ew_value:-1}
    ew__resolve resolution || :; ew_resolution=$ew_value
    ew__resolve item && ew_is_name "$ew_value" || ew_fail protocol 'a resolve message without an item'
    ew_item=$ew_value
    return 0
  done
  return 1
}

# ew_result applied | ew_result failed CODE MESSAGE: call it when the change is durable, never before.
ew_result() {
  if [ "$1" = applied ]; then ew__say "{\"type\":\"result\",\"item\":\"$ew_item\",\"status\":\"applied\"}"
  else
    ew_code=$2 ew_message=$3
    ew__say "{\"type\":\"result\",\"item\":\"$ew_item\",\"status\":\"failed\",\"code\":\"$2\",\"message\":$(ew_quote "$3")}"
  fi
  ew_item= ew_resolution=
}
ew_unknown() { ew_result failed input "this step has no resolution $ew_resolution for $ew_item"; }

# ew_fail CODE MESSAGE: fails what is in hand, and the program.
ew_fail() {
  [ -z "$ew_item" ] || ew_result failed "$1" "$2"
  ew_code=$1 ew_message=$2
  ew_done
}

# ew_progress MESSAGE [PERCENT]
ew_progress() { ew__say "{\"type\":\"progress\"${ew_item:+,\"item\":\"$ew_item\"},\"message\":$(ew_quote "$1")${2:+,\"percent\":$2}}"; }

# ew_durable FILE…: returns when the files and folders are on the disk.
ew_durable() { sync -- "$@" 2>/dev/null || sync; }

# ew_done [again] [reboot]: the last message, then exit. After a failed result, or a stop with work left, it says so by itself.
ew_done() {
  ew__out='"outcome":"ok"'
  case " $* " in *' again '*) ew__out='"outcome":"again"' ;; esac
  case " $* " in *' reboot '*) ew__out="$ew__out,\"reboot\":true" ;; esac
  if [ "$ew_code" ]; then
    ew__out="\"outcome\":\"failed\",\"code\":\"$ew_code\",\"message\":$(ew_quote "$ew_message")"
    [ "$ew_code" != protocol ] || ew__out="$ew__out,\"protocols\":[1]"
  elif [ "$ew_stop" = 2 ]; then ew__out='"outcome":"again","code":"cancelled"'; fi
  ew__say "{\"type\":\"done\",$ew__out}"
  ew_over=1
  [ -z "$ew_code" ] && exit 0 || exit 1
}
ew__exit() { [ "$ew_over" ] || { ew_item= ew_code=internal ew_message="the step ended early, exit status $1"; ew_done; }; }
