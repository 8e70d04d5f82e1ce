// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the product: from the data directory to the exit code. Confined to the main thread. */
final class Launch {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final String NATIVES_BUNDLE = "org.mediacapture.libs.javacv";
    private static final String TERMINAL_NATIVES_PROPERTY = "jline.tmpdir"; // JLine's: where it unpacks its library
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Optional<Script> script;
    private final DataDirectory data;
    private final Streams streams;
    private final Ending ending;
    private final Resources resources = new Resources();

    /**
     * Prepares a run.
     *
     * @param script the commands to run; empty for an interactive shell
     * @param ending gets what is to be undone at the end; whoever made it runs it
     */
    Launch(Optional<Script> script, DataDirectory data, Streams streams, Ending ending) {
        this.script = script;
        this.data = data;
        this.streams = streams;
        this.ending = ending;
    }

    /**
     * Runs the framework with the bundles that a jar carries, until the commands were run or the shell was left.
     *
     * @return the exit code
     */
    int run(Path jar) throws LaunchException, IOException, InterruptedException {
        ProcessDirectory own = ProcessDirectory.open(data.processes());
        ending.add(own::close);
        ConfigurationStore configuration = ConfigurationStore.open(data, own.resolve("config"));
        ending.add(configuration::close);
        if (!configuration.lasting()) {
            streams.complain("another process uses " + data.root()
                    + ": this one works on a copy of the configurations, and its changes will not last");
        }
        List<BundleFile> bundles = new BundleStore(data.bundles(), own).unpack(jar);
        if (bundles.isEmpty()) {
            throw new LaunchException(jar + " carries no bundles: start the executable jar, mediacapture.jar");
        }
        FrameworkRun framework = new FrameworkRun(properties(own, configuration));
        framework.install(resources.kinds().select(bundles, script.isPresent()), resources.startLevels());
        prepareNatives(framework, own);
        ending.add(() -> stop(framework));
        Outcome outcome = new Outcome();
        if (script.isPresent()) {
            framework.start();
            follow(script.get(), framework, outcome);
        } else {
            converse(framework, outcome);
        }
        outcome.follow("framework", () -> {
            framework.awaitStop();
            return ExitCode.OK;
        });
        return outcome.await();
    }

    private Map<String, String> properties(ProcessDirectory own, ConfigurationStore configuration) throws IOException {
        Map<String, String> properties = new HashMap<>(resources.framework());
        properties.put(Constants.FRAMEWORK_STORAGE, own.resolve("framework").toString());
        properties.put("felix.cm.dir", configuration.path().toString());
        properties.put("org.mediacapture.data", data.root().toString());
        properties.put("gosh.home", own.resolve("").toString()); // not the working directory, which may have a profile
        properties.put("gosh.args", "--nointeractive"); // the plain Gogo shell is there for its commands only
        return properties;
    }

    private void prepareNatives(FrameworkRun framework, ProcessDirectory own) throws IOException {
        System.setProperty(TERMINAL_NATIVES_PROPERTY, own.resolve("").toString());
        for (Map.Entry<Bundle, BundleFile> installed : framework.bundles().entrySet()) {
            Bundle bundle = installed.getKey();
            // Who starts the JVM with a directory of his own keeps it.
            if (NATIVES_BUNDLE.equals(bundle.getSymbolicName())
                    && System.getProperty(NativeCache.CACHE_PROPERTY) == null) {
                BundleFile file = installed.getValue();
                Path shared = data.natives().resolve(bundle.getVersion() + "-" + file.crc());
                NativeCache natives = new NativeCache(shared, own.resolve("natives"), file.path());
                System.setProperty(NativeCache.CACHE_PROPERTY, natives.prepare().toString());
                ending.add(natives::publish);
            }
        }
    }

    private void follow(Script commands, FrameworkRun framework, Outcome outcome) {
        List<String> problems = log(framework.problems());
        if (!ending.hasBegun()) {
            problems.forEach(streams::complain);
        }
        Streams scripts = streams.withOwnErr();
        ending.add(scripts.err()::close); // whom Ctrl-C interrupts has nothing to complain about
        ShellRunner runner = new ShellRunner(framework.context());
        outcome.follow("script", () -> runner.run(commands, scripts, problems));
    }

    /** The prompt comes first, and the commands while the person reads what stands there. */
    private void converse(FrameworkRun framework, Outcome outcome) throws IOException {
        CompletableFuture<List<String>> ready = new CompletableFuture<>();
        Map<String, Object> call =
                Map.of("greeting", resources.greeting(), "history", data.privateHistory(), "ready", ready);
        ShellRunner runner = new ShellRunner(framework.context());
        outcome.follow("console", () -> runner.converse(call, ready));
        outcome.attempt("start", () -> {
            try {
                framework.start();
                List<String> problems = log(framework.problems());
                runner.awaitCommands(problems);
                return ready.complete(problems);
            } finally {
                ready.cancel(true); // where that fails, nobody waits any more
            }
        });
    }

    private static List<String> log(List<String> problems) {
        problems.forEach(LOG::error);
        return problems;
    }

    private void stop(FrameworkRun framework) throws BundleException, InterruptedException {
        for (String stuck : framework.stop(STOP_PATIENCE)) {
            streams.complain(stuck + " has not stopped within " + STOP_PATIENCE.toSeconds() + " s and is abandoned");
        }
    }
}
