// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mediacapture} in the root of the checkout, copied to where it has nothing to build. */
@DisabledOnOs(OS.WINDOWS)
class ScriptTest {
    private static final Pattern OPTION = Pattern.compile("^ +(-\\w, )?(--\\w+)", Pattern.MULTILINE);

    @TempDir
    Path directory;

    private Path root;
    private Path script;
    private ExecutableJar jar;

    @BeforeEach
    void copyTheScript() throws IOException {
        jar = ExecutableJar.inside(directory);
        root = Files.createDirectories(directory.resolve("check out"));
        script = Files.copy(Path.of("../mediacapture"), root.resolve("mediacapture"));
    }

    @Test
    void helpNeedsNoBuildAndHasTheOptionsOfTheJar() throws Exception {
        ProcessResult help = run(script, Map.of(), "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains(jar.data().toString()).contains("Exit codes");
        assertThat(options(help.out()))
                .isEqualTo(options(jar.run("--help").out()))
                .hasSize(5);
        assertThat(root.resolve("target")).doesNotExist();
    }

    @Test
    void itStartsTheJarAlsoThroughALink() throws Exception {
        linkTheJar();
        Path link = Files.createSymbolicLink(directory.resolve("mc"), Path.of("check out", "mediacapture"));

        ProcessResult result = run(link, Map.of(), "-c", "echo 'two  words'");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("two  words\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theExitCodeIsThatOfTheJar() throws Exception {
        linkTheJar();

        assertThat(run(script, Map.of(), "-c", "exit 7").exitCode()).isEqualTo(7);
        assertThat(run(script, Map.of(), "--bogus").exitCode()).isEqualTo(2);
    }

    @Test
    void alsoWhereTheLocaleHasNoCharactersForThemBarsAreReadable() throws Exception {
        linkTheJar();

        ProcessResult result = run(script, Map.of("LC_ALL", "C"), "-c", "t = camera:open mock; camera:capabilities $t");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).containsPattern("exposureCompensation +0 +-3 +─{5}●─{4} 3");
    }

    @Test
    void aJavaThatIsTooOldIsNamed() throws Exception {
        Path home = directory.resolve("jdk-11");
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\nexit 1\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();

        ProcessResult result = run(script, Map.of("JAVA_HOME", home.toString()), "-c", "echo hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("mediacapture: java 17 or later is needed, " + java + " is version 11\n");
    }

    private void linkTheJar() throws IOException {
        Path target = Files.createDirectories(root.resolve("bndrun/target"));
        Files.copy(jar.jar(), target.resolve("mediacapture.jar"));
    }

    private ProcessResult run(Path command, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(directory, "stdout", ".txt");
        Path err = Files.createTempFile(directory, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(jar.directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("MEDIACAPTURE_DATA", jar.data().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new ProcessResult(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> options(String help) {
        return OPTION.matcher(help)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList();
    }
}
