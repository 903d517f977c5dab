#!/bin/sh
# Follows the event stream: prints each event once it is there, one JSON line each, and survives the death of either side.
#
#   follow-events.sh <state file> ['type=visit.*&office=lviv-03']
#
# DOVIRA_URL            where the query service is, default http://localhost:8081
# DOVIRA_TOKEN_COMMAND  prints a bearer token, asked at each connection, for example './run token integrator'
#
# An event is printed first and noted in the state file after that. Killed in between, it is printed again: delivery is at
# least once, and the "id" of an event is what to de-duplicate by. Nothing is skipped. Needs curl and a POSIX shell.
set -u
state=${1:?"usage: $0 <state file> [query]"}
url=${DOVIRA_URL:-http://localhost:8081}/api/v1/events/stream${2:+?$2}
pipe=$state.pipe

# Headers go in by standard input: what stands on a command line can be read by every user of the machine.
connect() {
    last=$(tail -n 1 "$state")
    token=$([ -z "${DOVIRA_TOKEN_COMMAND:-}" ] || eval "$DOVIRA_TOKEN_COMMAND")
    printf 'header = "%s"\n' "Accept: text/event-stream" ${last:+"Last-Event-ID: $last"} \
        ${token:+"Authorization: Bearer $token"} |
        curl --silent --show-error --fail --no-buffer --speed-limit 1 --speed-time 60 --config - "$url" >"$pipe"
}

# Only the last line counts. A file that only grows cannot be half written, so it is cut at the start.
touch "$state"
tail -n 1 "$state" >"$state.new" && mv "$state.new" "$state"
rm -f "$pipe" && mkfifo "$pipe" || exit 1
while :; do
    connect &
    id='' name='' data=''
    while IFS= read -r line; do
        case $line in
            "id: "*) id=${line#id: } ;;
            "event: "*) name=${line#event: } ;;
            "data: "*) data=${line#data: } ;;
            "")
                [ -z "$data" ] || [ -n "$name" ] || printf '%s\n' "$data" || exit 1
                [ -z "$id" ] || printf '%s\n' "$id" >>"$state" || exit 1
                id='' name='' data=''
                ;;
        esac
    done <"$pipe"
    wait
    sleep 2
done
