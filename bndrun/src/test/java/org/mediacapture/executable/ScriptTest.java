// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.executable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
        Path java = home.resolve("bin/java");
        executable(java, "exit 1");

        ProcessResult result = run(script, Map.of("JAVA_HOME", home.toString()), "-c", "echo hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("mediacapture: java 17 or later is needed, " + java + " is version 11\n");
    }

    @Test
    void theClassesOfAStartAreKeptForTheNextOne() throws Exception {
        linkTheJar();
        Path home = javaThatNotesItsOptions();
        Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
        assertThat(run(script, environment, "-c", "echo one").out()).isEqualTo("one\n");
        Path kept = onlyFileOfClasses();
        FileTime made = Files.getLastModifiedTime(kept);

        ProcessResult second = run(script, environment, "-c", "echo two");

        assertThat(second.err()).isEmpty();
        assertThat(second.out()).isEqualTo("two\n");
        assertThat(Files.readString(directory.resolve("options"))).contains("-XX:SharedArchiveFile=" + kept);
        assertThat(onlyFileOfClasses()).isEqualTo(kept);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(made);
    }

    @Test
    void aFileOfClassesThatIsBrokenHarmsNobody() throws Exception {
        linkTheJar();
        run(script, Map.of(), "-c", "echo one");
        Path kept = onlyFileOfClasses();
        long size = Files.size(kept);
        Files.delete(kept);
        for (byte[] content : List.of(new byte[(int) size], new byte[1000])) { // rubbish, and cut short
            Files.write(kept, content);

            ProcessResult result = run(script, Map.of(), "-c", "echo two");

            assertThat(result.err()).isEmpty();
            assertThat(result.out()).isEqualTo("two\n");
            assertThat(result.exitCode()).isZero();
        }
        assertThat(Files.size(onlyFileOfClasses())).as("made anew").isGreaterThan(1000);
    }

    @Test
    void whereNoClassesCanBeKeptAStartWorksWithoutThem() throws Exception {
        linkTheJar();
        Path programs = Files.createDirectories(directory.resolve("programs"));
        executable(programs.resolve("mktemp"), "exit 1");

        ProcessResult result =
                run(script, Map.of("PATH", programs + ":" + System.getenv("PATH")), "-c", "echo 'no matter'");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("no matter\n");
        assertThat(filesOfClasses()).isEmpty();
    }

    @Test
    void aJavaThatWritesNoClassesIsAskedOnceAndStartsWithoutThem() throws Exception {
        linkTheJar();
        Path asked = directory.resolve("asked");
        Path home = javaThatFirst("case $* in *ArchiveClassesAtExit*) echo asked >>'" + asked
                + "'; exit;; *SharedArchiveFile*) exit;; esac");

        for (String word : List.of("one", "two")) {
            ProcessResult result = run(script, Map.of("JAVA_HOME", home.toString()), "-c", "echo " + word);

            assertThat(result.err()).isEmpty();
            assertThat(result.out()).isEqualTo(word + "\n");
            assertThat(result.exitCode()).isZero();
        }
        assertThat(asked).hasContent("asked\n");
        assertThat(onlyFileOfClasses()).isEmptyFile();
        assertThatNothingIsLeftBehind();
    }

    @Test
    void severalFirstStartsAtOnceDoNotDisturbOneAnother() throws Exception {
        linkTheJar();
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Callable<ProcessResult> start = () -> run(script, Map.of(), "-c", "echo hello");
            for (Future<ProcessResult> result : people.invokeAll(List.of(start, start))) {
                assertThat(result.get().out()).isEqualTo("hello\n");
                assertThat(result.get().exitCode()).isZero();
            }
        } finally {
            people.shutdown();
        }
        assertThat(filesOfClasses()).isNotEmpty();
        assertThatNothingIsLeftBehind();
    }

    private void assertThatNothingIsLeftBehind() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("bndrun/target"))) {
            assertThat(files.filter(Files::isDirectory)).as("left behind").isEmpty();
        }
    }

    private void linkTheJar() throws IOException {
        Path target = Files.createDirectories(root.resolve("bndrun/target"));
        Files.copy(jar.jar(), target.resolve("mediacapture.jar"));
    }

    private Path onlyFileOfClasses() throws IOException {
        assertThat(filesOfClasses()).hasSize(1);
        return filesOfClasses().get(0);
    }

    private List<Path> filesOfClasses() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("bndrun/target").toRealPath())) {
            return files.filter(file -> file.toString().endsWith(".classes")).toList();
        }
    }

    private Path javaThatNotesItsOptions() throws IOException {
        return javaThatFirst("echo \"$@\" >'" + directory.resolve("options") + "'");
    }

    /** A JDK that is this one, but runs these commands of a shell before each start. */
    private Path javaThatFirst(String commands) throws IOException {
        Path real = Path.of(System.getProperty("java.home"));
        Path home = Files.createDirectories(directory.resolve("jdk"));
        Files.createDirectories(home.resolve("bin"));
        Files.copy(real.resolve("release"), home.resolve("release"));
        executable(home.resolve("bin/java"), commands + "\nexec '" + real.resolve("bin/java") + "' \"$@\"");
        return home;
    }

    private static void executable(Path file, String commands) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
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
