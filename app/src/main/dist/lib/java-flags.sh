# The JVM flags of Sluice: an AOT cache is good only for the flags that it was made with.
#
# One thread of Sluice does nearly all the work, so the serial collector is enough and starts fastest.
# What is young dies young here, so a small young generation keeps memory low and in the processor's caches.
# -XX:CompilerDirectivesFile=…/compiler.json, which each place adds in its own way, needs the first of the diagnostic
# flags; by the second HotSpot does not say on the standard output how many directives it has read.
# A cache that does not fit (another JDK, say) is passed over without a word: -Xlog.
java_flags="-XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput -XX:+UseSerialGC -Xmn24m -XX:+UseCompactObjectHeaders -Xlog:disable -Xlog:all=error:stderr -Xlog:aot=off --enable-native-access=javafx.graphics,org.xerial.sqlitejdbc,com.aayushatharva.brotli4j,com.github.luben.zstd_jni,org.sluice.engine,org.sluice.app"
java_main=org.sluice.app/org.sluice.app.Main
