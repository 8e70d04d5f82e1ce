// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.fixtures.Configurations;
import org.mediacapture.fixtures.FakeFramework;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.MicrophoneDevice;

/** The components against a framework that only remembers. */
class CameraComponentsTest {
    private final FakeFramework framework = new FakeFramework();
    private final MockTimer timer = new MockTimer();
    private final Sceneries sceneries = new Sceneries();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void theDefaultCameraComesAndGoesWithItsComponent() throws CameraException {
        DefaultMockCamera component =
                new DefaultMockCamera(framework.context(), timer, sceneries, byDefault(Map.of()), Map.of());
        assertThat(framework.values("camera.address")).containsExactly("mock:mock");
        assertThat(framework.services(MicrophoneDevice.class)).hasSize(1);
        assertThat(framework.services(MicrophoneDevice.class).get(0).group())
                .as("one device")
                .hasValue("mock:mock");
        CameraDevice device = framework.services(CameraDevice.class).get(0);
        assertThat(device.modes()).isEqualTo(MockMode.DEFAULTS);
        assertThat(device.group()).hasValue("mock:mock");
        assertThat(device.exclusive()).isFalse();
        device.open(RecordingSink.releasing());
        component.close();
        assertThat(framework.values("camera.address")).isEmpty();
        assertThat(framework.services(MicrophoneDevice.class)).isEmpty();
        assertThatThrownBy(() -> device.open(RecordingSink.releasing()))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(CameraException.Reason.LOST))
                .hasMessageContaining("mock:mock: open: the camera was removed");
    }

    @Test
    void theDefaultCameraCanBeSwitchedOff() {
        DefaultMockCamera component = new DefaultMockCamera(
                framework.context(), timer, sceneries, byDefault(Map.of("default", false)), Map.of("default", false));
        assertThat(framework.values("camera.address")).isEmpty();
        assertThat(framework.services(MicrophoneDevice.class)).isEmpty();
        component.close();
    }

    @Test
    void theMicrophoneAloneCanBeSwitchedOff() {
        DefaultMockCamera component = new DefaultMockCamera(
                framework.context(),
                timer,
                sceneries,
                byDefault(Map.of("microphone", false)),
                Map.of("microphone", false));
        assertThat(framework.values("camera.address")).containsExactly("mock:mock");
        assertThat(framework.services(MicrophoneDevice.class)).isEmpty();
        component.close();
    }

    @Test
    void twoConfigurationsOfOneNameAreTwoOffersOfOneCamera() {
        configured(Map.of("name", "door", "ranking", 1));
        configured(Map.of("name", "door", "ranking", 2, "provider", "mock2"));
        assertThat(framework.values("camera.address")).containsExactly("mock:door", "mock:door");
        assertThat(framework.values("camera.provider")).containsExactly("mock", "mock2");
        assertThat(framework.values("service.ranking")).containsExactly(1, 2);
    }

    @Test
    void aWrongConfigurationBringsNoCamera() {
        ConfiguredMockCamera component = configured(Map.of("name", "door", "faults", new String[] {"nonsense"}));
        assertThat(framework.values("camera.address")).isEmpty();
        component.close();
    }

    @Test
    void aWrongChangeLeavesTheCameraThatThereIsAndARightOneReplacesIt() {
        ConfiguredMockCamera component = configured(Map.of("name", "door"));
        Map<String, Object> wrong = Map.of("name", "yard", "modes", new String[] {"large"});
        Map<String, Object> right = Map.of("name", "yard");

        component.modified(MockCameras.configured(wrong), wrong);
        assertThat(framework.values("camera.address")).containsExactly("mock:door");
        component.modified(MockCameras.configured(right), right);
        assertThat(framework.values("camera.address")).containsExactly("mock:yard");
        component.close();
        assertThat(framework.values("camera.address")).isEmpty();
    }

    @Test
    void whatIsNoTruthValueLeavesTheDefaultCameraAsItIs() {
        DefaultMockCamera component =
                new DefaultMockCamera(framework.context(), timer, sceneries, byDefault(Map.of()), Map.of());

        component.modified(byDefault(Map.of("default", false)), Map.of("default", "perhaps"));
        assertThat(framework.values("camera.address")).containsExactly("mock:mock");
        component.modified(byDefault(Map.of("default", false)), Map.of("default", false));
        assertThat(framework.values("camera.address")).isEmpty();
    }

    @Test
    void aCameraIsUnregisteredBeforeItsSessionsAreClosed() throws CameraException {
        ConfiguredMockCamera component = configured(Map.of("name", "door"));
        var session = framework.services(CameraDevice.class).get(0).open(RecordingSink.releasing());
        List<String> settings = new ArrayList<>();
        framework.onUnregister(() -> {
            try {
                settings.add(session.settings().toString());
            } catch (CameraException e) {
                throw new AssertionError(e);
            }
        });
        component.close();
        assertThat(settings).hasSize(1);
        assertThatThrownBy(session::settings).isInstanceOf(CameraException.class);
    }

    @Test
    void aCameraThatIsPulledOutTellsItsSessionCannotBeOpenedAndLeavesTheRegistry() throws CameraException {
        ManualTimer manual = new ManualTimer(0);
        CameraDescription description = CameraDescription.of(
                MockCameras.configured(Map.of("name", "door", "faults", new String[] {"unplugs-after=1"})));
        CameraRegistration registration =
                new CameraRegistration(framework.context(), description, new Studio(manual, sceneries));
        CameraDevice device = framework.services(CameraDevice.class).get(0);
        List<String> found = new ArrayList<>();
        framework.onUnregister(() -> found.add("unregistered"));
        RecordingSink sink = RecordingSink.releasing()
                .onEnd(end -> found.add(end.cause() + ", registered "
                        + framework.services(CameraDevice.class).size() + ", "
                        + catchThrowable(() -> device.open(RecordingSink.releasing()))
                                .getMessage()));
        device.open(sink).start(device.modes().get(0));

        manual.advance(0);

        assertThat(found)
                .containsExactly(
                        "UNPLUGGED, registered 1, mock:door: open: pulled out, as its faults say", "unregistered");
        assertThat(framework.services(CameraDevice.class)).isEmpty();
        registration.close();
        assertThat(found).hasSize(2);
    }

    private ConfiguredMockCamera configured(Map<String, Object> values) {
        return new ConfiguredMockCamera(framework.context(), timer, sceneries, MockCameras.configured(values), values);
    }

    private static DefaultCameraConfiguration byDefault(Map<String, Object> values) {
        return Configurations.of(DefaultCameraConfiguration.class, values);
    }
}
