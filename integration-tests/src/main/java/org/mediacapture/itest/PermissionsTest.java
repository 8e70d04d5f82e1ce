// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaDevicesFactory;
import org.mediacapture.stream.MediaDocument;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** Who may use cameras: rules of the configuration, a controller, bridges, and what operators are told. */
class PermissionsTest {
    private static final String CORE = "org.mediacapture.core";
    private static final String ME = "org.mediacapture.itest";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    MediaDevices devices;

    @InjectService
    MediaDevicesFactory factory;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    private final BlockingQueue<UsageEvent> usage = new LinkedBlockingQueue<>();
    private Registration listening;

    @BeforeEach
    void listen() throws Exception {
        assertThat(Await.value(devices.enumerateDevices())).isNotEmpty();
        listening = admin.addUsageListener(usage::add);
    }

    @AfterEach
    void restore() throws Exception {
        listening.close();
        configure(Map.of());
        Await.until("the defaults are in force again", () -> !mayBridge() && !seesDevices() && isGranted());
    }

    @Test
    @Rule({"TRK-12", "PERM-1", "PERM-5", "GUM-9"})
    void aRuleThatDeniesEndsTracksAndRefusesNewOnes() throws Exception {
        MediaStreamTrack track = open(devices);
        assertThat(next(UsageEvent.Type.STARTED).bundle()).isEqualTo(ME);
        BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        track.addEventListener(TrackEvent.Type.ENDED, event -> ended.add(event.cause()));

        configure(Map.of("permission.camera", new String[] {ME + "=denied"}));

        assertThat(Await.next(ended)).contains("permission");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        UsageEvent revoked = next(UsageEvent.Type.REVOKED);
        while (!revoked.device().equals("camera")) { // to move the camera may be taken back before the camera itself is
            revoked = next(UsageEvent.Type.REVOKED);
        }
        assertThat(next(UsageEvent.Type.STOPPED).bundle()).isEqualTo(ME);
        assertThat(Await.failure(devices.getUserMedia(Map.of("video", true))))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotAllowedError"))
                .hasMessageContaining(ME);
    }

    @Test
    @Rule({"PTZ-2", "PTZ-3", "X-13"})
    void withoutThePermissionThereIsNoPanTiltZoom() throws Exception {
        MediaStreamTrack before = open(devices);
        assertThat(before.getCapabilities().get(ConstrainableProperty.ZOOM)).isPresent();
        BlockingQueue<TrackEvent> changes = new LinkedBlockingQueue<>();
        before.addEventListener(TrackEvent.Type.CONFIGURATION_CHANGE, changes::add);

        configure(Map.of("permission.pan-tilt-zoom", new String[] {"*=denied"}));
        do { // the automatics of the camera tell of changes, too
            Await.next(changes);
        } while (before.getCapabilities().get(ConstrainableProperty.ZOOM).isPresent());
        MediaStreamTrack track = open(devices);

        before.stop();
        assertThat(track.getCapabilities().get(ConstrainableProperty.ZOOM)).isEmpty();
        assertThat(track.getSettings().get(ConstrainableProperty.PAN)).isEmpty();
        assertThat(track.getCapabilities().get(ConstrainableProperty.BRIGHTNESS))
                .isPresent();
        track.stop();
    }

    @Test
    @Rule({"GUM-10", "PERM-4"})
    void aControllerIsAskedWhereItWantsToBe() throws Exception {
        Asking asking = new Asking();
        ServiceRegistration<PermissionController> controller =
                context.registerService(PermissionController.class, asking, null);
        try {
            MediaStreamTrack track = open(devices);
            assertThat(asking.asked).hasSize(1);

            open(devices).stop();
            assertThat(asking.asked)
                    .as("the device is in use, nobody is asked again")
                    .hasSize(1);
            track.stop();
        } finally {
            controller.unregister();
        }
    }

