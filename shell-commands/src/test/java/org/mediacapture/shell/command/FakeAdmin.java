// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatistics;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.admin.TrackStatus;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** Cameras that a test lets come and go. Thread-safe. */
final class FakeAdmin implements CameraAdmin {
    private static final PromiseFactory PROMISES = new PromiseFactory(PromiseFactory.inlineExecutor());

    final List<String> swaps = new CopyOnWriteArrayList<>();
    Optional<Throwable> swapFailure = Optional.empty();
    final List<CameraStatus> cameras = new CopyOnWriteArrayList<>();
    final List<ProviderTroubleStatus> troubles = new CopyOnWriteArrayList<>();
    final List<TrackStatus> tracks = new CopyOnWriteArrayList<>();
    final List<CameraStatistics> statistics = new CopyOnWriteArrayList<>();
    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    final List<Consumer<CameraEvent>> eventListeners = new CopyOnWriteArrayList<>();
    final List<Consumer<UsageEvent>> usageListeners = new CopyOnWriteArrayList<>();

    static CameraStatus camera(String name, String label, String address, String... providers) {
        return new CameraStatus(
                "id-" + name,
                name,
                label,
                address,
                CameraState.IDLE,
                "",
                Arrays.stream(providers)
                        .map(provider ->
                                new ProviderStatus(provider, "org.mediacapture.provider." + provider, 0, false, ""))
                        .toList());
    }

    void arrive(CameraStatus camera) {
        cameras.add(camera);
        listeners.forEach(Runnable::run);
    }

    void leave(String name) {
        cameras.removeIf(camera -> camera.name().equals(name));
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<CameraStatus> cameras() {
        return List.copyOf(cameras);
    }

    @Override
    public List<ProviderTroubleStatus> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public List<TrackStatus> tracks() {
        return List.copyOf(tracks);
    }

    @Override
    public List<CameraStatistics> statistics() {
        return List.copyOf(statistics);
    }

    @Override
    public Promise<Void> swap(String camera, String provider) {
        swaps.add(camera + " to " + provider);
        return swapFailure.map(PROMISES::<Void>failed).orElseGet(() -> PROMISES.resolved(null));
    }

    @Override
    public Registration addCameraListener(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void use(UsageEvent event) {
        usageListeners.forEach(listener -> listener.accept(event));
    }

    void happen(CameraEvent event) {
        eventListeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public Registration addEventListener(Consumer<CameraEvent> listener) {
        eventListeners.add(listener);
        return () -> eventListeners.remove(listener);
    }

    @Override
    public Registration addUsageListener(Consumer<UsageEvent> listener) {
        usageListeners.add(listener);
        return () -> usageListeners.remove(listener);
    }
}
