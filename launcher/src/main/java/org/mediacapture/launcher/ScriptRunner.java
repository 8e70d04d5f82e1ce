// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Runs commands through the service that the shell bundle registers for that purpose: a {@link Function} from {@code script}
 * (text), {@code in}, {@code out} and {@code err} (streams) to an exit code. Confined to one thread.
 */
final class ScriptRunner {
    private static final String FILTER =
            "(&(objectClass=java.util.function.Function)(org.mediacapture.shell.run=true))";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;

    ScriptRunner(BundleContext context) {
        this.context = context;
    }

    /**
     * Runs commands.
     *
     * @param problems what is known to be wrong with bundles, which then were told to the user
     * @return the exit code
     * @throws LaunchException if there is no shell to run them
     */
    int run(String script, Streams streams, List<String> problems) throws LaunchException, InterruptedException {
        ServiceTracker<Function<Map<String, Object>, Integer>, Function<Map<String, Object>, Integer>> shells =
                new ServiceTracker<>(context, filter(), null);
        shells.open();
        try {
            Function<Map<String, Object>, Integer> shell =
                    shells.waitForService(problems.isEmpty() ? PATIENCE.toMillis() : 1);
            if (shell == null) {
                throw new LaunchException(
                        problems.isEmpty()
                                ? "there is no shell to run the commands after " + PATIENCE.toSeconds() + " s"
                                : "there is no shell to run the commands, because of the bundles above");
            }
            return shell.apply(
                    Map.of("script", script, "in", streams.in(), "out", streams.out(), "err", streams.err()));
        } finally {
            shells.close();
        }
    }

    private static Filter filter() {
        try {
            return FrameworkUtil.createFilter(FILTER);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
