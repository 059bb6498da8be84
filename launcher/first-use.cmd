@echo off
rem Builds the Parley around this folder for parley.cmd. Finds a JDK 25 or newer and leaves the rest to FirstUse.java.
setlocal enabledelayedexpansion
set "REQUIRED=25"
set "FOUND="
set "JDK="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for %%r in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.gradle\jdks") do (
  for /d %%d in ("%%~r\*") do call :try "%%d"
)
for /d %%d in ("%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%d\current"

if defined JDK (
  "%JDK%\bin\java.exe" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "%~dp0FirstUse.java" "%~dp0.."
  exit /b !ERRORLEVEL!
)
echo Parley needs a JDK, %REQUIRED% or newer, and found:%FOUND%
if not defined FOUND echo   none
echo.
echo Get one, then run this again:
echo   winget install EclipseAdoptium.Temurin.%REQUIRED%.JDK
echo   or https://adoptium.net/temurin/releases/?version=%REQUIRED%
echo or set JAVA_HOME to the folder of one that this did not find.
exit /b 69

rem Takes the JDK at %1 if there is one, it is new enough and none was taken yet; else notes it.
:try
if defined JDK exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
set "VERSION="
for /f "tokens=2 delims==" %%v in ('findstr /b JAVA_VERSION^= "%~1\release"') do set "VERSION=%%~v"
if not defined VERSION exit /b
for /f "delims=.-+" %%v in ("%VERSION%") do set "FEATURE=%%v"
if %FEATURE% lss %REQUIRED% (
  set "FOUND=%FOUND% %FEATURE% in %~1;"
  exit /b
)
if not exist "%~1\bin\javac.exe" (
  set "FOUND=%FOUND% %FEATURE% without javac in %~1;"
  exit /b
)
set "JDK=%~1"
exit /b
