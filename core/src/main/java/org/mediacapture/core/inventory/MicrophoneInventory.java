// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mediacapture.provider.MicrophoneDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The microphones that there are. Services of one address are one microphone; the best one stands for it. Thread-safe. */
public final class MicrophoneInventory {
    private static final Comparator<Microphone> BEST_FIRST = Comparator.comparing(
                    Microphone::offer,
                    Comparator.comparingInt(Microphone.Offer::ranking).reversed())
            .thenComparing(Microphone::offer, Comparator.comparingLong(Microphone.Offer::serviceId));

    private static final Logger LOG = LoggerFactory.getLogger(MicrophoneInventory.class);

    private final Runnable onChange;
    private final Map<Long, Microphone> services = new TreeMap<>(); // by service id; guarded by this

    /**
     * Makes an empty inventory.
     *
     * @param onChange called after each change; returns at once
     */
    public MicrophoneInventory(Runnable onChange) {
        this.onChange = onChange;
    }

    /** The microphones, the default one first (ENUM-2). */
    public synchronized List<Microphone> microphones() {
        Map<String, Microphone> best = new LinkedHashMap<>();
        services.values().stream()
                .sorted(BEST_FIRST)
                .forEach(microphone -> best.putIfAbsent(microphone.address(), microphone));
        return List.copyOf(best.values());
    }

    /** Adds a service; the microphone gets a short name of its label. One that cannot tell what it is does not hide the others. */
    public void add(Microphone.Offer offer, MicrophoneDevice device) {
        Microphone microphone;
        try {
            microphone = Microphone.of(offer, device);
        } catch (Throwable broken) {
            LOG.warn(
                    "{}:{} cannot tell about its microphone and is left out",
                    offer.provider(),
                    offer.address(),
                    broken);
            return;
        }
        synchronized (this) {
            services.put(offer.serviceId(), microphone.named(freeName(offer.address(), offer.label())));
        }
        onChange.run();
    }

    /** Removes a service. */
    public void remove(long serviceId) {
        synchronized (this) {
            services.remove(serviceId);
        }
        onChange.run();
    }

    private String freeName(String address, String label) {
        Optional<Microphone> same = services.values().stream()
                .filter(microphone -> microphone.address().equals(address))
                .findFirst();
        if (same.isPresent()) {
            return same.get().name();
        }
        String wish = ShortName.of(label);
        String name = wish;
        for (int number = 2; isTaken(name); number++) {
            name = wish + "-" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return services.values().stream()
                .anyMatch(microphone -> microphone.name().equals(name));
    }
}
