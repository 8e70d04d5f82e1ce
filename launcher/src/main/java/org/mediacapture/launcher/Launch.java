// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the product: from the data directory to the exit code. Confined to the main thread. */
final class Launch {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final String NATIVES_BUNDLE = "org.mediacapture.libs.javacv";
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final Options options;
    private final DataDirectory data;
    private final Streams streams;
    private final Ending ending;
    private final Resources resources = new Resources();

    /**
     * Prepares a run.
     *
     * @param ending gets what is to be undone at the end; whoever made it runs it
     */
    Launch(Options options, DataDirectory data, Streams streams, Ending ending) {
        this.options = options;
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
        framework.install(bundles, resources.startLevels());
        prepareNatives(framework, own);
        ending.add(() -> stop(framework));
        Outcome outcome = new Outcome();
        if (options.script().isEmpty()) {
            registerExit(framework, outcome);
        }
        framework.start();
        return finish(framework, outcome);
    }

    private Map<String, String> properties(ProcessDirectory own, ConfigurationStore configuration) throws IOException {
        Map<String, String> properties = new HashMap<>(resources.framework());
        properties.put(Constants.FRAMEWORK_STORAGE, own.resolve("framework").toString());
        properties.put("felix.cm.dir", configuration.path().toString());
        properties.put("org.mediacapture.data", data.root().toString());
        properties.put("gosh.home", own.resolve("").toString());
        if (options.script().isPresent()) {
            properties.put("gosh.args", "--nointeractive"); // standard input belongs to the commands
        } else {
            Path profile = own.resolve("etc").resolve("gosh_profile");
            Files.createDirectories(profile.getParent());
            Files.writeString(profile, resources.shellProfile());
        }
        return properties;
    }

    private void prepareNatives(FrameworkRun framework, ProcessDirectory own) throws IOException {
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

    private void registerExit(FrameworkRun framework, Outcome outcome) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", "gogo");
        properties.put("osgi.command.function", ExitCommand.FUNCTIONS);
        framework
                .context()
                .registerService(ExitCommand.class, new ExitCommand(outcome::exit, streams.out()), properties);
    }

    private int finish(FrameworkRun framework, Outcome outcome) throws LaunchException, InterruptedException {
        List<String> problems = framework.problems();
        for (String problem : problems) {
            LOG.error(problem);
            if (!ending.hasBegun()) {
                streams.complain(problem);
            }
        }
        outcome.follow("framework", () -> {
            framework.awaitStop();
            return ExitCode.OK;
        });
        if (options.script().isPresent()) {
            Streams scripts = streams.withOwnErr();
            ending.add(scripts.err()::close); // whom Ctrl-C interrupts has nothing to complain about
            ScriptRunner runner = new ScriptRunner(framework.context());
            outcome.follow("script", () -> runner.run(options.script().get(), scripts, problems));
        }
        return outcome.await();
    }

    private void stop(FrameworkRun framework) throws BundleException, InterruptedException {
        for (String stuck : framework.stop(STOP_PATIENCE)) {
            streams.complain(stuck + " has not stopped within " + STOP_PATIENCE.toSeconds() + " s and is abandoned");
        }
    }
}
