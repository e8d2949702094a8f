#!/usr/bin/env bash
# Measures the Monitor under load.
#   app/bench-monitor.sh --sockets=100 --events=100000 --seconds=60 --record=true
# The numbers of the last run stand in app/BENCHMARKS.md.
exec "$(dirname "$0")/bench-window.sh" org.sluice.app.monitor.MonitorBenchMain "$@"
