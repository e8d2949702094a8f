#!/bin/sh
# Makes the AOT cache lib/sluice.aot beside this script, from a short training run. Never fails: a Sluice
# without a cache starts later, that is all.
#
# The installers say by variables which image they mean: train_java (its java), train_cache (the file to make),
# train_path (the module path; empty in a linked image).
set -u

lib=$(cd "$(dirname "$0")" && pwd -P)
. "$lib/java-flags.sh"
cache=${train_cache:-$lib/sluice.aot}
path=${train_path-$lib}
if [ -z "${train_java:-}" ]; then
  find_jdk_tool=java
  . "$lib/find-jdk.sh"
  train_java=$JAVA_HOME/bin/java
fi

scratch=$(mktemp -d) || exit 0
trap 'rm -rf "$scratch"' EXIT

# train ARGUMENTS…: runs Sluice so, with settings and downloads of its own, and keeps the cache if all went well.
train() {
  set -- --module "$java_main" "$@"
  [ -z "$path" ] || set -- "-Dorg.sqlite.lib.path=$path/native" --module-path "$path" "$@"
  [ ! -r "$lib/compiler.json" ] || set -- "-XX:CompilerDirectivesFile=$lib/compiler.json" "$@"
  rm -f "$cache"
  (
    cd "$scratch" && HOME=$scratch XDG_CONFIG_HOME=$scratch exec "$train_java" "-XX:AOTCacheOutput=$cache" \
      $java_flags $java_command_flags "-Duser.home=$scratch" "$@"
  ) >"$scratch/log" 2>&1 && [ -s "$cache" ]
}

if ! train train && ! train --version; then
  echo "No AOT cache: the training run failed, so Sluice will start later than it could." >&2
  cat "$scratch/log" >&2
  rm -f "$cache"
fi
exit 0
