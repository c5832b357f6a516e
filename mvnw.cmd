@rem Written without a Windows machine at hand. Does what mvnw does: see there.
@echo off
setlocal
set "MVNW_JDK="
set "MVNW_NAME=apache-maven-3.9.16"
set "MVNW_SHA512=ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3"
if not defined MVNW_HOME set "MVNW_HOME=%LOCALAPPDATA%\moonlet-maven"
if not defined MVNW_ARCHIVE set "MVNW_ARCHIVE=https://archive.apache.org/dist/maven/maven-3"
set "MVNW_URL=%MVNW_ARCHIVE%/%MVNW_NAME:apache-maven-=%/binaries/%MVNW_NAME%-bin.zip"

if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%v in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do (
    for /d %%d in ("%ProgramFiles%\%%~v\*") do call :try "%%d"
)
for /d %%d in ("%USERPROFILE%\.jdks\*" "%USERPROFILE%\.sdkman\candidates\java\*") do call :try "%%d"
for /f "delims=" %%j in ('where java 2^>nul') do for %%d in ("%%~dpj..") do call :try "%%~fd"
if not defined MVNW_JDK (
    >&2 echo mvnw: no JDK 25 or later: install one, or set JAVA_HOME to its folder
    exit /b 1
)
set "JAVA_HOME=%MVNW_JDK%"

set "MVNW_FOUND=0"
for /f "tokens=2-5 delims=.- " %%a in ('mvn -v 2^>nul') do if "%%a"=="Maven" set /a "MVNW_FOUND=%%b*10000+%%c*100+%%d"
set "MVNW_MVN=%MVNW_HOME%\%MVNW_NAME%\bin\mvn.cmd"
if %MVNW_FOUND% geq 30806 if %MVNW_FOUND% lss 50000 set "MVNW_MVN=mvn"
if not "%MVNW_MVN%"=="mvn" if not exist "%MVNW_MVN%" call :fetch
if not "%MVNW_MVN%"=="mvn" if not exist "%MVNW_MVN%" exit /b 1
rem Without call, which would read the arguments a second time.
"%MVNW_MVN%" %*
exit /b %errorlevel%

:try
if defined MVNW_JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MVNW_JAVA=0"
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" set "MVNW_JAVA=%%~b"
for /f "delims=.-+" %%v in ("%MVNW_JAVA%") do if %%v geq 25 set "MVNW_JDK=%~1"
exit /b 0

:fetch
setlocal
rem The modules of a newer PowerShell that this may run under do not suit the one called here.
set "PSModulePath="
powershell -NoProfile -ExecutionPolicy Bypass -Command ^
 "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';" ^
 "[Net.ServicePointManager]::SecurityProtocol = 'Tls12';" ^
 "$work = Join-Path $env:MVNW_HOME ([guid]::NewGuid()); $zip = Join-Path $work 'maven.zip';" ^
 "try {" ^
 "    New-Item -ItemType Directory -Force $work | Out-Null;" ^
 "    try { (New-Object Net.WebClient).DownloadFile($env:MVNW_URL, $zip) }" ^
 "    catch { throw ('could not fetch ' + $env:MVNW_URL + ': ' + $_) };" ^
 "    $found = (Get-FileHash -Algorithm SHA512 $zip).Hash;" ^
 "    if ($found -ne $env:MVNW_SHA512) {" ^
 "        throw ($env:MVNW_URL + ' is not what it should be: expected SHA-512 ' + $env:MVNW_SHA512 + ', found ' + $found) };" ^
 "    Expand-Archive $zip $work;" ^
 "    try { [IO.Directory]::Move((Join-Path $work $env:MVNW_NAME), (Join-Path $env:MVNW_HOME $env:MVNW_NAME)) }" ^
 "    catch { if (-not (Test-Path $env:MVNW_MVN)) { throw } }" ^
 "} catch { [Console]::Error.WriteLine('mvnw: ' + $_); exit 1 }" ^
 "finally { Remove-Item -Recurse -Force $work -ErrorAction SilentlyContinue }"
exit /b %errorlevel%
