// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The services of a type, the best first, and behind them one of the core. Asking costs nothing while none comes or goes. Thread-safe. */
final class RankedServices<S> implements AutoCloseable {
    private static final int NONE = -2; // changes that no tracker has counted

    private final ServiceTracker<S, S> tracker;
    private final S last;
    private volatile Ranking<S> ranking;

    RankedServices(BundleContext context, Class<S> type, S last) {
        this.last = last;
        this.ranking = new Ranking<>(NONE, List.of(last));
        this.tracker = new ServiceTracker<>(context, type, null) {
            @Override
            public void removedService(ServiceReference<S> reference, S service) {
                ranking = new Ranking<>(NONE, List.of()); // so that nothing of a bundle that has gone is kept
                super.removedService(reference, service);
            }
        };
        tracker.open();
    }

    List<S> best() {
        Ranking<S> known = ranking;
        int changes =
                tracker.getTrackingCount(); // before the look at the services, so that none that comes now is missed
        if (known.changes() == changes) {
            return known.services();
        }
        List<S> services = new ArrayList<>(tracker.getTracked().values());
        services.add(last);
        Ranking<S> found = new Ranking<>(changes, List.copyOf(services));
        ranking = found;
        if (changes != tracker.getTrackingCount()) {
            ranking = new Ranking<>(NONE, List.of()); // one that has gone meanwhile is not to be kept
        }
        return found.services();
    }

    @Override
    public void close() {
        tracker.close();
    }

    /** What was found after a number of changes. */
    private record Ranking<S>(int changes, List<S> services) {}
}
