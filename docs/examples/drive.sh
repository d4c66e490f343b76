#!/bin/sh
# Drives a window that `run_pcm.py serve` has opened, with nothing but a shell and curl:
#     PCM_URL=http://pcm:TOKEN@127.0.0.1:PORT sh docs/examples/drive.sh
# The address goes through standard input, so that no list of processes shows its token.
set -eu

escaped() {
    printf '%s' "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'
}

# keyword NAME [CELL...]: prints what the keyword answers; one that fails ends the script.
keyword() {
    name=$1
    shift
    cells=
    for cell; do
        cells="$cells<value><string>$(escaped "$cell")</string></value>"
    done
    body="<?xml version='1.0'?><methodCall><methodName>run_keyword</methodName><params>
        <param><value><string>$name</string></value></param>
        <param><value><array><data>$cells</data></array></value></param></params></methodCall>"
    answer=$(printf 'url = "%s"\n' "$PCM_URL" | curl -sS --fail -K - --data-binary "$body")
    case $answer in
    *'<string>PASS</string>'*) said=${answer##*<name>return</name>} ;;
    *'<string>FAIL</string>'*) said=${answer##*<name>error</name>} ;;
    *) said=${answer##*<name>faultString</name>} ;;
    esac
    said=${said#*<string>}
    printf '%s\n' "${said%%</string>*}" | sed 's/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
    case $answer in *'<string>PASS</string>'*) ;; *) return 1 ;; esac
}

keyword "Car Ignition" on
keyword "Tap" "APPS > OPT > Login Porsche Connect"
keyword "Tap" enter_pairing_code
keyword "Type" @code
keyword "Ok"
keyword "State" user
keyword "Screen"
