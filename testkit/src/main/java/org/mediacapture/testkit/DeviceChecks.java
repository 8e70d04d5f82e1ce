// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.testkit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.VideoMode;

/** What a device says of itself. Confined to the thread of the test. */
final class DeviceChecks {
    private static final Pattern SECRET =
            Pattern.compile("(?i)[?&;](pass|passwd|password|pwd|secret|token|api_?key)=[^&;]");
    private static final List<String> FACINGS = List.of("user", "environment", "left", "right");

    private final Bench bench;

    DeviceChecks(Bench bench) {
        this.bench = bench;
    }

    void serviceProperties() {
        Map<String, Object> properties = bench.contract().properties();
        Assumptions.assumeFalse(properties.isEmpty(), "override properties() to have the service properties checked");
        address(text(properties, CameraProperties.ADDRESS)
                .orElseThrow(() -> Clause.SERVICE_PROPERTIES.broken(CameraProperties.ADDRESS + " is missing")));
        for (String mandatory : List.of(CameraProperties.LABEL, CameraProperties.PROVIDER)) {
            Clause.SERVICE_PROPERTIES.require(
                    text(properties, mandatory).isPresent(), mandatory + " is missing or blank");
        }
        text(properties, CameraProperties.IDENTITY);
        text(properties, CameraProperties.NAME)
                .ifPresent(name -> Clause.SERVICE_PROPERTIES.require(
                        name.matches("[A-Za-z0-9_-]+"),
                        CameraProperties.NAME + " is \"" + name + "\"; letters, digits, - and _ are accepted"));
        text(properties, CameraProperties.FACING)
                .ifPresent(facing -> Clause.SERVICE_PROPERTIES.require(
                        FACINGS.contains(facing),
                        CameraProperties.FACING + " is \"" + facing + "\"; one of " + FACINGS + " is accepted"));
    }

    private static Optional<String> text(Map<String, Object> properties, String key) {
        Object value = properties.get(key);
        Clause.SERVICE_PROPERTIES.require(
                value == null || value instanceof String text && !text.isBlank(),
                key + " is " + value + "; a String that is not blank is accepted");
        return Optional.ofNullable((String) value);
    }

    private static void address(String address) {
        try {
            URI uri = new URI(address);
            Clause.SERVICE_PROPERTIES.require(
                    uri.isAbsolute(), CameraProperties.ADDRESS + " \"" + address + "\" has no scheme");
            String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
            Clause.SERVICE_PROPERTIES.require(
                    !authority.contains("@") && !SECRET.matcher(address).find(),
                    CameraProperties.ADDRESS + " has credentials in it");
        } catch (URISyntaxException e) {
            throw Clause.SERVICE_PROPERTIES.broken(
                    CameraProperties.ADDRESS + " \"" + address + "\" is no URI: " + e.getReason(), e);
        }
    }

    void absence() throws Exception {
        CameraDevice device = bench.device();
        requirePresent("CameraDevice.modes()", device.modes());
        requirePresent("CameraDevice.controls()", device.controls());
        requirePresent("CameraDevice.group()", device.group());
        CameraSession session = bench.open();
        requirePresent("CameraSession.modes()", session.modes());
        requirePresent("CameraSession.controls()", session.controls());
        requirePresent("CameraSession.photoMode()", session.photoMode());
        requirePresent("CameraSession.still()", session.still());
        requirePresent("CameraSession.settings()", bench.calls().call("settings()", session::settings));
    }

    private static void requirePresent(String what, Object value) {
        Clause.ABSENCE.require(value != null, what + " returned null");
    }

    void modes() throws Exception {
        CameraDevice device = bench.device();
        if (bench.contract().modesKnownBeforeOpening()) {
            Clause.MODES.require(
                    !device.modes().isEmpty(),
                    "CameraDevice.modes() is empty before opening, and modesKnownBeforeOpening() says it is not");
        }
        CameraSession session = bench.open();
        List<VideoMode> modes = session.modes();
        Clause.MODES.require(!modes.isEmpty(), "CameraSession.modes() is empty");
        Clause.MODES.require(
                session.photoMode().filter(mode -> !modes.contains(mode)).isEmpty(),
                "CameraSession.photoMode() is " + session.photoMode() + ", which is none of " + modes);
        Clause.MODES.require(
                new HashSet<>(modes).size() == modes.size(), "CameraSession.modes() lists a mode twice: " + modes);
        Clause.MODES.require(
                device.modes().equals(modes),
                "CameraDevice.modes() is " + device.modes() + " while the open session has " + modes);
    }

    void exclusive() throws Exception {
        RecordingSink firstSink = bench.releasing();
        Bench.Stream first = bench.stream(firstSink);
        RecordingSink secondSink = bench.releasing();
        if (bench.device().exclusive()) {
            requireBusy(secondSink);
            bench.requireFrames(
                    Clause.EXCLUSIVE, firstSink, firstSink.count() + 1, "in the session that was open already");
            bench.close(first.session());
        } else {
            CameraSession second = bench.open(secondSink);
            bench.start(second, first.mode());
            bench.requireFrames(
                    Clause.EXCLUSIVE, secondSink, 1, "in a second session of a camera that is not exclusive");
            bench.close(second);
            bench.requireFrames(
                    Clause.EXCLUSIVE,
                    firstSink,
                    firstSink.count() + 1,
                    "in the first session when the second was closed");
        }
        bench.close(bench.open());
    }

    private void requireBusy(RecordingSink sink) {
        CameraException refusal = Bench.requireCameraException(
                Clause.EXCLUSIVE,
                "a second open() of an exclusive camera",
                bench.calls()
                        .failure("open()", () -> bench.closing(bench.device().open(sink))));
        Clause.EXCLUSIVE.require(
                refusal.reason() == Reason.BUSY, "a second open() threw " + refusal.reason() + " instead of BUSY");
    }
}
