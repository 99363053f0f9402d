@echo off
rem Starts Mig from the folder that this file lies in, on the Java runtime beside it.
rem MIGRATE_JAVA_OPTIONS is for options of that runtime, such as -Xmx4g; a Java of the machine is never used.
setlocal
set "HOME_DIR=%~dp0.."
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
"%HOME_DIR%\runtime\bin\java.exe" "@%HOME_DIR%\lib\java.options" "-XX:SharedArchiveFile=%HOME_DIR%\lib\migrate.aot;%HOME_DIR%\lib\migrate.jsa" %MIGRATE_JAVA_OPTIONS% "-Dorg.sqlite.lib.path=%HOME_DIR%\lib" -jar "%HOME_DIR%\lib\migrate.jar" %*
exit /b %ERRORLEVEL%
