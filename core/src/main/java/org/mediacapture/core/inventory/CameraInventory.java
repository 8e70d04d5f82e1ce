// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.inventory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras that there are. Services of one identity are one camera. A camera whose last service went leaves, unless a track
 * holds it; then it leaves with the track (HS-5). Thread-safe; nothing is called while the lock is held but plain getters.
 */
public final class CameraInventory {
    private static final Logger LOG = LoggerFactory.getLogger(CameraInventory.class);
    private static final Comparator<Camera> DEFAULT_FIRST = Comparator.comparingInt(
                    (Camera camera) -> placeOf(camera.address()))
            .thenComparing(Camera::ranking, Comparator.reverseOrder())
            .thenComparing(Camera::name);

    private final SourceMaker sources;
    private final Supplier<ProviderPreference> preference;
    private final Runnable onChange;
    private final Map<String, Camera> cameras = new LinkedHashMap<>(); // by identity; guarded by this

    /**
     * Makes an empty inventory.
     *
     * @param sources makes the source of a camera
     * @param preference which providers come first
     * @param onChange called after each change; returns at once
     */
    public CameraInventory(SourceMaker sources, Supplier<ProviderPreference> preference, Runnable onChange) {
        this.sources = sources;
        this.preference = preference;
        this.onChange = onChange;
    }

    /** All cameras, the default one first: local ones, then mock ones, then network and file cameras (ENUM-2). */
    public synchronized List<Camera> cameras() {
        return cameras.values().stream().sorted(DEFAULT_FIRST).toList();
    }

    /** Adds a service. */
    public void add(Offer offer) {
        offer.onUsabilityChange(onChange);
        Camera camera;
        synchronized (this) {
            camera = cameras.get(offer.description().identity());
            if (camera == null) {
                camera = new Camera(freeName(offer.description()), offer, this::newSource);
                cameras.put(camera.identity(), camera);
            } else {
                camera.offers(sorted(Stream.concat(camera.offers().stream(), Stream.of(offer))));
            }
        }
        LOG.debug("{}: offered by {}", camera.name(), offer);
        camera.source().offersChanged();
        onChange.run();
    }

    /** Puts a service whose properties have changed in its new place; what is in use stays in use (HS-1). */
    public void describe(Offer offer, Offer.Description changed) {
        synchronized (this) {
            offer.describe(changed);
            sortOffers();
        }
        onChange.run();
    }

    /**
     * Removes a service and closes what stands on it.
     *
     * @return a promise that resolves when the session is closed or left behind (HS-2)
     */
    public Promise<Void> remove(Offer offer) {
        Camera camera = holder(offer);
        LOG.debug("{}: no longer offered by {}", camera.name(), offer);
        Promise<Void> closed =
                camera.source().closeFor(other -> other == offer); // while it is known, which withdraws it
        synchronized (this) {
            camera.offers(
                    camera.offers().stream().filter(other -> other != offer).toList());
        }
        dropUnused();
        onChange.run();
        return closed;
    }

    /** Puts the services in the order of a preference that has changed; what is in use stays in use (HS-1). */
    public void preferenceChanged() {
        synchronized (this) {
            sortOffers();
        }
        onChange.run();
    }

    /** Whether a camera is open through a service. */
    public boolean isInUse(Offer offer) {
        return cameras().stream()
                .anyMatch(camera -> camera.source().view().inUse().equals(Optional.of(offer)));
    }

    /** Begins to close every session that stands on one of certain offers, all in parallel. */
    public void closeFor(Predicate<Offer> going) {
        cameras().forEach(camera -> camera.source().closeFor(going));
    }

    private synchronized Camera holder(Offer offer) {
        return Optional.ofNullable(cameras.get(offer.description().identity()))
                .orElseThrow(() -> new IllegalStateException(offer + " was never added"));
    }

    private void sortOffers() {
        cameras.values().forEach(camera -> camera.offers(sorted(camera.offers().stream())));
    }

    private List<Offer> sorted(Stream<Offer> offers) {
        return offers.sorted(preference.get().bestFirst()).toList();
    }

    private CameraSource newSource(String name, Supplier<List<Offer>> offers) {
        return sources.make(name, offers, () -> {
            dropUnused();
            onChange.run();
        });
    }

    /** Looks again whether cameras that were held while they had no service are still held. */
    private void dropUnused() {
        synchronized (this) {
            cameras.values()
                    .removeIf(camera ->
                            camera.offers().isEmpty() && !camera.source().isInUse());
        }
    }

    private String freeName(Offer.Description description) {
        String wish = ShortName.of(description.name().isEmpty() ? description.label() : description.name());
        String name = wish;
        for (int number = 2; isTaken(name); number++) {
            name = wish + "-" + number;
        }
        return name;
    }

    private boolean isTaken(String name) {
        return cameras.values().stream().anyMatch(camera -> camera.name().equals(name));
    }

    private static int placeOf(String address) {
        if (address.startsWith("v4l2:")) {
            return 0;
        }
        return address.startsWith("mock:") ? 1 : 2;
    }

    /** Makes the source of a camera. */
    @FunctionalInterface
    public interface SourceMaker {
        /**
         * Makes a source.
         *
         * @param name short name of the camera
         * @param offers the services that offer it, the best first
         * @param onChange to be called after each change of the source; returns at once
         */
        CameraSource make(String name, Supplier<List<Offer>> offers, Runnable onChange);
    }
}
