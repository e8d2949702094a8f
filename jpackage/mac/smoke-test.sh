#!/bin/sh
# Starts Sluice from the app image; a .dmg is only a copy of it.
set -eu
version=$("$SLUICE_OUT/image/Sluice.app/Contents/MacOS/Sluice" --version)
case $version in
*"$SLUICE_VERSION"*) echo "Smoke test passed: '$version'." ;;
*)
  echo "Smoke test failed: --version said: $version" >&2
  exit 1
  ;;
esac
