@REM Finds a JDK that can build or run Sluice and sets JAVA_HOME for the caller. To be CALLed.
@REM JAVA_HOME is kept if it is new enough; otherwise the newest JDK in the usual places wins; otherwise one
@REM sentence says what to install and the error level is 1.
@REM FIND_JDK_TOOL: the program that must stand in bin\ (javac to build, java to run).
@ECHO OFF
SET "FIND_JDK_NEED=25"
IF NOT DEFINED FIND_JDK_TOOL SET "FIND_JDK_TOOL=javac"
SET "FIND_JDK_BEST=0"
SET "FIND_JDK_HOME="
IF DEFINED JAVA_HOME CALL :consider "%JAVA_HOME%"
IF DEFINED FIND_JDK_HOME EXIT /B 0
FOR /F "delims=" %%J IN ('WHERE java 2^>NUL') DO CALL :consider "%%~dpJ.."
FOR %%P IN (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu"
  "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps"
) DO (
  IF EXIST "%%~P" FOR /D %%D IN ("%%~P\*") DO CALL :consider "%%~D"
)
IF NOT DEFINED FIND_JDK_HOME (
  ECHO Sluice needs a JDK %FIND_JDK_NEED% or newer: install one ^(for example Eclipse Temurin %FIND_JDK_NEED%^) or set JAVA_HOME to it.>&2
  EXIT /B 1
)
SET "JAVA_HOME=%FIND_JDK_HOME%"
EXIT /B 0

:consider
IF NOT EXIST "%~1\bin\%FIND_JDK_TOOL%.exe" EXIT /B 0
IF NOT EXIST "%~1\release" EXIT /B 0
SET "FIND_JDK_FOUND="
FOR /F "tokens=2 delims==" %%V IN ('FINDSTR /B /C:"JAVA_VERSION=" "%~1\release"') DO SET "FIND_JDK_FOUND=%%~V"
FOR /F "tokens=1 delims=.-+" %%V IN ("%FIND_JDK_FOUND%") DO SET "FIND_JDK_FOUND=%%V"
IF NOT DEFINED FIND_JDK_FOUND EXIT /B 0
IF %FIND_JDK_FOUND% LSS %FIND_JDK_NEED% EXIT /B 0
IF %FIND_JDK_FOUND% LEQ %FIND_JDK_BEST% EXIT /B 0
SET "FIND_JDK_BEST=%FIND_JDK_FOUND%"
SET "FIND_JDK_HOME=%~f1"
EXIT /B 0
