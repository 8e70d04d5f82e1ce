// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Why bundles are not running, a line for each.
 *
 * @param lines bundle and reason, as the framework tells it; empty if all is well
 */
record StartProblems(List<String> lines) {
    /** Looks at bundles after the framework has started. Those that do not run are started once more, to learn why. */
    static StartProblems of(List<Bundle> bundles) {
        return new StartProblems(bundles.stream()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) == 0)
                .map(StartProblems::problem)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<String> problem(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Optional.empty();
        } catch (BundleException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String reason = root == e ? e.getMessage() : e.getMessage() + " (" + root + ")";
            return Optional.of("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " does not start: "
                    + String.valueOf(reason).replaceAll("\\s*\\R\\s*", " "));
        }
    }
}
