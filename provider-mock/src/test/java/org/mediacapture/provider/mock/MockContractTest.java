// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.mediacapture.conformance.Rule;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.testkit.CameraDeviceContract;

/** A mock camera with a still part and every control keeps the provider contract. */
@Rule({"PX-20", "PX-25", "PX-26", "PX-27", "IC-8"})
class MockContractTest extends CameraDeviceContract {
    private static MockTimer timer;

    @BeforeAll
    static void startTimer() {
        timer = new MockTimer();
    }

    @AfterAll
    static void endTimer() {
        timer.close();
    }

    /** What the camera is, besides small. */
    Map<String, Object> configuration() {
        return Map.of("still", true);
    }

    private MockDevice faulty(String fault) {
        return MockCameras.device(timer, Map.of("faults", new String[] {fault}));
    }

    @Override
    protected CameraDevice device() {
        return MockCameras.device(timer, configuration());
    }

    @Override
    protected Map<String, Object> properties() {
        var properties = MockCameras.description(configuration()).serviceProperties();
        return Collections.list(properties.keys()).stream().collect(Collectors.toMap(key -> key, properties::get));
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksOpening() {
        return Optional.of(faulty("open-blocks"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatBlocksStarting() {
        return Optional.of(faulty("start-blocks"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatFallsSilent() {
        return Optional.of(faulty("stalls-after=5"));
    }

    @Override
    protected Optional<CameraDevice> deviceThatIsUnplugged() {
        return Optional.of(faulty("unplugs-after=5"));
    }
}

/** A mock camera without still part or controls, which only one can open, keeps the provider contract. */
class PlainMockContractTest extends MockContractTest {
    @Override
    Map<String, Object> configuration() {
        return Map.of("controls", new String[0], "exclusive", true);
    }
}