    @Test
    @Rule({"DEV-1", "DEV-3", "TRK-9"})
    void aBridgeThatTheConfigurationNamesMakesDocuments() throws Exception {
        assertThat(catchThrowableOfType(MediaException.class, () -> factory.create("https://example.org"))
                        .name())
                .isEqualTo("SecurityError");
        configure(Map.of("permission.bridges", new String[] {"org.mediacapture.it*"}));
        Await.until("the configuration is in force", this::mayBridge);

        try (MediaDocument one = factory.create("https://example.org");
                MediaDocument other = factory.create("https://example.org")) {
            MediaDeviceInfo seen = camera(one);
            assertThat(camera(other).deviceId()).isEqualTo(seen.deviceId());
            assertThat(camera(other).groupId()).isNotEqualTo(seen.groupId());
            assertThat(camera(devices).deviceId()).isNotEqualTo(seen.deviceId());
            MediaStreamTrack track = open(one);
            one.close();
            assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        }
    }

    @Test
    @Rule({"ENUM-4", "ENUM-5"})
    void devicesAreConcealedBeforeTheFirstCaptureWhereThatIsConfigured() throws Exception {
        configure(Map.of("exposure", "capture", "permission.bridges", new String[] {ME}));
        Await.until("the configuration is in force", this::mayBridge);

        try (MediaDocument page = factory.create("https://example.org")) {
            assertThat(Await.value(page.enumerateDevices()))
                    .allSatisfy(device -> assertThat(device.deviceId()).isEmpty());

            open(page).stop();

            assertThat(camera(page).deviceId()).hasSize(64);
        }
    }

    @Test
    void cameraServicesAreHiddenUnlessConfiguredOtherwise() throws Exception {
        assertThat(seesDevices()).isFalse();

        configure(Map.of("hide.devices", false));

        Await.until("cameras are seen", this::seesDevices);
    }

    private boolean seesDevices() throws InvalidSyntaxException {
        return !context.getServiceReferences(CameraDevice.class, null).isEmpty();
    }

    private boolean mayBridge() {
        try (MediaDocument document = factory.create("https://example.org")) {
            return document.origin().equals("https://example.org");
        } catch (MediaException refused) {
            return false;
        }
    }

    private boolean isGranted() throws Exception {
        Promise<MediaStream> stream = devices.getUserMedia(Map.of("video", true));
        Await.settled(stream);
        boolean granted = stream.getFailure() == null;
        if (granted) {
            stream.getValue().getTracks().forEach(MediaStreamTrack::stop);
        }
        return granted;
    }

    @Test
    void aConfigurationWithAWrongValueLeavesTheCoreAndWhatIsInForceAlone() throws Exception {
        configure(Map.of("grace", "abc", "permission.camera", new String[] {ME + "=denied"}));

        open(devices).stop();
    }

    private static MediaStreamTrack open(MediaDevices devices) throws Exception {
        return Await.value(devices.getUserMedia(Map.of("video", true)))
                .getVideoTracks()
                .get(0);
    }

    private static MediaDeviceInfo camera(MediaDevices devices) throws Exception {
        return Await.value(devices.enumerateDevices()).stream()
                .filter(device -> device.kind().value().equals("videoinput"))
                .findFirst()
                .orElseThrow();
    }

    private UsageEvent next(UsageEvent.Type type) throws InterruptedException {
        UsageEvent event = Await.next(usage);
        while (event.type() != type) {
            event = Await.next(usage);
        }
        return event;
    }

    /** Configures the core, which takes effect soon. */
    private void configure(Map<String, Object> values) throws IOException {
        configurations.getConfiguration(CORE, "?").update(new Hashtable<>(values));
    }

    /** A controller that is asked for everything and grants it once. */
    private static final class Asking implements PermissionController {
        private final BlockingQueue<Set<PermissionDescriptor>> asked = new LinkedBlockingQueue<>();

        @Override
        public PermissionState query(String origin, PermissionDescriptor permission) {
            return PermissionState.PROMPT;
        }

        @Override
        public Promise<Map<PermissionDescriptor, PermissionState>> request(
                String origin, Set<PermissionDescriptor> permissions) {
            asked.add(permissions);
            return Promises.resolved(permissions.stream()
                    .collect(Collectors.toMap(permission -> permission, permission -> PermissionState.GRANTED)));
        }
    }
}
