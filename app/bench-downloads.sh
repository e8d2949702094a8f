#!/usr/bin/env bash
# Measures the window with a long list at work.
#   app/bench-downloads.sh --downloads=10000 --running=64
# The numbers of the last run stand in app/BENCHMARKS.md.
exec "$(dirname "$0")/bench-window.sh" org.sluice.app.main.DownloadsBenchMain "$@"
