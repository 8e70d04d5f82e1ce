// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.fake.FakeDevice;
import org.mediacapture.core.fake.FakeTrack;
import org.mediacapture.core.fake.InlineScheduler;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.inventory.CameraInventory;
import org.mediacapture.core.inventory.OfferedDevices;
import org.mediacapture.core.inventory.ProviderPreference;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.provider.CameraDevice;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.ServiceReference;

/** Camera services that go. */
class DeviceTrackerTest {
    private final Scheduler scheduler = new InlineScheduler();
    private final CameraInventory inventory = new CameraInventory(
            (name, offers, onChange) ->
                    new CameraSource(name, offers, scheduler, () -> Deadlines.DEFAULT, Rig.codecs(), onChange),
            () -> ProviderPreference.NONE,
            () -> {});
    private final DeviceTracker tracker = new DeviceTracker(
            proxy(
                    BundleContext.class,
                    Map.of(
                            "createFilter", arguments -> proxy(Filter.class, Map.of()),
                            "getService", arguments -> ((ServiceReference<?>) arguments[0]).getProperty("device"),
                            "ungetService", arguments -> true)),
            new OfferedDevices(inventory, address -> Optional.empty(), scheduler::execute),
            scheduler,
            () -> Deadlines.DEFAULT);

    private final FakeDevice first = new FakeDevice();
    private final FakeDevice second = new FakeDevice();
    private int state = Bundle.ACTIVE;

    @Test
    void whoseBundleStopsIsNoSuccessorOfTheFirstThatGoes() {
        ServiceReference<CameraDevice> used = add(first, 1);
        ServiceReference<CameraDevice> other = add(second, 2);
        attach();

        state = Bundle.STOPPING;
        tracker.removedService(used, 1L);
        tracker.removedService(other, 2L);

        assertThat(first.openings).isEqualTo(1);
        assertThat(second.openings).isZero();
    }

    @Test
    void anotherServiceOfABundleThatGoesOnIsTheSuccessor() {
        ServiceReference<CameraDevice> used = add(first, 1);
        add(second, 2);
        attach();

        tracker.removedService(used, 1L);

        assertThat(second.openings).isEqualTo(1);
    }

    private void attach() {
        CameraSource source = inventory.cameras().get(0).source();
        Rig.value(source.attach(
                MediaTrackConstraints.none(),
                new Perspective(MediaTrackSettings.empty(), true),
                attachment -> new FakeTrack(scheduler, MediaTrackConstraints.none(), attachment)));
    }

    private ServiceReference<CameraDevice> add(FakeDevice device, long id) {
        Bundle bundle = proxy(
                Bundle.class,
                Map.of(
                        "getState", arguments -> state,
                        "getBundleId", arguments -> 7L,
                        "getSymbolicName", arguments -> "fake"));
        Map<String, Object> properties = Map.of(
                "camera.address", "fake:door",
                "camera.label", "Door",
                "camera.provider", "fake",
                "service.id", id,
                "device", device);
        @SuppressWarnings("unchecked")
        ServiceReference<CameraDevice> reference = proxy(
                ServiceReference.class,
                Map.of("getBundle", arguments -> bundle, "getProperty", arguments -> properties.get(arguments[0])));
        tracker.addingService(reference);
        return reference;
    }

    private static <T> T proxy(Class<T> type, Map<String, Function<Object[], Object>> calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.get(method.getName()).apply(arguments)));
    }
}
