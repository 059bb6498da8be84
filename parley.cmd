@echo off
rem Starts Parley. Builds it first where it is not built, or the checked-out commit has moved since: launcher\first-use.cmd.
rem PARLEY_JAVA_OPTS adds options for its JVM.
setlocal
set "COMPILERS=1"
if "%~1"=="echo" set "COMPILERS=4"
if "%~1"=="ui" set "COMPILERS=4"
set "LAUNCH=%~dp0target\app\launch.cmd"
set "PARLEY_JAVA="

rem JavaScript is larger than all the rest, and fetched when somebody first allows scripts.
set "FETCH="
if "%~1"=="trust" set "FETCH=yes"
for %%a in (%*) do if "%%~a"=="--allow-scripts" set "FETCH=yes"
if exist "%~dp0target\app\scripts" set "FETCH="
if not defined FETCH goto known
if not exist "%~dp0target\app" mkdir "%~dp0target\app"
type nul >"%~dp0target\app\scripts"
goto build

:known
if exist "%LAUNCH%" call "%LAUNCH%"
if not defined PARLEY_JAVA goto build
if not exist "%PARLEY_JAVA%" goto build

rem The commit, read as FirstUse.java reads it, without starting git. Nothing outside of a plain clone.
set "COMMIT="
set "REF="
if not exist "%~dp0.git\HEAD" goto compare
set /p COMMIT=<"%~dp0.git\HEAD"
if "%COMMIT:~0,5%"=="ref: " set "REF=%COMMIT:~5%"
if not defined REF goto compare
if exist "%~dp0.git\%REF:/=\%" set /p COMMIT=<"%~dp0.git\%REF:/=\%"
:compare
if "%COMMIT%"=="%PARLEY_BUILT%" goto start

:build
call "%~dp0launcher\first-use.cmd" 1>&2 <nul || goto unbuilt
call "%LAUNCH%"

:start
"%PARLEY_JAVA%" %PARLEY_OPTIONS% %PARLEY_JAVA_OPTS% parley.cli.Main %*
exit /b %ERRORLEVEL%

:unbuilt
if defined FETCH del "%~dp0target\app\scripts"
exit /b 70
