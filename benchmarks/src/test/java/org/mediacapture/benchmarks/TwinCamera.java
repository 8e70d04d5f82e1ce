// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.promise.Promise;

/** One mock camera that two providers offer, between which it can be swapped. Confined to the thread that offered it. */
final class TwinCamera implements AutoCloseable {
    /** The provider that is used first. */
    static final String LEFT = "left";
    /** The other one. */
    static final String RIGHT = "right";

    private static final String FACTORY = "org.mediacapture.provider.mock.camera";

    private final MockFramework framework;
    private final CameraAdmin admin;
    private final String name;
    private final Map<String, Configuration> offers = new TreeMap<>();

    private TwinCamera(MockFramework framework, String name) throws InterruptedException {
        this.framework = framework;
        this.admin = framework.service(CameraAdmin.class);
        this.name = name;
    }

    /**
     * Offers a camera twice and waits until it is there.
     *
     * @param keys of its configurations, besides its name and that of the provider
     */
    static TwinCamera offer(MockFramework framework, String name, Map<String, ?> keys) throws Exception {
        TwinCamera twin = new TwinCamera(framework, name);
        ConfigurationAdmin configurations = framework.service(ConfigurationAdmin.class);
        for (String provider : List.of(LEFT, RIGHT)) {
            Hashtable<String, Object> values = new Hashtable<>(keys);
            values.put("name", name);
            values.put("label", name);
            values.put("provider", provider);
            values.put("ranking", provider.equals(LEFT) ? 2 : 1);
            Configuration offer = configurations.createFactoryConfiguration(FACTORY, "?");
            offer.update(values);
            twin.offers.put(provider, offer);
        }
        twin.awaitProviders(2);
        return twin;
    }

    /** Opens a track. */
    MediaStreamTrack open() throws Exception {
        String id = status().orElseThrow().deviceId();
        return framework
                .devices()
                .getUserMedia(Map.of("video", Map.of("deviceId", Map.of("exact", id))))
                .getValue()
                .getVideoTracks()
                .get(0);
    }

    /** The provider that is in use; "" if none is. */
    String inUse() {
        return status().stream()
                .flatMap(camera -> camera.providers().stream())
                .filter(ProviderStatus::inUse)
                .map(ProviderStatus::provider)
                .findFirst()
                .orElse("");
    }

    /** Asks for the provider that is not in use. */
    Promise<Void> swap() {
        return admin.swap(name, inUse().equals(LEFT) ? RIGHT : LEFT);
    }

    /** Takes the offer that is in use away and brings it back, as an update of its provider does. */
    void renewOfferInUse() throws Exception {
        Configuration offer = offers.get(inUse());
        if (offer != null) {
            offer.update(offer.getProperties());
        }
    }

    /** Takes an offer away for good. */
    void withdraw(String provider) throws Exception {
        offers.remove(provider).delete();
    }

    /** Waits until so many providers offer the camera. */
    void awaitProviders(int count) throws InterruptedException {
        framework.awaitCameras(cameras -> cameras.stream()
                        .filter(camera -> camera.name().equals(name))
                        .mapToInt(camera -> camera.providers().size())
                        .sum()
                == count);
    }

    @Override
    public void close() throws Exception {
        for (Configuration offer : offers.values()) {
            offer.delete();
        }
        awaitProviders(0);
    }

    private Optional<CameraStatus> status() {
        return admin.cameras().stream()
                .filter(camera -> camera.name().equals(name))
                .findFirst();
    }
}
