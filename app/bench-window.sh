#!/usr/bin/env bash
# Starts a benchmark of the window, without a display, with the software pipeline on two cores and the window's own JVM flags:
# app/bench-window.sh MAIN_CLASS ARGUMENTS…
set -euo pipefail
cd "$(dirname "$0")/.."
. .mvn/find-jdk.sh
. app/src/main/dist/lib/java-flags.sh
cp=app/target/bench-classpath.txt
if [ ! -f "$cp" ] || [ pom.xml -nt "$cp" ]; then
  ./mvnw -q -Dquick -pl app -am test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=bench-classpath.txt
  mkdir -p app/target && mv -f app/bench-classpath.txt "$cp" && rm -f engine/bench-classpath.txt icons/bench-classpath.txt bench-classpath.txt
fi
exec taskset -c 0,1 "$JAVA_HOME/bin/java" -Xmx768m -XX:+UseCompactObjectHeaders $java_window_flags --enable-native-access=ALL-UNNAMED \
  -Dglass.platform=Headless -Dprism.order=sw -Dheadless.geometry=1440x900 \
  -cp "app/target/test-classes:app/target/classes:engine/target/classes:icons/target/classes:$(cat "$cp")" \
  "$@"
