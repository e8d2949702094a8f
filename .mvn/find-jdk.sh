# Finds a JDK that can build or run Sluice and exports it as JAVA_HOME. To be sourced by a POSIX shell.
#
# JAVA_HOME is kept if it is new enough; otherwise the newest JDK in the usual places wins; otherwise one
# sentence says what to install and the script ends with 1.
#
# find_jdk_tool: the program that must stand in bin/ (javac to build, java to run).

find_jdk_need=25
find_jdk_tool=${find_jdk_tool:-javac}

# Sets find_jdk_found to the feature version of the Java installation in $1, or to 0 if there is none.
find_jdk_version() {
  find_jdk_found=0
  [ -x "$1/bin/$find_jdk_tool" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r find_jdk_key find_jdk_value; do
    [ "$find_jdk_key" = JAVA_VERSION ] || continue
    find_jdk_value=${find_jdk_value#\"}
    find_jdk_value=${find_jdk_value%%[!0-9]*}
    find_jdk_found=${find_jdk_value:-0}
    return 0
  done <"$1/release"
}

# Prints the home of the java on the PATH.
find_jdk_on_path() {
  find_jdk_java=$(command -v java 2>/dev/null) || return 0
  find_jdk_java=$(readlink -f "$find_jdk_java" 2>/dev/null) || return 0
  dirname "$(dirname "$find_jdk_java")"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    find_jdk_version "$JAVA_HOME"
    [ "$find_jdk_found" -lt "$find_jdk_need" ] || return 0
  fi
  find_jdk_best=0
  find_jdk_home=
  for find_jdk_dir in \
    "$(find_jdk_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*/jdk* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* \
    "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    find_jdk_version "$find_jdk_dir"
    if [ "$find_jdk_found" -ge "$find_jdk_need" ] && [ "$find_jdk_found" -gt "$find_jdk_best" ]; then
      find_jdk_best=$find_jdk_found
      find_jdk_home=$find_jdk_dir
    fi
  done
  if [ -z "$find_jdk_home" ]; then
    echo "Sluice needs a JDK $find_jdk_need or newer: install one (for example Eclipse Temurin $find_jdk_need) or set JAVA_HOME to it." >&2
    exit 1
  fi
  JAVA_HOME=$find_jdk_home
  export JAVA_HOME
}

find_jdk
