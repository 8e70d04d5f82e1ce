// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.core.document.Document;
import org.mediacapture.core.document.Surroundings;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaDevicesFactory;
import org.mediacapture.stream.MediaDocument;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * The documents of all bundles: one of each bundle's own, which lasts until the bundle stops, however often it gives the service
 * back (TRK-9), and those that bridges make. Thread-safe.
 */
final class Documents implements ServiceFactory<MediaDevices> {
    private static final int LONGEST_ORIGIN = 1000;

    private final Surroundings surroundings;
    private final Consumer<UsageEvent> usage;
    private final Predicate<String> mayBridge;
    private final Map<Long, Document> own = new ConcurrentHashMap<>(); // by bundle id
    private final Map<Long, Set<Document>> made = new ConcurrentHashMap<>(); // by bundle id

    /**
     * Begins without documents.
     *
     * @param usage who is told who uses what
     * @param mayBridge whether a bundle, by its symbolic name, may speak for other origins
     */
    Documents(Surroundings surroundings, Consumer<UsageEvent> usage, Predicate<String> mayBridge) {
        this.surroundings = surroundings;
        this.usage = usage;
        this.mayBridge = mayBridge;
    }

    @Override
    public MediaDevices getService(Bundle bundle, ServiceRegistration<MediaDevices> registration) {
        return documentOf(bundle);
    }

    /** The document of a bundle's own; that of one that stops or has stopped is closed. */
    Document documentOf(Bundle bundle) {
        Document document = own.computeIfAbsent(bundle.getBundleId(), id -> document(bundle, BundleName.of(bundle)));
        closeUnlessRunning(bundle);
        return document;
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<MediaDevices> registration, MediaDevices service) {
        // Gogo and delayed components give services back all the time: tracks end with their bundle
    }

    /** The factory that a bundle gets. */
    MediaDevicesFactory factoryFor(Bundle bundle) {
        return origin -> create(bundle, origin);
    }

    /** All documents. */
    Collection<Document> all() {
        return Stream.concat(own.values().stream(), made.values().stream().flatMap(Set::stream))
                .toList();
    }

    /** Closes the documents of bundles that may not speak for others any more. */
    void bridgesChanged() {
        made.values().stream()
                .flatMap(Set::stream)
                .filter(document -> !mayBridge.test(document.owner().bundle()))
                .forEach(Document::close);
    }

    /** Closes the documents of a bundle that stops. */
    void stopping(Bundle bundle) {
        Stream.concat(Stream.ofNullable(own.remove(bundle.getBundleId())), madeBy(bundle))
                .forEach(Document::close);
    }

    private Stream<Document> madeBy(Bundle bundle) {
        Set<Document> documents = made.remove(bundle.getBundleId());
        return documents == null ? Stream.empty() : List.copyOf(documents).stream();
    }

    private MediaDocument create(Bundle bundle, String origin) {
        if (origin.isEmpty() || origin.length() > LONGEST_ORIGIN) {
            throw new IllegalArgumentException(
                    "origin: it has " + origin.length() + " characters; 1 to " + LONGEST_ORIGIN + " are accepted");
        }
        requireBridge(bundle);
        Document document = document(bundle, origin);
        made.compute(bundle.getBundleId(), (id, others) -> {
            Set<Document> documents = others == null ? ConcurrentHashMap.newKeySet() : others;
            documents.add(document); // in here, since the last one that is forgotten takes the set along
            return documents;
        });
        try {
            requireBridge(bundle); // the configuration may have changed before the document was known
        } catch (MediaException refused) {
            document.close();
            throw refused;
        }
        closeUnlessRunning(bundle);
        return document;
    }

    private void requireBridge(Bundle bundle) {
        String name = BundleName.of(bundle);
        if (!mayBridge.test(name)) {
            throw new MediaException(
                    ErrorName.SECURITY,
                    name + " may not speak for other origins: permission.bridges of the configuration "
                            + CoreConfiguration.PID + " does not name it");
        }
    }

    /** A document that was made after its bundle began to stop would never be closed. */
    private void closeUnlessRunning(Bundle bundle) {
        if ((bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) == 0) {
            stopping(bundle);
        }
    }

    private Document document(Bundle bundle, String origin) {
        return new Document(
                surroundings, new TrackOwner(BundleName.of(bundle), origin, usage), closed -> forget(bundle, closed));
    }

    private void forget(Bundle bundle, Document closed) {
        made.computeIfPresent(bundle.getBundleId(), (id, documents) -> {
            documents.remove(closed);
            return documents.isEmpty() ? null : documents;
        });
    }
}
