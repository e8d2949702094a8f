# The JVM flags of Sluice, for all that it does, for a command, and for the window. An AOT cache is good for all three: it
# is made with those of a command.
#
# A command has one thread that does nearly all the work, so the serial collector is enough and starts fastest. What is
# young dies young here, so a small young generation keeps memory low and in the processor's caches.
# The serial collector's rare full collections would stop the window for a third of a second once much has been recorded
# (app/BENCHMARKS.md). G1 collects the old bit by bit; its young generation is bounded so that memory stays low there too.
# -XX:CompilerDirectivesFile=…/compiler.json, which each place adds in its own way to a command's flags, needs the first
# of the diagnostic flags; by the second HotSpot does not say on the standard output how many directives it has read.
# A cache that does not fit (another JDK, say) is passed over without a word: -Xlog.
java_flags="-XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput -XX:+UseCompactObjectHeaders -Xlog:disable -Xlog:all=error:stderr -Xlog:aot=off --enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,com.aayushatharva.brotli4j,com.github.luben.zstd_jni,org.sluice.engine,org.sluice.app"
java_command_flags="-XX:+UseSerialGC -Xmn24m"
java_window_flags="-XX:+UseG1GC -XX:MaxGCPauseMillis=20 -Xms48m -XX:MaxNewSize=96m"
java_main=org.sluice.app/org.sluice.app.Main
