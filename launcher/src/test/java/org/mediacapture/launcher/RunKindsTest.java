// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunKindsTest {
    private static final List<BundleFile> BUNDLES = List.of(
            bundle("jline-3.jar"), bundle("org.apache.felix.gogo.shell-1.jar"), bundle("org.mediacapture.core-1.jar"));

    private final RunKinds kinds = new Resources().kinds();

    @Test
    void aScriptNeedsNoLineEditor() {
        assertThat(names(kinds.select(BUNDLES, true)))
                .containsExactly("org.mediacapture.core-1.jar", "org.apache.felix.gogo.shell-1.jar");
    }

    @Test
    void aPersonNeedsNoPlainShell() {
        assertThat(names(kinds.select(BUNDLES, false))).containsExactly("org.mediacapture.core-1.jar", "jline-3.jar");
    }

    @Test
    void thereAreTwoKinds() {
        assertThatThrownBy(() -> new RunKinds(Map.of("x", "robot")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("robot");
    }

    private static List<String> names(List<BundleFile> bundles) {
        return bundles.stream().map(bundle -> bundle.path().toString()).toList();
    }

    private static BundleFile bundle(String name) {
        return new BundleFile(Path.of(name), "0");
    }
}
