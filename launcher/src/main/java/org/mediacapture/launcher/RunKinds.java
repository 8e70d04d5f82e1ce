// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which bundles only one kind of run needs: with a person, or with a script. Immutable.
 *
 * @param byPrefix the kinds by the beginning of the bundle's file name
 */
record RunKinds(Map<String, String> byPrefix) {
    private static final String SCRIPT = "script";
    private static final String CONSOLE = "console";

    RunKinds {
        byPrefix = Map.copyOf(byPrefix);
        if (!List.of(SCRIPT, CONSOLE).containsAll(byPrefix.values())) {
            throw new IllegalArgumentException("kinds of run are " + SCRIPT + " and " + CONSOLE + ", not " + byPrefix);
        }
    }

    /** The bundles that a run needs. Those that every run needs come first, so that their ids are always the same. */
    List<BundleFile> select(List<BundleFile> bundles, boolean scripted) {
        String kind = scripted ? SCRIPT : CONSOLE;
        return Stream.concat(
                        bundles.stream().filter(bundle -> kind(bundle).isEmpty()),
                        bundles.stream()
                                .filter(bundle ->
                                        kind(bundle).filter(kind::equals).isPresent()))
                .toList();
    }

    private Optional<String> kind(BundleFile bundle) {
        String name = bundle.path().getFileName().toString();
        return byPrefix.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
