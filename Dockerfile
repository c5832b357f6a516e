# Builds the service, trains an AOT cache for it, and packs both. The image serves the bundle of
# this folder; a team puts its own in its place, in an image or by a volume at /moonlet/bundle.
#
#   docker build -t moonlet .
#   docker run --read-only --tmpfs /tmp -v moonlet:/moonlet/data -p 8080:8080 moonlet

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 ./mvnw -Dmaven.test.skip=true package
RUN java -Djarmode=tools -jar target/moonlet.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre AS service
RUN groupadd --gid 10001 moonlet \
    && useradd --uid 10001 --gid moonlet --home-dir /moonlet --shell /usr/sbin/nologin moonlet
WORKDIR /moonlet
COPY src/main/docker/ ./
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY config bundle/config
COPY lua bundle/lua
ENV MOONLET_BUNDLE_DIRECTORY=/moonlet/bundle

FROM service AS training
RUN ./train java @jvm.options @training.options -XX:AOTCacheOutput=/tmp/moonlet.aot -jar moonlet.jar

FROM service
COPY --from=training /tmp/moonlet.aot ./
RUN install -d -o moonlet -g moonlet data
VOLUME /moonlet/data
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["./healthy"]
ENTRYPOINT ["java", "@jvm.options", "-XX:AOTCache=moonlet.aot", "-jar", "moonlet.jar"]
