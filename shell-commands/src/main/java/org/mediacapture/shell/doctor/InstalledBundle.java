// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A bundle of the framework, as far as checks want to know it. Immutable.
 *
 * @param id its number
 * @param name its symbolic name
 * @param version its version
 * @param state what it is doing
 * @param missing what it requires and nothing provides, in words
 * @param providers names of the camera providers that it has
 * @param keys the configurations that it describes: keys by PID
 */
public record InstalledBundle(
        long id,
        String name,
        String version,
        State state,
        List<String> missing,
        List<String> providers,
        Map<String, Set<String>> keys) {
    /** What the bundles of this project are called. */
    static final String OURS = "org.mediacapture.";

    /** What a bundle is doing. */
    public enum State {
        /** It runs, or will as soon as somebody uses it; a fragment is part of one that can. */
        ACTIVE,
        /** It could run, and was not started, or stopped. */
        STOPPED,
        /** It cannot run. */
        UNRESOLVED
    }

    /** Makes a bundle; the collections are copied. */
    public InstalledBundle {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(state, "state");
        missing = List.copyOf(missing);
        providers = List.copyOf(providers);
        keys = Map.copyOf(keys);
    }

    boolean isOurs() {
        return name.startsWith(OURS);
    }

    @Override
    public String toString() {
        return name + " " + version;
    }
}
