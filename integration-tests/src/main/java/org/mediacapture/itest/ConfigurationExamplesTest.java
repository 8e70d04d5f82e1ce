// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The examples of docs/configuration.md do what the page says. */
class ConfigurationExamplesTest {
    private static final String CONFIGURATOR =
            "osgi.extender;filter:=\"(&(osgi.extender=osgi.configurator)(version>=1.0)(!(version>=2.0)))\"";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    @Test
    void theConfiguratorTakesTheCamerasOfABundle() throws Exception {
        String json = DocumentationPage.of("configuration.md").example("`OSGI-INF/configurator/cameras.json`:");

        Bundle bundle = GeneratedBundle.start(
                context,
                "org.example.cameras",
                Map.of("Require-Capability", CONFIGURATOR),
                Map.of("OSGI-INF/configurator/cameras.json", json));
        awaitCamera("yard", true);
        awaitCamera("door", true);
        bundle.uninstall();

        awaitCamera("yard", false);
        awaitCamera("door", false);
    }

    @Test
    void fileInstallTakesCfgFiles() throws Exception {
        assertThatFileIsTaken("org.mediacapture.provider.mock.camera-garden.cfg", "garden");
    }

    @Test
    void fileInstallTakesConfigFilesWithTypes() throws Exception {
        assertThatFileIsTaken("org.mediacapture.network.camera-gate.config", "gate");
    }

    private void assertThatFileIsTaken(String name, String camera) throws Exception {
        String text = DocumentationPage.of("configuration.md").example("`" + name + "`:");
        assertThat(text).isNotBlank();
        WatchedFolder folder = new WatchedFolder(context, configurations);

        folder.put(name, text);
        awaitCamera(camera, true);
        folder.delete(name);

        awaitCamera(camera, false);
    }

    private void awaitCamera(String name, boolean there) throws Exception {
        Await.until(
                "the camera " + name + (there ? " comes" : " goes"),
                () -> admin.cameras().stream().map(CameraStatus::name).anyMatch(name::equals) == there,
                admin::cameras);
    }
}
