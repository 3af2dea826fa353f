#!/bin/sh
# JSON lines into jq: an article is a line, and every offset points into its file.
set -eu
cd "$(dirname "$0")/.."

# Every amount of money with its currency, largest first within a file.
factx extract corpus/*.txt -f jsonl --only money | jq -r '
  .source as $source
  | [.mentions[] | select(.type == "quantity" and .kind == "money")]
  | sort_by(-.number)[]
  | [$source, .unit, .number, .text]
  | @tsv'

# How many mentions of each kind an article holds, from standard input.
factx extract -f jsonl - < corpus/paris-games.txt | jq -c '
  [.mentions[] | .kind // .timex_type // .type]
  | group_by(.)
  | map({(.[0]): length})
  | add'
