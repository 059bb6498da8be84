@echo off
rem Runs the Maven that this project builds with; mvnw says from where it is fetched. Needs PowerShell, which Windows has.
setlocal
set "MAVEN=3.9.11"
set "SHA512=03e2d65d4483a3396980629f260e25cac0d8b6f7f2791e4dc20bc83f9514db8d0f05b0479e699a5f34679250c49c8e52e961262ded468a20de0be254d8207076"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
set "MAVEN_FOLDER=%DISTS%\apache-maven-%MAVEN%\parley"

if not defined JAVA_HOME goto path
if exist "%JAVA_HOME%\bin\java.exe" goto java
echo mvnw: JAVA_HOME is %JAVA_HOME%, which has no bin\java.exe: set it to a JDK, 17 or newer>&2
exit /b 1
:path
where java >nul 2>&1 && goto java
echo mvnw: no Java found: install a JDK (25 to build Parley) and put its bin on the PATH, or set JAVA_HOME>&2
exit /b 1

:java
if exist "%MAVEN_FOLDER%\bin\mvn.cmd" goto run

set "NEW=%DISTS%\.parley.%RANDOM%%RANDOM%"
set "ZIP=%NEW%\apache-maven-%MAVEN%-bin.zip"
mkdir "%NEW%" || exit /b 1
mkdir "%DISTS%\apache-maven-%MAVEN%" 2>nul

set "FROM=%MVNW_REPOURL%/org/apache/maven/apache-maven/%MAVEN%/apache-maven-%MAVEN%-bin.zip"
if defined MVNW_REPOURL goto download
set "FROM=https://archive.apache.org/dist/maven/maven-3/%MAVEN%/binaries/apache-maven-%MAVEN%-bin.zip"
where mvn >nul 2>&1 || goto download
echo mvnw: fetching Maven %MAVEN% with the mvn on the PATH>&2
rem Away from the project, so that the other Maven does not read our pom.xml.
pushd "%NEW%"
call mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dmdep.useBaseVersion=true "-DoutputDirectory=%NEW%" "-Dartifact=org.apache.maven:apache-maven:%MAVEN%:zip:bin" >log 2>&1 <nul
popd
if exist "%ZIP%" goto check

:download
echo mvnw: fetching Maven %MAVEN% from %FROM%>&2
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; Invoke-WebRequest -UseBasicParsing $env:FROM -OutFile $env:ZIP"
if errorlevel 1 (
  echo mvnw: could not fetch Maven %MAVEN%; set MVNW_REPOURL to a Maven repository that has it>&2
  goto fail
)

:check
powershell -NoProfile -Command "if ((Get-FileHash -Algorithm SHA512 $env:ZIP).Hash -ne $env:SHA512) { exit 1 }"
if errorlevel 1 (
  echo mvnw: %ZIP% is not what Apache published: its SHA-512 differs>&2
  goto fail
)
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; Expand-Archive $env:ZIP $env:NEW"
if errorlevel 1 goto fail
rem Who comes second finds the folder there and drops his own.
if not exist "%MAVEN_FOLDER%" move "%NEW%\apache-maven-%MAVEN%" "%MAVEN_FOLDER%" >nul
rmdir /s /q "%NEW%"

:run
call "%MAVEN_FOLDER%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:fail
rmdir /s /q "%NEW%"
exit /b 1
