// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
    /** Runs scripts. */
    static final String SCRIPTS = "org.mediacapture.shell.run";

    /** Talks with a person at the terminal. */
    static final String CONSOLE = "org.mediacapture.console.run";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration NOW = Duration.ofMillis(1);

    private final BundleContext context;

    ShellRunner(BundleContext context) {
        this.context = context;
    }

    /**
     * Runs a script.
     *
     * @param problems what is known to be wrong with bundles, which then were told to the user
     * @return the exit code
     * @throws LaunchException if there is nothing to run it
     */
    int run(Script script, Streams streams, List<String> problems) throws LaunchException, InterruptedException {
        return await(SCRIPTS, shell -> shell.apply(script.call(streams)), patience(problems))
                .orElseThrow(() -> missing("shell to run the commands", problems));
    }

    /** Waits until all commands are there; a shell without cameras is of use, too. */
    void awaitCommands(List<String> problems) throws InterruptedException {
        await(SCRIPTS, shell -> shell, patience(problems));
    }

    /**
     * Talks with a person, as soon as there is a console.
     *
     * @param ready tells when all bundles have started, and what is wrong with them
     * @return the exit code
     * @throws LaunchException if there is nothing that can
     */
    int converse(Map<String, Object> call, Future<List<String>> ready) throws LaunchException, InterruptedException {
        Optional<Integer> code = await(CONSOLE, shell -> shell.apply(call), PATIENCE);
        if (code.isPresent()) {
            return code.get();
        }
        List<String> problems = problems(ready);
        return await(CONSOLE, shell -> shell.apply(call), patience(problems))
                .orElseThrow(() -> missing("console", problems));
    }

    private static List<String> problems(Future<List<String>> ready) throws InterruptedException {
        try {
            return ready.get();
        } catch (ExecutionException | CancellationException e) {
            return List.of(); // why is told by whom started the bundles
        }
    }

    private static Duration patience(List<String> problems) {
        return problems.isEmpty() ? PATIENCE : NOW;
    }

    private <T> Optional<T> await(
            String property, Function<Function<Map<String, Object>, Integer>, T> use, Duration patience)
            throws InterruptedException {
        ServiceTracker<Function<Map<String, Object>, Integer>, Function<Map<String, Object>, Integer>> shells =
                new ServiceTracker<>(context, filter(property), null);
        shells.open();
        try {
            return Optional.ofNullable(shells.waitForService(patience.toMillis()))
                    .map(use);
        } finally {
            shells.close();
        }
    }

    private static LaunchException missing(String what, List<String> problems) {
        return new LaunchException(
                problems.isEmpty()
                        ? "there is no " + what + " after " + PATIENCE.toSeconds() + " s"
                        : "there is no " + what + ", because of the bundles: " + String.join("; ", problems));
    }

    private static Filter filter(String property) {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=java.util.function.Function)(" + property + "=true))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
