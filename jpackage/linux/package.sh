#!/bin/sh
# Makes the app image and the .deb.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/../common/image.sh"

need "$JAVA_HOME/bin/jpackage" "Install a complete JDK 25."
need dpkg-deb "It is part of Debian's package dpkg."
need fakeroot "Install Debian's package fakeroot."
need objcopy "Install Debian's package binutils."

link_runtime
# The menu starts the window by a launcher of its own, as it has other JVM flags than a command.
echo "java-options=$java_flags $java_window_flags"' -XX:AOTCache=$APPDIR/sluice.aot' >"$SLUICE_OUT/window.properties"
make_app_image sluice "$java_command_flags "'-XX:CompilerDirectivesFile=$APPDIR/compiler.json' \
  --icon "$common/icons/sluice-512.png" --add-launcher "sluice-window=$SLUICE_OUT/window.properties"
image=$SLUICE_OUT/image/sluice
train_aot "$image/lib/app"

# What postinst links into the system; jpackage packs nothing of an app image but bin, lib/app and lib/runtime.
share=$image/lib/app/share
mkdir -p "$share"
cp -r "$here/share/." "$share/"
for size in 16 24 32 48 64 128 256 512; do
  icons=$share/icons/hicolor/${size}x$size/apps
  mkdir -p "$icons"
  cp "$common/icons/sluice-$size.png" "$icons/sluice.png"
done

"$JAVA_HOME/bin/jpackage" --type deb \
  --app-image "$image" --name sluice --app-version "$SLUICE_VERSION" --vendor Sluice \
  --description "A download manager that shows its sockets at work" \
  --install-dir /opt --linux-package-name sluice \
  --linux-deb-maintainer sluice@example.org --linux-app-category net \
  --license-file "$here/../../LICENSE" \
  --resource-dir "$here/resources" --dest "$SLUICE_OUT"
ls -l "$SLUICE_OUT"/*.deb
