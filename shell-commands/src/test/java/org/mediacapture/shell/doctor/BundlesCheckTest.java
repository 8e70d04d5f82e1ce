// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.shell.doctor.InstalledBundle.State.ACTIVE;
import static org.mediacapture.shell.doctor.InstalledBundle.State.STOPPED;
import static org.mediacapture.shell.doctor.InstalledBundle.State.UNRESOLVED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

class BundlesCheckTest {
    private static InstalledBundle bundle(long id, String name, InstalledBundle.State state, String... missing) {
        return new InstalledBundle(id, name, "0.1.0", state, List.of(missing), List.of(), Map.of());
    }

    private static List<Finding> findings(InstalledBundle... bundles) {
        return new BundlesCheck(() -> List.of(bundles)).findings();
    }

    @Test
    void theBundlesOfThisProjectThatRunAreListed() {
        assertThat(findings(
                        bundle(2, "org.mediacapture.core", ACTIVE),
                        bundle(1, "org.mediacapture.api", ACTIVE),
                        bundle(3, "org.apache.felix.scr", ACTIVE)))
                .containsExactly(Finding.ok("active: api 0.1.0, core 0.1.0"));
    }

    @Test
    void whatABundleLacksIsNamed() {
        assertThat(findings(bundle(7, "org.mediacapture.web", UNRESOLVED, "package a.b", "osgi.ee (x=1)")))
                .contains(Finding.problem(
                        "org.mediacapture.web 0.1.0 does not resolve: there is no package a.b, no osgi.ee (x=1)",
                        "install a bundle that provides it, then felix:start 7"));
    }

    @Test
    void aBundleThatLacksNothingAndDoesNotResolveIsNamed() {
        assertThat(findings(bundle(7, "com.example", UNRESOLVED)).get(0).severity())
                .isEqualTo(Severity.PROBLEM);
        assertThat(findings(bundle(7, "com.example", UNRESOLVED)).get(0).text())
                .isEqualTo("com.example 0.1.0 does not resolve, although everything is there that it requires");
    }

    @Test
    void aBundleThatIsStoppedIsANote() {
        assertThat(findings(bundle(4, "org.mediacapture.provider.mock", STOPPED)))
                .contains(Finding.note("org.mediacapture.provider.mock 0.1.0 is stopped", "felix:start 4 starts it"));
    }
}
