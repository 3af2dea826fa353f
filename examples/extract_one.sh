#!/bin/sh
# One article: read it as a table, then keep its facts as JSON beside it.
set -eu
cd "$(dirname "$0")/.."

factx extract corpus/japan-economy.txt
factx extract corpus/japan-economy.txt --only money,percent

out=$(mktemp -d)
factx extract corpus/japan-economy.txt -f json -o "$out/japan-economy.json"
python3 -m json.tool "$out/japan-economy.json" | sed -n 1,20p
rm -r "$out"
