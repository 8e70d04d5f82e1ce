// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA_PAN_TILT_ZOOM;
import static org.mediacapture.stream.PermissionDescriptor.MICROPHONE;
import static org.mediacapture.stream.PermissionState.DENIED;
import static org.mediacapture.stream.PermissionState.GRANTED;
import static org.mediacapture.stream.PermissionState.PROMPT;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.conformance.Rule;
import org.mediacapture.stream.PermissionState;

/** The rules of the configuration. */
class PermissionRulesTest {
    private static final String[] NO_RULES = {};

    @Test
    @Rule("PERM-1")
    void withoutRulesEveryFeatureIsGranted() {
        assertThat(PermissionRules.NONE.state("org.example.app", CAMERA)).isEqualTo(GRANTED);
        assertThat(PermissionRules.NONE.state("org.example.app", MICROPHONE)).isEqualTo(GRANTED);
        assertThat(PermissionRules.NONE.state("org.example.app", CAMERA_PAN_TILT_ZOOM))
                .isEqualTo(GRANTED);
    }

    @Test
    @Rule("PERM-1")
    void cameraAndMicrophoneHaveRulesOfTheirOwn() {
        PermissionRules rules =
                new PermissionRules(new String[] {"*=denied"}, new String[] {"*=prompt"}, NO_RULES, NO_RULES);

        assertThat(rules.state("org.example.app", CAMERA)).isEqualTo(DENIED);
        assertThat(rules.state("org.example.app", MICROPHONE)).isEqualTo(PROMPT);
    }

    @Test
    void theFirstMatchingRuleDecides() {
        PermissionRules rules = camera("org.example.app=prompt", "org.example.*=denied", "*=granted");

        assertThat(rules.state("org.example.app", CAMERA)).isEqualTo(PROMPT);
        assertThat(rules.state("org.example.other", CAMERA)).isEqualTo(DENIED);
        assertThat(rules.state("com.example", CAMERA)).isEqualTo(GRANTED);
        assertThat(rules.decide("org.example.other", CAMERA).cause())
                .isEqualTo("rule org.example.*=denied of permission.camera");
        assertThat(camera("a=denied").decide("b", CAMERA).cause()).isEqualTo("no rule of permission.camera");
    }

    @Test
    void anEntryIsSplitAtItsLastEqualsSign() {
        assertThat(camera("https://example.org:8080/?a=b = denied").state("https://example.org:8080/?a=b", CAMERA))
                .isEqualTo(DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "org.example, org.example, true",
        "org.example, org.example.app, false",
        "org.example, a.org.example, false",
        "org.example, orgXexample, false",
        "*, org.example, true",
        "*, '', true",
        "org.*, org., true",
        "org.*, org, false",
        "*.app, org.app, true",
        "*.app, org.app.x, false",
        "https://*.example.org:*, https://a.example.org:8080, true",
        "https://*.example.org:*, https://example.org:8080, false",
        "a*b*c, abc, true",
        "a*b*c, axxbyybzzc, true",
        "a*b*c, acb, false",
        "a*a, a, false",
        "ab*ba, aba, false",
        "a**b, ab, true",
        "*ab*, xxabxx, true",
        "*ab*, abx, true",
        "*ab*ab*, xabx, false",
        "a*bc*c, abc, false",
        "[a-z]+, abc, false",
    })
    void anAsteriskStandsForAnyTextAndNothingElseIsSpecial(String pattern, String origin, boolean matches) {
        assertThat(new OriginPattern(pattern).matches(origin)).isEqualTo(matches);
    }

    @Test
    @Timeout(30)
    void noPatternIsSlow() {
        assertThat(new OriginPattern("*a".repeat(1000) + "*b").matches("a".repeat(1 << 20)))
                .isFalse();
    }

    @ParameterizedTest
    @Rule("PTZ-7")
    @CsvSource({
        "granted, granted, GRANTED",
        "granted, prompt, PROMPT",
        "granted, denied, DENIED",
        "prompt, granted, PROMPT",
        "prompt, prompt, PROMPT",
        "prompt, denied, DENIED",
        "denied, granted, DENIED",
        "denied, prompt, DENIED",
        "denied, denied, DENIED",
    })
    void movingACameraIsNeverMorePermittedThanUsingIt(String use, String move, PermissionState state) {
        PermissionRules rules =
                new PermissionRules(new String[] {"*=" + use}, NO_RULES, new String[] {"*=" + move}, NO_RULES);

        assertThat(rules.state("org.example.app", CAMERA_PAN_TILT_ZOOM)).isEqualTo(state);
        assertThat(rules.state("org.example.app", CAMERA).value()).isEqualTo(use);
    }

    @Test
    void noBundleIsABridgeUnlessItIsNamed() {
        PermissionRules rules =
                new PermissionRules(NO_RULES, NO_RULES, NO_RULES, new String[] {"org.example.bridge", "*.web"});

        assertThat(rules.mayBridge("org.example.bridge")).isTrue();
        assertThat(rules.mayBridge("com.example.web")).isTrue();
        assertThat(rules.mayBridge("org.example.bridge.evil")).isFalse();
        assertThat(PermissionRules.NONE.mayBridge("org.example.bridge")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "org.example", "org.example=", "=denied", " =denied", "a=Denied", "a=yes", "a=denied=b"})
    void aBadRuleIsRefusedWithWhatWouldBeAccepted(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermissionRules(NO_RULES, NO_RULES, new String[] {"*=prompt", entry}, NO_RULES))
                .withMessage("org.mediacapture.core: permission.pan-tilt-zoom: \"" + entry
                        + "\" is not accepted; PATTERN=STATE is, where * in PATTERN stands for any text and STATE is one"
                        + " of granted, prompt, denied");
    }

    @Test
    void aBlankBridgeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PermissionRules(NO_RULES, NO_RULES, NO_RULES, new String[] {" "}))
                .withMessage("org.mediacapture.core: permission.bridges: \" \" is not accepted; the symbolic name of a"
                        + " bundle is, in which * stands for any text");
    }

    @Test
    void settingsTakeTheWordsAndTimesThatTheyName() {
        assertThat(PermissionSettings.of(PermissionRules.NONE, "optional", 60_000))
                .isEqualTo(PermissionSettings.DEFAULT);
        assertThat(PermissionSettings.of(PermissionRules.NONE, "required", 1))
                .isEqualTo(new PermissionSettings(PermissionRules.NONE, true, Duration.ofMillis(1)));
        assertThat(PermissionSettings.of(PermissionRules.NONE, "optional", 86_400_000)
                        .promptDeadline())
                .isEqualTo(Duration.ofDays(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionSettings.of(PermissionRules.NONE, "Required", 1))
                .withMessage("org.mediacapture.core: permission.controller: \"Required\" is not accepted; optional or"
                        + " required is");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 86_400_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void aPromptDeadlineOutOfRangeIsRefused(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionSettings.of(PermissionRules.NONE, "optional", millis))
                .withMessage("org.mediacapture.core: deadline.prompt: " + millis
                        + " ms is not accepted; 1 to 86400000 ms are");
    }

    private static PermissionRules camera(String... entries) {
        return new PermissionRules(entries, NO_RULES, NO_RULES, NO_RULES);
    }
}
