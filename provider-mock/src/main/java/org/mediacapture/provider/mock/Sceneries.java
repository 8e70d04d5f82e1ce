// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/**
 * The sceneries that cameras of this bundle show at present: one for all that look alike, drawn once. A hundred cameras then
 * read the same bytes, which stay in the processor's cache. Thread-safe; what nobody shows any more is forgotten.
 */
@Component(service = Sceneries.class)
public final class Sceneries {
    private final Map<Key, WeakReference<Scenery>> shown = new HashMap<>();

    private record Key(PictureLayout layout, Look look) {}

    /** The scenery of a size and a look. Two threads that ask for a new one at the same time may both draw it, and wait not. */
    Scenery of(PictureLayout layout, Look look) {
        Key key = new Key(layout, look);
        Scenery present = find(key);
        if (present == null) {
            return keep(key, Scenery.of(layout, look));
        }
        present.laidBalls().share();
        return present;
    }

    /** The scenery, or null if it has to be drawn. */
    private synchronized Scenery find(Key key) {
        WeakReference<Scenery> kept = shown.get(key);
        return kept == null ? null : kept.get();
    }

    private synchronized Scenery keep(Key key, Scenery drawn) {
        shown.values().removeIf(kept -> kept.refersTo(null));
        Scenery first = find(key);
        if (first == null) {
            shown.put(key, new WeakReference<>(drawn));
        }
        return first == null ? drawn : first;
    }
}
