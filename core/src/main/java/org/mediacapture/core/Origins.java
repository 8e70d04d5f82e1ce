// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mediacapture.core.track.Origin;
import org.mediacapture.stream.MediaDevices;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * Gives each using bundle media devices of its own. They last until the bundle stops, however often it gives the service back
 * (TRK-9). Thread-safe.
 */
final class Origins implements ServiceFactory<MediaDevices> {
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>(); // by bundle id
    private final Function<Origin, MediaDevices> devices;

    Origins(Function<Origin, MediaDevices> devices) {
        this.devices = devices;
    }

    @Override
    public MediaDevices getService(Bundle bundle, ServiceRegistration<MediaDevices> registration) {
        return entries.computeIfAbsent(bundle.getBundleId(), id -> {
                    Origin origin = new Origin(bundle.getSymbolicName());
                    return new Entry(origin, devices.apply(origin));
                })
                .devices();
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<MediaDevices> registration, MediaDevices service) {
        // Gogo and delayed components give services back all the time: tracks end with their bundle
    }

    /** All origins. */
    Collection<Origin> all() {
        return entries.values().stream().map(Entry::origin).toList();
    }

    /** Ends the tracks of a bundle that stops. */
    void stopping(Bundle bundle) {
        List.copyOf(entries.keySet()).stream()
                .filter(id -> id == bundle.getBundleId())
                .map(entries::remove)
                .forEach(entry -> entry.origin().close());
    }

    private record Entry(Origin origin, MediaDevices devices) {}
}
