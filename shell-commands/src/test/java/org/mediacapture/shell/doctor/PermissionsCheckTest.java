// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

class PermissionsCheckTest {
    private static final String SHELL = "org.mediacapture.shell";

    private static List<Finding> findings(Map<String, Object> core) {
        List<InstalledBundle> bundles = Stream.of(SHELL, "com.example.app")
                .map(name -> new InstalledBundle(
                        1, name, "1.0", InstalledBundle.State.ACTIVE, List.of(), List.of(), Map.of()))
                .toList();
        return new PermissionsCheck(
                        () -> List.of(new StoredConfiguration("org.mediacapture.core", core)),
                        () -> bundles,
                        SHELL,
                        () -> false)
                .findings();
    }

    @Test
    void withoutRulesTheShellMayUseCameras() {
        assertThat(findings(Map.of())).containsExactly(Finding.ok("the shell may use cameras and microphones"));
    }

    @Test
    void theFirstRuleThatMatchesTheShellDecides() {
        assertThat(findings(Map.of("permission.camera", List.of("*.app=granted", "org.*=denied", "*=granted"))))
                .containsExactly(Finding.problem(
                        "permission.camera: the rule org.*=denied denies the shell this",
                        "put org.mediacapture.shell=granted before it, if people at the shell shall"));
        assertThat(findings(Map.of("permission.camera", new String[] {"*=granted", "org.*=denied"})))
                .containsExactly(Finding.ok("the shell may use cameras and microphones"));
    }

    @Test
    void aPromptIsANote() {
        assertThat(findings(Map.of("permission.microphone", "*=prompt")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void aRuleThatNamesNoBundleIsANoteUnlessABridgeMayMeanAnOrigin() {
        assertThat(findings(Map.of("permission.camera", "com.exmaple.*=denied")))
                .containsExactly(Finding.note(
                        "permission.camera: com.exmaple.*=denied names no bundle that is installed",
                        "correct the name if one is meant; felix:lb -s lists them"));
        assertThat(findings(Map.of("permission.camera", "https://shop=denied", "permission.bridges", "com.example.*")))
                .containsExactly(Finding.ok("the shell may use cameras and microphones"));
        assertThat(findings(Map.of("permission.bridges", "com.nobody")))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("permission.bridges: com.nobody names no bundle that is installed");
    }

    @Test
    void aRuleThatIsNoneIsAProblem() {
        assertThat(findings(Map.of("permission.camera", "*=maybe")))
                .containsExactly(Finding.problem(
                        "permission.camera: \"*=maybe\" is no rule, so that the whole configuration of the core is refused",
                        "write PATTERN=granted, PATTERN=prompt or PATTERN=denied"));
    }

    @Test
    void aControllerThatMustBeThereAndIsNotDeniesEverything() {
        assertThat(findings(Map.of("permission.controller", "required")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.PROBLEM);
    }
}
