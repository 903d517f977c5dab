# For the scripts beside it: a whole system of its own, by ./run, on free ports and an empty data directory, gone when the script ends.
# Sets DOVIRA_COMMAND_URL and DOVIRA_QUERY_URL. Usage: . benchmarks/system.sh; start_system
# shellcheck shell=bash

free_port() {
    local port
    for port in $(shuf -i 20000-32000 -n 50); do
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s' "$port"
            return
        fi
    done
    return 1
}

start_system() {
    export DOVIRA_DATA DOVIRA_MONGO_PORT DOVIRA_COMMAND_PORT DOVIRA_QUERY_PORT DOVIRA_COMMAND_URL DOVIRA_QUERY_URL
    ./run build >&2
    DOVIRA_DATA=$(mktemp -d "${TMPDIR:-/tmp}/dovira-benchmark.XXXXXX")
    DOVIRA_MONGO_PORT=$(free_port)
    DOVIRA_COMMAND_PORT=$(free_port)
    DOVIRA_QUERY_PORT=$(free_port)
    DOVIRA_COMMAND_URL=http://localhost:$DOVIRA_COMMAND_PORT
    DOVIRA_QUERY_URL=http://localhost:$DOVIRA_QUERY_PORT
    DOVIRA_DEMO=${DOVIRA_DEMO:-off} ./run --no-build >"$DOVIRA_DATA/run.out" 2>&1 &
    SYSTEM=$!
    trap stop_system EXIT
    until grep -q 'All healthy' "$DOVIRA_DATA/run.out"; do
        if ! kill -0 "$SYSTEM" 2>/dev/null; then
            cat "$DOVIRA_DATA/run.out" >&2
            return 1
        fi
        sleep 0.2
    done
}

stop_system() {
    kill -TERM "$SYSTEM" 2>/dev/null || true
    wait "$SYSTEM" 2>/dev/null || true
    rm -rf "$DOVIRA_DATA"
}

# Runs a class of this module: class name, then its arguments; JAVA_OPTIONS for its JVM. The class files are for Java 25; Maven may run on an
# older one and find 25 by itself, this has to look.
benchmark() {
    local java home
    ./mvnw -q -pl benchmarks -am compile dependency:build-classpath -Dspotless.check.skip=true \
        -Dmdep.outputFile='${project.build.directory}/classpath' -Dmdep.includeScope=runtime >&2
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -x "$home/bin/java" ] && "$home/bin/java" -version 2>&1 | grep -q '"25'; then java=$home/bin/java; break; fi
    done
    # shellcheck disable=SC2086 # several options
    "${java:-java}" ${JAVA_OPTIONS:-} -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" "io.dovira.benchmarks.$1" "${@:2}"
}
