# Makes the app image and the .msi. A window program has no console on Windows, so the command line is a second launcher.
$ErrorActionPreference = "Stop"
$common = Join-Path $PSScriptRoot "..\common"
$main = "org.sluice.app/org.sluice.app.Main"
$bin = Join-Path $env:JAVA_HOME "bin"
$flags = @("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20", "-Xms48m", "-XX:MaxNewSize=96m", "-XX:+UseCompactObjectHeaders", "-Xlog:disable", "-Xlog:all=error:stderr", "-Xlog:aot=off", "--enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,com.aayushatharva.brotli4j,com.github.luben.zstd_jni,org.sluice.engine,org.sluice.app")

if (-not (Test-Path "$bin\jpackage.exe")) {
  [Console]::Error.WriteLine("No installer can be made here: jpackage is missing. Install a complete JDK 25.")
  exit 1
}
if (-not (Get-Command wix, candle -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine("No installer can be made here: the WiX toolset is not on the PATH.")
  exit 1
}

function Invoke-Tool($tool, $arguments) {
  & "$bin\$tool.exe" @arguments
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}

Invoke-Tool "jlink" @(
  "--module-path", $env:SLUICE_MODULES, "--add-modules", "org.sluice.app,org.slf4j.jul,jdk.localedata,com.aayushatharva.brotli4j.windows.x86_64", "--ignore-signing-information", "--include-locales", "en,fr,de,es,zh,ar",
  "--strip-debug", "--no-header-files", "--no-man-pages", "--compress", "zip-6", "--output", "$env:SLUICE_OUT\runtime")

# SQLite's library, which the driver finds among the run time's own.
Copy-Item "$env:SLUICE_OUT\native\*" "$env:SLUICE_OUT\runtime\bin"

$options = $flags | ForEach-Object { "--java-options", $_ }
Invoke-Tool "jpackage" (@(
  "--type", "app-image", "--name", "Sluice", "--app-version", $env:SLUICE_VERSION, "--vendor", "Sluice",
  "--description", "A download manager that shows its sockets at work",
  "--runtime-image", "$env:SLUICE_OUT\runtime", "--module", $main,
  "--add-launcher", "sluice-cli=$PSScriptRoot\sluice-cli.properties",
  "--dest", "$env:SLUICE_OUT\image") + $options)

Invoke-Tool "jpackage" @(
  "--type", "msi", "--app-image", "$env:SLUICE_OUT\image\Sluice", "--name", "Sluice",
  "--app-version", $env:SLUICE_VERSION, "--vendor", "Sluice", "--win-menu", "--win-per-user-install",
  "--dest", $env:SLUICE_OUT)
