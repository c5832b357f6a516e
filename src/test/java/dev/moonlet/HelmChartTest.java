package dev.moonlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Helm itself is native code, and a dependency of the build for this one platform. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class HelmChartTest extends RenderedChart {
    private static final String DEFAULTS = "";
    private static final String EVERYTHING =
            "{replicas: 2, metrics: {serviceMonitor: {enabled: true, labels: {team: lua}}}}";

    @Test
    void lintsCleanly() {
        LintResult result = new Helm(CHART).lint().strict().call();

        assertThat(result.getMessages()).noneMatch(line -> line.matches("\\[(WARN|ERR).*"));
        assertThat(result.isFailed()).isFalse();
    }

    @Test
    void consistsOfADeploymentAServiceAndItsAccountByDefault() throws IOException {
        assertThat(render(DEFAULTS)).containsOnlyKeys("Deployment", "Service", "ServiceAccount");
    }

    @Test
    void runsAsAnUnprivilegedUserOnAReadOnlyFileSystem() throws IOException {
        String ofPod =
                """
                runAsNonRoot: true
                runAsUser: 10001
                runAsGroup: 10001
                fsGroup: 10001
                fsGroupChangePolicy: OnRootMismatch
                seccompProfile: {type: RuntimeDefault}
                """;
        String ofContainer =
                """
                readOnlyRootFilesystem: true
                allowPrivilegeEscalation: false
                capabilities: {drop: [ALL]}
                """;

        assertAt(pod(DEFAULTS), "/securityContext", ofPod);
        assertAt(container(DEFAULTS), "/securityContext", ofContainer);
    }

    @Test
    void writesToNothingButLimitedVolumes() throws IOException {
        String mounts = "[{name: tmp, mountPath: /tmp}, {name: data, mountPath: /moonlet/data}]";
        String volumes =
                """
                - {name: tmp, emptyDir: {sizeLimit: 128Mi}}
                - {name: data, emptyDir: {sizeLimit: 1Gi}}
                """;

        assertAt(container(DEFAULTS), "/volumeMounts", mounts);
        assertAt(pod(DEFAULTS), "/volumes", volumes);
    }

    @Test
    void keepsItsDataInAClaimThatIsThere() throws IOException {
        String volume = "{name: data, persistentVolumeClaim: {claimName: history}}";

        assertAt(pod("data: {existingClaim: history}"), "/volumes/1", volume);
    }

    @Test
    void mountsABundleVolumeInPlaceOfTheImagesOwn() throws IOException {
        String values = "bundle: {volume: {configMap: {name: hello}}}";
        String mount = "{name: bundle, mountPath: /moonlet/bundle, readOnly: true}";

        assertAt(container(values), "/volumeMounts/2", mount);
        assertAt(pod(values), "/volumes/2", "{name: bundle, configMap: {name: hello}}");
    }

    @Test
    void holdsNoTokenForTheClustersInterface() throws IOException {
        JsonNode account = manifest(DEFAULTS, "ServiceAccount");

        assertAt(account, "/automountServiceAccountToken", "false");
        assertAt(pod(DEFAULTS), "/automountServiceAccountToken", "false");
        assertAt(pod(DEFAULTS), "/serviceAccountName", "shop-moonlet");
    }

    @ParameterizedTest
    @CsvSource({"startup, liveness", "liveness, liveness", "readiness, readiness"})
    void probesTheHealthGroups(String probe, String group) throws IOException {
        JsonNode container = container("probes: {%s: {periodSeconds: 7}}".formatted(probe));
        JsonNode actual = container.at("/" + probe + "Probe");

        assertAt(actual, "/httpGet", "{path: /actuator/health/%s, port: http}".formatted(group));
        assertAt(actual, "/periodSeconds", "7");
        assertAt(container, "/ports", "[{name: http, containerPort: 8080}]");
    }

    @Test
    void passesEnvironmentThrough() throws IOException {
        String values =
                """
                env: {SPRING_PROFILES_ACTIVE: "prod,eu", SERVER_TOMCAT_MAXCONNECTIONS: "1000000"}
                envFrom: [{secretRef: {name: passwords}}]
                """;

        assertThat(container(values).at("/env"))
                .containsExactlyInAnyOrder(
                        yaml("{name: SPRING_PROFILES_ACTIVE, value: 'prod,eu'}"),
                        yaml("{name: SERVER_TOMCAT_MAXCONNECTIONS, value: '1000000'}"));
        assertAt(container(values), "/envFrom", "[{secretRef: {name: passwords}}]");
        assertAt(pod(values), "/enableServiceLinks", "false");
    }

    @Test
    void keepsServingWhileItsPodsAreReplaced() throws IOException {
        JsonNode strategy = manifest(DEFAULTS, "Deployment").at("/spec/strategy");

        assertAt(strategy, "/type", "RollingUpdate");
        assertAt(strategy, "/rollingUpdate/maxUnavailable", "0");
        assertAt(container(DEFAULTS), "/lifecycle", "preStop: {sleep: {seconds: 5}}");
        assertAt(pod(DEFAULTS), "/terminationGracePeriodSeconds", "45");
    }

    @Test
    void limitsMemoryButNotTheProcessor() throws IOException {
        JsonNode resources = container(DEFAULTS).at("/resources");

        assertAt(resources, "/requests", "{cpu: 500m, memory: 512Mi}");
        assertAt(resources, "/limits", "{memory: 512Mi}");
    }

    @Test
    void setsADisruptionBudgetOnlyForSeveralReplicas() throws IOException {
        assertThat(render("replicas: 0")).doesNotContainKey("PodDisruptionBudget");
        assertThat(render("replicas: 1")).doesNotContainKey("PodDisruptionBudget");
        assertAt(manifest("replicas: 2", "PodDisruptionBudget"), "/spec/maxUnavailable", "1");
        assertAt(manifest("replicas: 2", "Deployment"), "/spec/replicas", "2");
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /spec/selector/matchLabels",
        "Service, /spec/selector",
        "PodDisruptionBudget, /spec/selector/matchLabels",
        "ServiceMonitor, /spec/selector/matchLabels",
    })
    void selectsByNameAndReleaseAlone(String kind, String selector) throws IOException {
        String labels = "{app.kubernetes.io/name: moonlet, app.kubernetes.io/instance: shop}";

        assertAt(manifest(EVERYTHING, kind), selector, labels);
    }

    @Test
    void labelsEverythingAsKubernetesRecommends() throws IOException {
        String text =
                """
                app.kubernetes.io/name: moonlet
                app.kubernetes.io/instance: shop
                app.kubernetes.io/version: 0.1.0
                app.kubernetes.io/managed-by: Helm
                helm.sh/chart: moonlet-0.1.0
                """;
        var labels = yaml(text).properties();

        assertThat(render(EVERYTHING)).hasSize(5);
        for (JsonNode manifest : render(EVERYTHING).values()) {
            assertAt(manifest, "/metadata/name", "shop-moonlet");
            assertThat(manifest.at("/metadata/labels").properties()).containsAll(labels);
        }
        assertAt(manifest(EVERYTHING, "Deployment"), "/spec/template/metadata/labels", text);
    }

    @Test
    void servesOnTheNamedPortOfTheContainer() throws IOException {
        String values = "service: {type: LoadBalancer, port: 81, annotations: {a: b}}";
        JsonNode service = manifest(values, "Service");

        assertAt(service, "/metadata/annotations", "{a: b}");
        assertAt(service, "/spec/type", "LoadBalancer");
        assertAt(service, "/spec/ports", "[{name: http, port: 81, targetPort: http}]");
    }

    @Test
    void isMonitoredOnlyOnRequest() throws IOException {
        JsonNode monitor = manifest(EVERYTHING, "ServiceMonitor");

        assertAt(monitor, "/metadata/labels/team", "lua");
        assertAt(monitor, "/spec/endpoints", "[{port: http, path: /actuator/prometheus}]");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, moonlet:0.1.0",
        "{tag: '2'}, moonlet:2",
        "{repository: a/b}, a/b:0.1.0",
        "'{tag: \"2\", digest: \"sha256:%1$s\"}', moonlet@sha256:%1$s",
    })
    void runsTheImageOfItsVersionUnlessTold(String image, String expected) throws IOException {
        String digest = "0123456789abcdef".repeat(4);
        JsonNode container = container("image: " + image.formatted(digest));

        assertAt(container, "/image", expected.formatted(digest));
    }

    @Test
    void handsFieldsOfThePodThrough() throws IOException {
        String values =
                """
                imagePullSecrets: [{name: key}]
                nodeSelector: {disk: ssd}
                tolerations: [{key: spot, operator: Exists}]
                affinity: {podAntiAffinity: {}}
                topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone}]
                """;
        JsonNode fields = yaml(values);

        assertThat(pod(values).properties()).containsAll(fields.properties());
        assertThat(pod(DEFAULTS).propertyNames())
                .doesNotContainAnyElementsOf(fields.propertyNames());
    }

    @Test
    void annotatesPodsOnlyOnRequest() throws IOException {
        String values = "podAnnotations: {prometheus.io/scrape: 'true'}";
        String path = "/spec/template/metadata/annotations";

        assertThat(manifest(DEFAULTS, "Deployment").at(path).isMissingNode()).isTrue();
        assertAt(manifest(values, "Deployment"), path, "{prometheus.io/scrape: 'true'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replica: 2", "image: {tga: a}", "probes: {startup: {delay: 5}}"})
    void refusesAnUnknownValue(String values) {
        assertThatThrownBy(() -> render(values)).hasMessageContaining("additional properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas: two",
                "image: {tag: 1.0}",
                "env: {SERVER_TOMCAT_MAXCONNECTIONS: 1000000}",
                "bundle: {volume: {name: hello}}",
                "bundle: {volume: {emptyDir: {}, configMap: {name: hello}}}",
                "terminationGracePeriodSeconds: 5",
            })
    void refusesAWrongValue(String values) {
        assertThatThrownBy(() -> render(values)).hasMessageContaining("schema");
    }
}
