#!/bin/sh
# CSV into SQLite: a claim is a row, so questions across articles are one query.
set -eu
cd "$(dirname "$0")/.."

out=$(mktemp -d)
factx extract corpus/*.txt corpus/measles-europe.md -f csv -o "$out/claims.csv"

sqlite3 -box "$out/facts.db" \
  ".import --csv '$out/claims.csv' claims" \
  "SELECT kind, count(*) AS claims, count(DISTINCT document) AS articles
     FROM claims GROUP BY kind ORDER BY claims DESC" \
  "SELECT quantity, measure, source
     FROM claims WHERE unit = 'KZT' ORDER BY CAST(number AS REAL) DESC LIMIT 5"
rm -r "$out"
