// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/**
 * Runs what bundles register for the launcher, which shares no classes with them: a {@link Function} from a map of JDK types
 * to an exit code. One runs scripts, one talks with a person. Confined to one thread.
 */
final class ShellRunner {
    /** Runs scripts; it is there as soon as all commands are. */
    static final String SCRIPTS = "org.mediacapture.shell.run";

    /** Talks with a person at the terminal. */
    static final String CONSOLE = "org.mediacapture.console.run";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final List<String> problems;

    /**
     * Makes a runner.
     *
     * @param problems what is known to be wrong with bundles, which then were told to the user
     */
    ShellRunner(BundleContext context, List<String> problems) {
        this.context = context;
        this.problems = List.copyOf(problems);
    }

    /**
     * Runs a script.
     *
     * @return the exit code
     * @throws LaunchException if there is nothing to run it
     */
    int run(Script script, Streams streams) throws LaunchException, InterruptedException {
        return apply(SCRIPTS, script.call(streams)).orElseThrow(() -> missing("shell to run the commands"));
    }

    /**
     * Talks with a person.
     *
     * @return the exit code
     * @throws LaunchException if there is nothing that can
     */
    int converse(Map<String, Object> call) throws LaunchException, InterruptedException {
        await(SCRIPTS, shell -> shell); // a shell without cameras is of use, too
        return apply(CONSOLE, call).orElseThrow(() -> missing("console"));
    }

    private Optional<Integer> apply(String property, Map<String, Object> call) throws InterruptedException {
        return await(property, shell -> shell.apply(call));
    }

    private <T> Optional<T> await(String property, Function<Function<Map<String, Object>, Integer>, T> use)
            throws InterruptedException {
        ServiceTracker<Function<Map<String, Object>, Integer>, Function<Map<String, Object>, Integer>> shells =
                new ServiceTracker<>(context, filter(property), null);
        shells.open();
        try {
            return Optional.ofNullable(shells.waitForService(problems.isEmpty() ? PATIENCE.toMillis() : 1))
                    .map(use);
        } finally {
            shells.close();
        }
    }

    private LaunchException missing(String what) {
        return new LaunchException(
                problems.isEmpty()
                        ? "there is no " + what + " after " + PATIENCE.toSeconds() + " s"
                        : "there is no " + what + ", because of the bundles above");
    }

    private static Filter filter(String property) {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=java.util.function.Function)(" + property + "=true))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
