#!/bin/sh
# Makes the app image and the .dmg.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/../common/image.sh"

need "$JAVA_HOME/bin/jpackage" "Install a complete JDK 25."

# jpackage takes no version below 1 on a Mac.
case $SLUICE_VERSION in
0.*) SLUICE_VERSION=1.${SLUICE_VERSION#0.} ;;
esac

link_runtime
make_app_image Sluice "$java_window_flags"
image=$SLUICE_OUT/image/Sluice.app
train_aot "$image/Contents/app"
"$JAVA_HOME/bin/jpackage" --type dmg \
  --app-image "$image" --name Sluice --app-version "$SLUICE_VERSION" --vendor Sluice --dest "$SLUICE_OUT"
