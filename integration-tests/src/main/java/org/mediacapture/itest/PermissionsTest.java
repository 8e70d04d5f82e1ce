// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Dictionary;
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
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
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
        configurations.getConfiguration(CORE, "?").delete();
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
        assertThat(next(UsageEvent.Type.REVOKED).device()).isEqualTo("camera");
        assertThat(next(UsageEvent.Type.STOPPED).bundle()).isEqualTo(ME);
        assertThat(Await.failure(devices.getUserMedia(Map.of("video", true))))
                .isInstanceOfSatisfying(
                        MediaException.class, error -> assertThat(error.name()).isEqualTo("NotAllowedError"))
                .hasMessageContaining(ME);
    }

    @Test
    @Rule({"PTZ-2", "PTZ-3", "X-13"})
    void withoutThePermissionThereIsNoPanTiltZoom() throws Exception {
        configure(Map.of("permission.pan-tilt-zoom", new String[] {"*=denied"}));

        MediaStreamTrack track = open(devices);

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
        try (MediaDocument page = factory.create("https://example.org")) {
            assertThat(Await.value(page.enumerateDevices()))
                    .allSatisfy(device -> assertThat(device.deviceId()).isEmpty());

            open(page).stop();

            assertThat(camera(page).deviceId()).hasSize(64);
        }
    }

    @Test
    void cameraServicesAreHiddenUnlessConfiguredOtherwise() throws Exception {
        assertThat(context.getServiceReferences(CameraDevice.class, null)).isEmpty();

        configure(Map.of("hide.devices", false));

        assertThat(context.getServiceReferences(CameraDevice.class, null)).isNotEmpty();
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

    /** Configures the core, and waits until listeners that came later than its component's have heard of it too. */
    private void configure(Map<String, Object> values) throws Exception {
        Configuration configuration = configurations.getConfiguration(CORE, "?");
        Dictionary<String, Object> properties = new Hashtable<>(values);
        BlockingQueue<String> updated = new LinkedBlockingQueue<>();
        ConfigurationListener listener = event -> {
            if (event.getType() == ConfigurationEvent.CM_UPDATED) { // and not the deletion after the test before
                updated.add(event.getPid());
            }
        };
        ServiceRegistration<?> registration = context.registerService(ConfigurationListener.class, listener, null);
        try {
            configuration.update(properties);
            String pid = Await.next(updated);
            while (!pid.equals(CORE)) {
                pid = Await.next(updated);
            }
        } finally {
            registration.unregister();
        }
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
