// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to start the executable jar as a process of its own, as people do: with a data directory, a working directory and
 * options. Immutable.
 *
 * @param jar the jar
 * @param data the data directory, given by the environment variable; everything that tests do stays in it
 * @param directory the working directory
 * @param environment further variables
 */
public record ExecutableJar(Path jar, Path data, Path directory, Map<String, String> environment) {
    /** The jar that the build made, with an empty data directory and an empty working directory. */
    public static ExecutableJar inside(Path temporary) throws IOException {
        Path jar = Path.of(System.getProperty("mediacapture.jar", "target/mediacapture.jar"));
        Path directory = Files.createDirectories(temporary.resolve("work"));
        return new ExecutableJar(jar.toAbsolutePath(), temporary.resolve("data"), directory, Map.of());
    }

    /** The same with another jar. */
    public ExecutableJar withJar(Path other) {
        return new ExecutableJar(other, data, directory, environment);
    }

    /** The same with one more environment variable. */
    public ExecutableJar with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ExecutableJar(jar, data, directory, more);
    }

    /** Runs it with empty standard input and waits for its end. */
    public ProcessResult run(String... arguments) throws IOException, InterruptedException {
        try (RunningJar running = start(arguments)) {
            running.endInput();
            return running.awaitEnd();
        }
    }

    /** Runs commands with {@code -c}. */
    public ProcessResult commands(String script) throws IOException, InterruptedException {
        return run("-c", script);
    }

    /** Starts it with standard input open, which is no terminal. */
    public RunningJar start(String... arguments) throws IOException {
        Path out = Files.createTempFile(directory.getParent(), "stdout", ".txt");
        Path err = Files.createTempFile(directory.getParent(), "stderr", ".txt");
        ProcessBuilder builder = process(command(List.of(arguments)))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        return new RunningJar(builder.start(), out, err);
    }

    /** The command that starts it. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // halves what a short process costs
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    /** A process in this jar's directory and environment. */
    ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("MEDIACAPTURE_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS"));
        builder.environment().put("MEDIACAPTURE_DATA", data.toString());
        builder.environment().putAll(environment);
        return builder;
    }
}
