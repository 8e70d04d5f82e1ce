// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraProperties;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.ProviderTrouble;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.stream.Registration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What the core learns from the services that providers register, without opening a camera. */
class ProviderServicesTest {
    @InjectBundleContext
    BundleContext context;

    @InjectService
    CameraAdmin admin;

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @AfterEach
    void unregister() {
        registrations.forEach(ServiceRegistration::unregister);
        assertThat(admin.cameras()).extracting(CameraStatus::name).doesNotContain("yard");
    }

    @Test
    void theOrderOfProvidersFollowsARankingThatIsChanged() throws Exception {
        offer("first", "stub:yard", 10, Map.of());
        ServiceRegistration<CameraDevice> second = offer("second", "stub:yard", 5, Map.of());
        assertThat(providers()).containsExactly("first", "second");
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();

        try (Registration listening = admin.addCameraListener(() -> changes.add(true))) {
            second.setProperties(properties("second", "stub:yard", 20, Map.of()));
            Await.next(changes);
        }

        assertThat(providers()).containsExactly("second", "first");
        assertThat(yard().providers()).extracting(ProviderStatus::ranking).containsExactly(20, 10);
    }

    @Test
    void aProviderWithoutCamerasIsToldWithItsReasonWhileItSaysSo() throws Exception {
        ServiceRegistration<ProviderTrouble> lack = context.registerService(
                ProviderTrouble.class,
                () -> "no local cameras: a library is missing",
                new Hashtable<>(Map.of(CameraProperties.PROVIDER, "stub")));

        assertThat(admin.troubles())
                .contains(new ProviderTroubleStatus(
                        "stub", "org.mediacapture.itest", "no local cameras: a library is missing"));

        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        try (Registration listening = admin.addCameraListener(() -> changes.add(true))) {
            lack.unregister();
            Await.next(changes);
        }
        assertThat(admin.troubles()).extracting(ProviderTroubleStatus::provider).doesNotContain("stub");
    }

    @Test
    void aProviderThatCannotTellWhyHasNoCamerasAllTheSame() {
        registrations.add(context.registerService(
                ProviderTrouble.class,
                () -> {
                    throw new IllegalStateException("broken");
                },
                new Hashtable<>(Map.of(CameraProperties.PROVIDER, "stub"))));

        assertThat(admin.troubles())
                .filteredOn(status -> status.provider().equals("stub"))
                .extracting(ProviderTroubleStatus::reason)
                .containsExactly("it cannot tell why: java.lang.IllegalStateException: broken");
    }

    @Test
    void servicesOfOneIdentityAreOneCameraWhateverTheirAddresses() {
        offer("first", "stub:yard", 10, Map.of(CameraProperties.IDENTITY, "serial 1"));
        offer("second", "stub:other-way-to-it", 5, Map.of(CameraProperties.IDENTITY, "serial 1"));

        assertThat(providers()).containsExactly("first", "second");
        assertThat(admin.cameras()).extracting(CameraStatus::address).doesNotContain("stub:other-way-to-it");
    }

    private ServiceRegistration<CameraDevice> offer(
            String provider, String address, int ranking, Map<String, Object> more) {
        ServiceRegistration<CameraDevice> registration =
                context.registerService(CameraDevice.class, new Closed(), properties(provider, address, ranking, more));
        registrations.add(registration);
        return registration;
    }

    private static Hashtable<String, Object> properties(
            String provider, String address, int ranking, Map<String, Object> more) {
        Hashtable<String, Object> properties = new Hashtable<>(more);
        properties.put(CameraProperties.ADDRESS, address);
        properties.put(CameraProperties.LABEL, "Yard");
        properties.put(CameraProperties.NAME, "yard");
        properties.put(CameraProperties.PROVIDER, provider);
        properties.put(Constants.SERVICE_RANKING, ranking);
        return properties;
    }

    private List<String> providers() {
        return yard().providers().stream().map(ProviderStatus::provider).toList();
    }

    private CameraStatus yard() {
        return admin.cameras().stream()
                .filter(camera -> camera.name().equals("yard"))
                .findFirst()
                .orElseThrow();
    }

    /** A camera that nobody can open. Immutable. */
    private static final class Closed implements CameraDevice {
        @Override
        public List<VideoMode> modes() {
            return List.of();
        }

        @Override
        public boolean exclusive() {
            return true;
        }

        @Override
        public CameraSession open(FrameSink sink) throws CameraException {
            throw new CameraException(CameraException.Reason.DENIED, "nobody can open it");
        }
    }
}
