#!/bin/sh
# Installs the .deb, starts Sluice from where it was installed, removes it and looks for leftovers.
set -eu

fail() {
  echo "Smoke test failed: $1" >&2
  exit 1
}

skip() {
  echo "Smoke test skipped: $1"
  exit 0
}

[ "$(id -u)" = 0 ] || skip "only root can install a package."
command -v dpkg >/dev/null || skip "there is no dpkg here."
! dpkg -s sluice >/dev/null 2>&1 || skip "a package sluice is installed already; it stays as it is."

deb=$(ls "$SLUICE_OUT"/sluice_*.deb)

remove() {
  dpkg --purge sluice >"$SLUICE_OUT/purge.log" 2>&1 || { cat "$SLUICE_OUT/purge.log" >&2; return 1; }
}

leftovers() {
  find /opt /usr /etc /var/lib -xdev -iname '*sluice*' 2>/dev/null || true
}

before=$(leftovers)
trap 'remove || true' EXIT
dpkg -i "$deb" >"$SLUICE_OUT/install.log" 2>&1 || { cat "$SLUICE_OUT/install.log" >&2; fail "dpkg -i"; }

version=$(/usr/bin/sluice --version 2>&1) || fail "/usr/bin/sluice --version said: $version"
version=$(echo "$version" | head -n 1)
case $version in
*"$SLUICE_VERSION"*) ;;
*) fail "/usr/bin/sluice --version said: $version" ;;
esac
rm -rf "$SLUICE_OUT/downloads"
/usr/bin/sluice get -q -d "$SLUICE_OUT/downloads" lab:small || fail "/usr/bin/sluice get lab:small"
[ -s "$SLUICE_OUT/downloads/small" ] || fail "/usr/bin/sluice get left no file"
grep -q '^Exec=/opt/sluice/bin/sluice-window %U$' /usr/share/applications/sluice.desktop || fail "the menu entry takes no links"
/opt/sluice/bin/sluice-window --version >/dev/null || fail "the launcher of the menu entry"
[ -s /usr/share/icons/hicolor/512x512/apps/sluice.png ] || fail "the icon is missing"
[ "$(ls /usr/share/applications | grep -ci sluice)" = 1 ] || fail "there is not just one menu entry"

trap - EXIT
remove || fail "dpkg --purge"
after=$(leftovers)
[ "$before" = "$after" ] || fail "left behind: $after"
echo "Smoke test passed: installed, '$version', downloaded a file, removed without leftovers."
