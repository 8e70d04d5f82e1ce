// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Mock cameras that a test configures, and that go with it. Confined to one thread. */
final class MockCameras {
    private final ConfigurationAdmin configurations;
    private final CameraAdmin admin;
    private final List<Configuration> offers = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    MockCameras(ConfigurationAdmin configurations, CameraAdmin admin) {
        this.configurations = configurations;
        this.admin = admin;
    }

    /** Offers a camera through a provider of this name, and waits until it is there. */
    void offer(String camera, String provider, int ranking, Map<String, Object> more) throws Exception {
        int before = providers(camera).size();
        Hashtable<String, Object> values = new Hashtable<>(more);
        values.put("name", camera);
        values.put("label", camera);
        values.put("provider", provider);
        values.put("ranking", ranking);
        Configuration offer = configurations.createFactoryConfiguration("org.mediacapture.provider.mock.camera", "?");
        offers.add(offer);
        names.add(camera);
        offer.update(values);
        awaitProviders(camera, before + 1);
    }

    /** The cameras of another one, seen by a core that was started anew. */
    MockCameras takeOver(MockCameras before) {
        offers.addAll(before.offers);
        names.addAll(before.names);
        return this;
    }

    /** What operators see of a camera that is there. */
    CameraStatus status(String camera) {
        return admin.cameras().stream()
                .filter(status -> status.name().equals(camera))
                .findFirst()
                .orElseThrow();
    }

    /** The constraints that ask for a camera. */
    Map<String, Object> request(String camera) {
        return Map.of("video", Map.of("deviceId", Map.of("exact", status(camera).deviceId())));
    }

    /** The provider through which a camera is open, or "". */
    String inUse(String camera) {
        return providers(camera).stream()
                .filter(ProviderStatus::inUse)
                .map(ProviderStatus::provider)
                .findFirst()
                .orElse("");
    }

    void awaitProviders(String camera, int count) throws Exception {
        Await.until(
                count + " providers offer " + camera, () -> providers(camera).size() == count, () -> providers(camera));
    }

    /** Takes the offers of all cameras away, also under live tracks, and waits until they are gone. */
    void removeOffers() throws Exception {
        offers.forEach(MockCameras::delete);
        offers.clear();
        for (String name : names) {
            awaitProviders(name, 0);
        }
    }

    /** Takes all cameras away and waits until they are gone; their tracks must have ended. */
    void remove() throws Exception {
        removeOffers();
        Await.until(
                "the cameras of the test are gone",
                () -> admin.cameras().stream().map(CameraStatus::name).noneMatch(names::contains),
                admin::cameras);
    }

    private static void delete(Configuration offer) {
        try {
            offer.delete();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private List<ProviderStatus> providers(String camera) {
        return admin.cameras().stream()
                .filter(status -> status.name().equals(camera))
                .flatMap(status -> status.providers().stream())
                .toList();
    }
}
