// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Finding;

class ConfigurationCheckTest {
    private static final InstalledBundle CORE = new InstalledBundle(
            1,
            "org.mediacapture.core",
            "0.1.0",
            InstalledBundle.State.ACTIVE,
            List.of(),
            List.of("mock", "javacv"),
            Map.of(
                    "org.mediacapture.core", Set.of("grace", "provider.preference"),
                    "org.mediacapture.network.camera", Set.of("name", "url", "providers")));

    private static StoredConfiguration stored(String pid, Map<String, Object> properties) {
        return new StoredConfiguration("org.mediacapture." + pid, properties);
    }

    private static List<Finding> findings(StoredConfiguration... stored) {
        return new ConfigurationCheck(() -> List.of(stored), () -> List.of(CORE)).findings();
    }

    @Test
    void noneIsFine() {
        assertThat(findings()).containsExactly(Finding.ok("there is none, which is fine"));
    }

    @Test
    void whatHasAReaderIsListedWithoutItsValues() {
        assertThat(findings(
                        stored("core", Map.of("grace", 5, "service.pid", "x", "felix.fileinstall.filename", "y")),
                        stored("network.camera", Map.of("name", "door", "url", "http://a:secret@host/"))))
                .containsExactly(Finding.ok(
                        "all of it has a reader: org.mediacapture.core, org.mediacapture.network.camera \"door\""));
    }

    @Test
    void aPidThatNoBundleReadsIsAProblemWithTheOneThatMayBeMeant() {
        assertThat(findings(stored("cor", Map.of("grace", 5))))
                .containsExactly(Finding.problem(
                        "org.mediacapture.cor: no bundle that is installed reads this; did you mean"
                                + " org.mediacapture.core?",
                        "install the bundle that does, or delete the configuration"));
    }

    @Test
    void aKeyThatIsNoneIsAProblemWithTheOneThatMayBeMeant() {
        assertThat(findings(stored("core", Map.of("grase", 5))))
                .containsExactly(Finding.problem(
                        "org.mediacapture.core: there is no key grase; did you mean grace?",
                        "correct the key or take it out: it changes nothing; there are grace, provider.preference"));
    }

    @Test
    void aProviderThatIsNotInstalledIsAProblem() {
        assertThat(findings(
                        stored("core", Map.of("provider.preference", new String[] {"mock", "javavc"})),
                        stored("network.camera", Map.of("name", "door", "providers", "javacv, ffmpeg"))))
                .containsExactly(
                        Finding.problem(
                                "org.mediacapture.core: provider.preference: there is no provider javavc; did you mean"
                                        + " javacv?",
                                "camera:prefer sets others; installed are javacv, mock"),
                        Finding.problem(
                                "org.mediacapture.network.camera \"door\": providers: there is no provider ffmpeg",
                                "camera:remove and camera:add set others; installed are javacv, mock"));
    }
}
