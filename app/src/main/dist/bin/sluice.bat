@REM Starts Sluice: the window, or the command in the arguments. Needs a Java 25 or newer.
@REM SLUICE_JAVA_OPTS: more flags for the JVM.
@ECHO OFF
SETLOCAL
SET "SLUICE_LIB=%~dp0..\lib"
SET "FIND_JDK_TOOL=java"
CALL "%SLUICE_LIB%\find-jdk.cmd"
IF ERRORLEVEL 1 EXIT /B 1
SET "SLUICE_AOT="
IF EXIST "%SLUICE_LIB%\sluice.aot" SET SLUICE_AOT="-XX:AOTCache=%SLUICE_LIB%\sluice.aot"
SET "SLUICE_COMPILER="
SET "SLUICE_KIND=-XX:+UseG1GC -XX:MaxGCPauseMillis=20 -Xms48m -XX:MaxNewSize=96m"
IF "%~1"=="" GOTO START
SET "SLUICE_KIND=-XX:+UseSerialGC -Xmn24m"
IF EXIST "%SLUICE_LIB%\compiler.json" SET SLUICE_COMPILER="-XX:CompilerDirectivesFile=%SLUICE_LIB%\compiler.json"
:START
"%JAVA_HOME%\bin\java.exe" -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput %SLUICE_COMPILER% %SLUICE_AOT% %SLUICE_KIND% -XX:+UseCompactObjectHeaders -Xlog:disable -Xlog:all=error:stderr -Xlog:aot=off --enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,com.aayushatharva.brotli4j,com.github.luben.zstd_jni,org.sluice.engine,org.sluice.app "-Dorg.sqlite.lib.path=%SLUICE_LIB%\native" %SLUICE_JAVA_OPTS% --module-path "%SLUICE_LIB%" --module org.sluice.app/org.sluice.app.Main %*
EXIT /B %ERRORLEVEL%
