// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.condition.Condition;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Components that wait for a camera by a condition. */
@ExtendWith(PatientCore.class)
class ConditionsTest {
    private static final String CAMERA = "yard";
    private static final Map<String, Object> OUTSIDE = Map.of("facing", "environment");

    @InjectBundleContext
    BundleContext context;

    @InjectService
    CameraAdmin admin;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    MediaDevices devices;

    private MockCameras cameras;

    @BeforeEach
    void prepare() {
        cameras = new MockCameras(configurations, admin);
    }

    @AfterEach
    void remove() throws Exception {
        cameras.remove();
    }

    @Test
    void aComponentIsThereAsLongAsThereIsTheCameraThatItWaitsFor() throws Exception {
        Await.until("there is none at first", () -> context.getServiceReference(EnvironmentWatcher.class) == null);

        cameras.offer(CAMERA, "mock", 0, OUTSIDE);
        Await.until("the component is there", () -> context.getServiceReference(EnvironmentWatcher.class) != null);
        ServiceReference<Condition> condition = conditions().iterator().next();
        assertThat(condition.getProperty("camera.label")).isEqualTo(CAMERA);
        assertThat((String[]) condition.getProperty("camera.provider")).containsExactly("mock");

        cameras.remove();
        Await.until("the component is gone", () -> context.getServiceReference(EnvironmentWatcher.class) == null);
        Await.until("the condition is gone", () -> conditions().isEmpty());
    }

    @Test
    void aComponentWhoseCameraIsCarriedOverToAnotherProviderStaysThere() throws Exception {
        cameras.offer(CAMERA, "first", 0, OUTSIDE);
        Await.until("the component is there", () -> context.getServiceReference(EnvironmentWatcher.class) != null);
        ServiceReference<EnvironmentWatcher> component = context.getServiceReference(EnvironmentWatcher.class);
        EnvironmentWatcher before = context.getService(component);
        MediaStreamTrack track = Await.value(devices.getUserMedia(cameras.request(CAMERA)))
                .getVideoTracks()
                .get(0);

        cameras.removeOffers();
        cameras.offer(CAMERA, "second", 0, OUTSIDE);
        Await.until("the camera is carried over", () -> cameras.inUse(CAMERA).equals("second"));
        Await.until(
                "the condition tells the new provider",
                () -> ((String[]) conditions().iterator().next().getProperty("camera.provider"))[0].equals("second"));

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(context.getService(component)).isSameAs(before);
        track.stop();
        context.ungetService(component);
    }

    private Collection<ServiceReference<Condition>> conditions() throws Exception {
        return context.getServiceReferences(Condition.class, "(camera.name=" + CAMERA + ")");
    }
}
