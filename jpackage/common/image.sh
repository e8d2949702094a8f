# Links the run-time image and makes the app image. To be sourced by the package.sh of a system that has a POSIX shell.
#
# In:  JAVA_HOME, SLUICE_MODULES (the module path), SLUICE_OUT (an output folder), SLUICE_VERSION
# Use: need TOOL SENTENCE…, link_runtime, make_app_image NAME FLAGS OPTIONS…, train_aot APPDIR

common=$(cd "$(dirname "$0")/../common" && pwd -P)
dist=$common/../../app/src/main/dist/lib
. "$dist/java-flags.sh"

# need TOOL WHY: ends with one sentence if the tool is not there.
need() {
  command -v "$1" >/dev/null 2>&1 || {
    echo "No installer can be made here: $1 is missing. $2" >&2
    exit 1
  }
}

# JavaFX keeps its native libraries in a jar and unpacks them to the user's home at the first start. A jmod puts
# them where the run-time image has its own.
graphics_as_jmod() {
  graphics=$(ls "$SLUICE_MODULES"/javafx-graphics-*.jar)
  work=$SLUICE_OUT/graphics
  rm -rf "$work" "$SLUICE_OUT/jmods"
  mkdir -p "$work/classes" "$work/libs" "$SLUICE_OUT/jmods"
  (cd "$work/classes" && "$JAVA_HOME/bin/jar" xf "$graphics")
  find "$work/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' \) -exec mv {} "$work/libs" \;
  "$JAVA_HOME/bin/jmod" create --class-path "$work/classes" --libs "$work/libs" "$SLUICE_OUT/jmods/javafx.graphics.jmod"
  rm -rf "$work"
}

# The module of Brotli's library, from the name of its jar: native-linux-x86_64-1.2.3.jar.
brotli_module() {
  basename "$SLUICE_MODULES"/native-*.jar | sed 's/^native-/com.aayushatharva.brotli4j./; s/-[0-9][^-]*\.jar$//; s/-/./g'
}

# jdk.localedata has the names of months and days; of all its languages only ours are kept. org.slf4j.jul and Brotli's library are bound by a service only. The jars of Bouncy Castle are signed, which an image can not keep.
link_runtime() {
  graphics_as_jmod
  "$JAVA_HOME/bin/jlink" \
    --module-path "$SLUICE_OUT/jmods:$SLUICE_MODULES" \
    --add-modules org.sluice.app,org.slf4j.jul,jdk.localedata,$(brotli_module) \
    --include-locales en,fr,de,es,zh,ar \
    --ignore-signing-information \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 \
    --output "$SLUICE_OUT/runtime" 2>"$SLUICE_OUT/jlink.log" || {
    cat "$SLUICE_OUT/jlink.log" >&2
    exit 1
  }
  # SQLite's library, which the driver finds among the run time's own.
  cp "$SLUICE_OUT"/native/* "$SLUICE_OUT/runtime/lib/"
}

# make_app_image NAME FLAGS OPTIONS…: with the JVM flags of Sluice and these. $APPDIR is jpackage's own name for the
# folder of the launcher's settings.
make_app_image() {
  app_name=$1
  flags=
  for flag in $java_flags $2 '-XX:AOTCache=$APPDIR/sluice.aot'; do
    flags="$flags --java-options $flag"
  done
  shift 2
  # $flags holds no blanks but the separating ones.
  "$JAVA_HOME/bin/jpackage" --type app-image \
    --name "$app_name" --app-version "$SLUICE_VERSION" --vendor Sluice \
    --description "A download manager that shows its sockets at work" \
    --runtime-image "$SLUICE_OUT/runtime" --module "$java_main" \
    --dest "$SLUICE_OUT/image" $flags "$@"
}

# train_aot APPDIR: the compiler's directives, and an AOT cache for the image; without a cache it starts later, that is all.
train_aot() {
  cp "$dist/compiler.json" "$1/"
  train_java=$SLUICE_OUT/runtime/bin/java train_cache=$1/sluice.aot train_path='' sh "$dist/train-aot.sh"
}
