// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.provider.CameraProperties;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;

/** A configured camera of one or two providers, to be swapped between them. Confined to the test's thread. */
final class SoakCamera implements AutoCloseable {
    static final String NAME = "soak";
    private static final String MOCK_PID = "org.mediacapture.provider.mock.camera";
    private static final String NETWORK_PID = "org.mediacapture.network.camera";

    private final Operator operator;
    private final List<String> providers;
    private final List<Configuration> configurations = new ArrayList<>();
    private Optional<CameraServer> server = Optional.empty();
    private int changes;

    private SoakCamera(Operator operator, List<String> providers) {
        this.operator = operator;
        this.providers = providers;
    }

    /** A mock camera that one bundle offers under the names of two providers, each with a configuration of its own. */
    static SoakCamera mock(Operator operator, boolean exclusive) throws Exception {
        SoakCamera camera = new SoakCamera(operator, List.of("left", "right"));
        String[] modes = {"640x480@60", "640x480@60 MJPEG"};
        for (String provider : camera.providers) {
            camera.configure(
                    MOCK_PID, Map.of("name", NAME, "provider", provider, "exclusive", exclusive, "modes", modes));
        }
        camera.awaitOffers();
        return camera;
    }

    /** A camera that speaks HTTP and that these providers offer from one configuration. */
    static SoakCamera network(Operator operator, List<String> providers) throws Exception {
        SoakCamera camera = new SoakCamera(operator, providers);
        CameraServer server = new CameraServer(Behaviour.stream(Pictures.jpeg(11), Pictures.jpeg(12)));
        camera.server = Optional.of(server);
        String url = server.url("/stream");
        camera.configure(NETWORK_PID, Map.of("name", NAME, "url", url, "providers", providers.toArray(String[]::new)));
        camera.awaitOffers();
        return camera;
    }

    private void configure(String pid, Map<String, ?> values) throws IOException {
        Configuration configuration = operator.configurations().createFactoryConfiguration(pid, "?");
        configurations.add(configuration);
        configuration.update(new Hashtable<>(values));
    }

    /** Whether there is a provider to swap to. */
    boolean canBeSwapped() {
        return providers.size() > 1;
    }

    /** How many providers a change of one configuration takes away and brings again, one after the other. */
    int changedTogether() {
        return providers.size() / configurations.size();
    }

    /** The provider through which the camera is open. */
    Optional<ProviderStatus> inUse() {
        return offers().stream().filter(ProviderStatus::inUse).findFirst();
    }

    /** A provider through which it is not open. */
    String other() {
        return offers().stream()
                .filter(offer -> !offer.inUse())
                .map(ProviderStatus::provider)
                .findFirst()
                .orElseThrow();
    }

    /** The providers that offer it, the best first. */
    List<ProviderStatus> offers() {
        return operator.camera(NAME).stream()
                .flatMap(camera -> camera.providers().stream())
                .toList();
    }

    /** Waits until all its providers offer it. */
    void awaitOffers() throws Exception {
        await(providers);
    }

    /** Changes the configuration of the provider in use, and waits until it is there anew, with those that share it. */
    void change() throws Exception {
        Set<Long> before = services();
        Configuration configuration = configurations.size() == 1
                ? configurations.get(0)
                : configurations.get(providers.indexOf(inUse().orElseThrow().provider()));
        Dictionary<String, Object> present = configuration.getProperties();
        Hashtable<String, Object> values = new Hashtable<>();
        Collections.list(present.keys()).forEach(key -> values.put(key, present.get(key)));
        values.put("label", "Soaked " + ++changes);
        configuration.update(values);
        Await.until("the changed camera is there", () -> {
            Set<Long> now = services();
            long stayed = now.stream().filter(before::contains).count();
            return now.size() == providers.size() && stayed == providers.size() - changedTogether();
        });
        awaitOffers();
    }

    /** The identifiers of the services that offer it; only the framework sees them. */
    private Set<Long> services() throws InvalidSyntaxException {
        ServiceReference<?>[] references = operator.framework()
                .getBundleContext()
                .getAllServiceReferences(
                        "org.mediacapture.provider.CameraDevice", "(" + CameraProperties.NAME + "=" + NAME + ")");
        Set<Long> ids = new TreeSet<>();
        for (ServiceReference<?> reference : references == null ? new ServiceReference<?>[0] : references) {
            ids.add((Long) reference.getProperty("service.id"));
        }
        return ids;
    }

    private void await(List<String> wanted) throws Exception {
        Await.until(
                "the camera is offered by " + wanted,
                () -> offers().stream()
                        .map(ProviderStatus::provider)
                        .sorted()
                        .toList()
                        .equals(wanted));
    }

    @Override
    public void close() throws Exception {
        for (Configuration configuration : configurations) {
            configuration.delete();
        }
        await(List.of());
        server.ifPresent(CameraServer::close);
    }
}
