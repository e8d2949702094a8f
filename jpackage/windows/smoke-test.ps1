# Starts Sluice's command line from the app image.
$ErrorActionPreference = "Stop"
$version = & "$env:SLUICE_OUT\image\Sluice\sluice-cli.exe" --version
if ($version -notmatch [regex]::Escape($env:SLUICE_VERSION)) {
  [Console]::Error.WriteLine("Smoke test failed: --version said: $version")
  exit 1
}
Write-Output "Smoke test passed: '$version'."
