// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.provider.MicrophoneDevice;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** All configurations: what Metatype says of them is what the components read, and a wrong value changes nothing. */
class ConfigurationTest {
    private static final String CORE = "org.mediacapture.core";
    private static final String NETWORK = "org.mediacapture.network.camera";
    private static final String MOCK = "org.mediacapture.provider.mock";
    private static final String MOCK_CAMERA = "org.mediacapture.provider.mock.camera";
    private static final String JAVACV = "org.mediacapture.provider.javacv";
    private static final String WEBCAM = "org.mediacapture.provider.webcam";

    /** What is right of each PID, for wrong values to be added to. */
    private static final Map<String, Map<String, Object>> RIGHT = Map.of(
            CORE, Map.of("provider.preference", new String[] {"kept"}),
            NETWORK, Map.of("name", "kept", "url", "http://localhost:1/kept", "label", "Kept"),
            MOCK, Map.of("microphone", false),
            MOCK_CAMERA, Map.of("name", "kept-mock", "label", "Kept mock", "still", true),
            JAVACV, Map.of("ranking", 71, "discovery", false),
            WEBCAM, Map.of("ranking", 51));

    /** Where the README is that tells more of it. */
    private static final Map<String, String> READMES = Map.of(
            CORE, "core",
            NETWORK, "provider-javacv",
            MOCK, "provider-mock",
            MOCK_CAMERA, "provider-mock",
            JAVACV, "provider-javacv",
            WEBCAM, "provider-webcam");

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    CameraAdmin admin;

    private final Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));
    private final List<Configuration> made = new ArrayList<>();
    private DescribedConfigurations all;
    private MockCameras cameras;

    @BeforeEach
    void prepare() {
        all = new DescribedConfigurations(context);
        cameras = new MockCameras(configurations, admin);
    }

    @AfterEach
    void remove() throws Exception {
        for (Configuration configuration : made) {
            configuration.delete();
        }
        cameras.remove();
        Await.until("the default camera is there", () -> camera("mock").isPresent());
        Await.until("the cameras of the test are gone", () -> camera("kept").isEmpty());
    }

    @Test
    void everyConfigurationThatAComponentReadsIsDescribedWithItsDefaults() {
        Map<String, List<DescribedKey>> described = all.described();

        assertThat(all.read().keySet()).isEqualTo(described.keySet()).isEqualTo(RIGHT.keySet());
        all.read()
                .forEach((pid, components) -> components.forEach(defaults -> {
                    Map<String, String> known = described.get(pid).stream()
                            .filter(key -> defaults.containsKey(key.name()) || !isEmptyList(key))
                            .collect(Collectors.toMap(DescribedKey::name, DescribedKey::byDefault));
                    assertThat(defaults).as(pid).isEqualTo(known);
                }));
    }

    /** DS writes no property for it. */
    private static boolean isEmptyList(DescribedKey key) {
        return key.type().endsWith("[]") && key.byDefault().isEmpty();
    }

    @Test
    void thePageOfConfigurationsHasATableForEach() throws IOException {
        DocumentationPage page = DocumentationPage.of("configuration.md");

        all.described()
                .forEach((pid, keys) -> assertThat(page.table("### `" + pid + "`"))
                        .as(pid)
                        .isEqualTo(keys.stream().map(DescribedKey::row).toList()));
    }

    @Test
    void theReadmeOfTheModuleNamesEachKey() throws IOException {
        for (Map.Entry<String, String> readme : READMES.entrySet()) {
            String text = String.join(
                    "\n",
                    DocumentationPage.of("../" + readme.getValue() + "/README.md")
                            .lines());
            assertThat(text)
                    .contains("PID `" + readme.getKey() + "`")
                    .contains(all.described().get(readme.getKey()).stream()
                            .map(key -> "`" + key.name() + "`")
                            .toList());
        }
    }

    @Test
    void aWrongValueIsRefusedByNameAndWhatWasInForceStaysSo() throws Exception {
        cameras.offer("ranked", "other", 10, Map.of());
        cameras.offer("ranked", "kept", 0, Map.of());
        for (String pid : all.described().keySet()) {
            Configuration configuration = configure(pid);
            awaitRight(pid);
            for (DescribedKey key : all.described().get(pid)) {
                for (Object wrong : key.wrongValues()) {
                    refuse(configuration, pid, key.name(), wrong);
                }
            }
            assertThat(inForce(pid)).as(pid).isTrue();
            configuration.update(new Hashtable<>(RIGHT.get(pid))); // what is refused is stored all the same
        }
    }

    private Configuration configure(String pid) throws IOException {
        Configuration configuration = List.of(NETWORK, MOCK_CAMERA).contains(pid)
                ? configurations.createFactoryConfiguration(pid, "?")
                : configurations.getConfiguration(pid, "?");
        made.add(configuration);
        configuration.update(new Hashtable<>(RIGHT.get(pid)));
        return configuration;
    }

    /** What else is written beside the wrong value would be seen if it were taken. */
    private void refuse(Configuration configuration, String pid, String key, Object wrong) throws Exception {
        Hashtable<String, Object> values = new Hashtable<>(RIGHT.get(pid));
        values.put("label", "Taken");
        values.put("ranking", 99);
        values.put("microphone", true);
        values.put("provider.preference", new String[] {"other"});
        values.put(key, wrong);
        long before = refusals(pid, key, wrong);
        configuration.update(values);
        Await.until(pid + ": " + key + ": " + wrong + " is refused", () -> refusals(pid, key, wrong) > before);
    }

    private long refusals(String pid, String key, Object wrong) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("ERROR")
                            && line.contains(pid + ": " + key + ": ")
                            && line.contains(wrong.toString())
                            && line.contains("The whole configuration is refused"))
                    .count();
        }
    }

    private void awaitRight(String pid) throws Exception {
        Await.until(pid + " is in force", () -> inForce(pid));
    }

    private boolean inForce(String pid) {
        return switch (pid) {
            case CORE -> providers("ranked").get(0).provider().equals("kept");
            case NETWORK ->
                camera("kept").filter(is -> is.label().equals("Kept")).isPresent();
            case MOCK -> context.getBundle(0).getBundleContext().getServiceReference(MicrophoneDevice.class) == null;
            case MOCK_CAMERA ->
                camera("kept-mock").filter(is -> is.label().equals("Kept mock")).isPresent();
            case JAVACV -> ranking("javacv") == 71;
            case WEBCAM -> ranking("webcam") == 51;
            default -> throw new AssertionError("The test knows no effect of " + pid);
        };
    }

    /** The camera of the network configuration is the one that both serve. */
    private int ranking(String provider) {
        return providers("kept").stream()
                .filter(offer -> offer.provider().equals(provider))
                .mapToInt(ProviderStatus::ranking)
                .findFirst()
                .orElse(0);
    }

    private List<ProviderStatus> providers(String camera) {
        return camera(camera).map(CameraStatus::providers).orElse(List.of());
    }

    private Optional<CameraStatus> camera(String name) {
        return admin.cameras().stream()
                .filter(camera -> camera.name().equals(name))
                .findFirst();
    }
}
