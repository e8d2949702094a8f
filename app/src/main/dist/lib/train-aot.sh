#!/bin/sh
# Makes the AOT cache lib/sluice.aot beside this script, from a short training run. Never fails: a Sluice
# without a cache starts later, that is all.
set -u

lib=$(cd "$(dirname "$0")" && pwd -P)
cache=$lib/sluice.aot
rm -f "$cache"

find_jdk_tool=java
. "$lib/find-jdk.sh"
. "$lib/java-flags.sh"

if ! "$JAVA_HOME/bin/java" "-XX:AOTCacheOutput=$cache" $java_flags \
  --module-path "$lib" --module "$java_main" --version >"$lib/train.log" 2>&1 || [ ! -s "$cache" ]; then
  echo "No AOT cache: the training run failed, so Sluice will start later than it could." >&2
  cat "$lib/train.log" >&2
  rm -f "$cache"
fi
rm -f "$lib/train.log" "$cache.config"
exit 0
