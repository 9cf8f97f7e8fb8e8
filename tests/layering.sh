#!/usr/bin/env bash
# Refuses includes against the direction of the layers, and headers that bring a clock, printing, chance or a browser into the core.
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A may_include=(
  [base]="base"
  [json]="json base"
  [lead]="lead base"
  [ingest]="ingest lead base"
  [sample]="sample lead base"
  [import]="import ingest lead json base"
  [rules]="rules lead json base"
  [scoring]="scoring rules lead json base"
  [report]="report scoring rules lead json base"
  [statistics]="statistics"
  [funnel]="funnel statistics report scoring rules lead json base"
  [attribution]="attribution funnel statistics report scoring ingest rules lead json base"
  [sales]="sales attribution funnel statistics report scoring rules lead json base"
  [review]="review sales attribution funnel statistics report scoring rules lead json base"
  [engine]="engine review sales attribution funnel report scoring ingest sample rules lead json base"
  [cli]="cli engine review attribution report scoring import ingest sample rules lead json base"
)
faults=0
refuse() { printf '%s: %s\n' "$1" "$2"; faults=$((faults + 1)); }

for folder in src/*/; do
  folder=$(basename "$folder")
  [ -n "${may_include[$folder]:-}" ] || { refuse "src/$folder" "a folder that tests/layering.sh does not know"; continue; }
  while IFS=: read -r file line include; do
    header=${include#*\"}
    case " ${may_include[$folder]} " in
      *" ${header%%/*} "*) ;;
      *) refuse "$file:$line" "src/$folder must not include src/${header%%/*}" ;;
    esac
  done < <(grep -rnE '^ *#include "' "src/$folder" || true)
done

only() {  # PATTERN PLACES REASON FOLDERS...: refuses every line that matches PATTERN in a file whose path does not match PLACES
  while IFS=: read -r file line _; do
    [[ $file =~ $2 ]] || refuse "$file:$line" "$3"
  done < <(grep -rnE --include='*.cc' --include='*.h' --include='*.ts' --include='*.tsx' "$1" "${@:4}" 2>/dev/null || true)
}
only '#include <emscripten' '^wasm/' "only wasm/ knows Emscripten" src wasm tests
only '#include <nlohmann/' '^(src/json/[a-z_]*\.cc$|tests/)' "only sources of src/json read and write JSON" src wasm tests
only '#include <thread>' '^src/(cli/|base/parallel\.cc)' "only base/parallel.cc starts threads" src
only '#include <(iostream|fstream|print|random|ctime|locale|clocale|filesystem)>' '^src/cli/' \
  "the core never prints, opens files, knows the clock, the locale or chance" src
only 'postMessage' '^web/src/(engine/|state/offline\.ts$)' "only web/src/engine talks to the worker, and offline.ts to the service worker" web/src
only "from 'react-aria-components" '^web/src/ui/' "only web/src/ui knows React Aria" web/src

while read -r path; do refuse "$path" "a name that says nothing"; done < <(find src wasm web/src tests -type f 2>/dev/null |
  grep -iE '/(utils?|helpers?|common|misc|managers?|handlers?|data|info)\.(cc|h|ts|tsx)$' || true)

[ $faults -eq 0 ] || { echo "$faults faults"; exit 1; }
