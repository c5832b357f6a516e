# Compiles everything and sets what a benchmark is started with: java and its classpath.
# shellcheck disable=SC2034 # for those who read this file
java=$(./mvnw -v | sed -n 's/^Java version.* runtime: //p')/bin/java
./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/bench.classpath
classpath=target/test-classes:target/classes:$(cat target/bench.classpath)
exports="--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED"
