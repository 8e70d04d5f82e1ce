// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.shell.command.CameraShell;
import org.mediacapture.shell.command.CommandIndex;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.Surroundings;

class ScriptRunnerTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = CameraShell.withCameras(directory);
        command(
                "words",
                (session, arguments) ->
                        String.join("+", arguments.stream().map(String::valueOf).toList()));
        command("boom", (session, arguments) -> {
            throw new IllegalStateException("first line\n  second line");
        });
    }

    @AfterEach
    void close() {
        shell.close();
    }

    private void command(String name, Function function) {
        shell.processor().addCommand("test", function, name);
    }

    private Map<String, Object> call(String script) {
        Map<String, Object> call = new HashMap<>();
        call.put("script", script);
        call.put("in", new ByteArrayInputStream(new byte[0]));
        call.put("out", new PrintStream(out));
        call.put("err", new PrintStream(err));
        return call;
    }

    private int run(String script) {
        return new ScriptRunner(shell.processor()).apply(call(script));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheResultOfEveryStatementThatIsNoAssignment() {
        assertThat(run("words a; x = words b; words c $x\nwords d")).isZero();

        assertThat(out()).isEqualTo("a\nc+b\nd\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void oneSessionRunsTheWholeScript() {
        assertThat(run("t = camera:open door; camera:settings $t --json; camera:close $t"))
                .isZero();

        assertThat(out()).startsWith("{\n").endsWith("}\nt1  closed\n");
    }

    @Test
    void jsonIsTheOnlyThingOnStandardOutput() {
        assertThat(run("camera:devices --json")).isZero();

        assertThat(JsonParser.parseString(out()).getAsJsonArray()).hasSize(2);
        assertThat(err()).isEmpty();
    }

    @Test
    void aUrlThatGogoWouldCutKeepsTheScriptFromRunning() {
        assertThat(run("words a\nwords http://127.0.0.1/x&y=2")).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err()).contains("single quotes");
    }

    @Test
    void commentsAreNoUrls() {
        assertThat(run("# the door's camera, http://127.0.0.1/?a=1&b=2\nwords 'http://127.0.0.1/?a=1&b=2'"))
                .isZero();

        assertThat(out()).isEqualTo("http://127.0.0.1/?a=1&b=2\n");
    }

    @Test
    void stopsAtTheFirstFailureWithOneLineOnStandardError() {
        assertThat(run("words a; camera:photo nosuch x.jpg; words b")).isEqualTo(1);

        assertThat(out()).isEqualTo("a\n");
        assertThat(err())
                .isEqualTo("mediacapture: NotFoundError: track or camera \"nosuch\" not found; no track is open;"
                        + " there is mock (Mock camera), door (Front door) (camera:devices lists them)\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boom | mediacapture: IllegalStateException: first line second line",
                "nosuch:command | mediacapture: Command not found: nosuch:command",
                "words http://h/x?a=1 | no matches found: http://h/x?a=1; a word with ? or * is put in quotes",
                "x = boom now | mediacapture: IllegalStateException",
                "exit soon | exit: [soon] is no exit code",
            })
    void aFailureIsOneLine(String script, String message) {
        assertThat(run(script)).isEqualTo(1);

        assertThat(err()).contains(message).endsWith("\n").containsOnlyOnce("\n");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"words a; words 'b", "words a; (words b", "words a; words }", "words a |"})
    void aScriptThatCannotBeReadRunsNotAtAll(String script) {
        assertThat(run(script)).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err())
                .startsWith("mediacapture: cannot read the commands, column ")
                .containsOnlyOnce("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "words a; exit 3; words b,3",
        "words a; exit; words b,0",
        "words a; shutdown; words b,0",
        "words a; (exit 4); words b,4"
    })
    void exitEndsTheScriptWithItsCode(String script, int code) {
        assertThat(run(script)).isEqualTo(code);

        assertThat(out()).isEqualTo("a\n");
        assertThat(err()).isEmpty();
    }

    @Test
    void pipesRedirectionsCommentsAndJoinedStatementsStayWhole() throws Exception {
        command("upper", (session, arguments) -> {
            byte[] piped = org.apache.felix.service.command.Process.Utils.current()
                    .in()
                    .readAllBytes();
            return new String(piped, StandardCharsets.UTF_8).toUpperCase(java.util.Locale.ROOT);
        });
        command("say", (session, arguments) -> {
            org.apache.felix.service.command.Process.Utils.current().out().println(arguments.get(0));
            return null;
        });
        Path file = directory.resolve("said.txt");

        assertThat(run("# a comment; words no\nwords a | upper\nsay b > " + file + " ; words c && words d // end\n\n;"))
                .isZero();

        assertThat(out()).isEqualTo("A\n\nd\n");
        assertThat(file).hasContent("b\n");
    }

    @Test
    void noPersonSeesWhatAScriptPrints() {
        command(
                "seen",
                (session, arguments) -> Screen.of(new Surroundings(session, Map.of("TERM", "xterm"), true))
                        .terminal());

        assertThat(run("seen; camera.terminal = true; seen")).isZero();

        assertThat(out()).isEqualTo("false\ntrue\n");
    }

    @Test
    void whatCommandsPrintComesInOrderWithTheResults() {
        command("say", (session, arguments) -> {
            org.apache.felix.service.command.Process.Utils.current().out().println(arguments.get(0));
            return null;
        });

        assertThat(run("say a; words b; say c")).isZero();

        assertThat(out()).isEqualTo("a\nb\nc\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "# nothing", ";"})
    void anEmptyScriptDoesNothing(String script) {
        assertThat(run(script)).isZero();
        assertThat(out()).isEmpty();
    }

    @Test
    void aScriptWithANameTellsTheLineOfAFailure() {
        Map<String, Object> call = call("words a\n# a comment\n\nwords (\n  words b\n); boom\nwords c");
        call.put("name", "tour.txt");

        assertThat(new ScriptRunner(shell.processor()).apply(call)).isEqualTo(1);

        assertThat(out()).isEqualTo("a\nb\n");
        assertThat(err()).startsWith("mediacapture: tour.txt:6: ").containsOnlyOnce("\n");
    }

    @Test
    void aScriptWithANameTellsTheLineThatCannotBeRead() {
        Map<String, Object> call = call("words a\nwords }\nwords c");
        call.put("name", "tour.txt");

        assertThat(new ScriptRunner(shell.processor()).apply(call)).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err()).startsWith("mediacapture: tour.txt:2: cannot read the commands, column ");
    }

    @Test
    void linesAreRunAsTheyCome() throws Exception {
        PipedOutputStream typed = new PipedOutputStream();
        CountDownLatch first = new CountDownLatch(1);
        command("first", (session, arguments) -> {
            first.countDown();
            return "begun";
        });
        Map<String, Object> call = call("");
        call.put("script", new PipedInputStream(typed));
        FutureTask<Integer> script = new FutureTask<>(() -> new ScriptRunner(shell.processor()).apply(call));
        new Thread(script).start();

        typed.write("# a comment\n\nfirst\n".getBytes(StandardCharsets.UTF_8));
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        typed.write("words 'in two\nlines'; words d\nexit 3\nwords e".getBytes(StandardCharsets.UTF_8));
        typed.close();

        assertThat(script.get(30, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(out()).isEqualTo("begun\nin two\nlines\nd\n");
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "words a;boom;words b | 1 | stdin:2: IllegalStateException",
                "words a;words };words b | 2 | stdin:2: cannot read",
                "words a;words 'b;words c | 2 | stdin:2: cannot read",
            })
    void linesStopAtTheFirstThatFailsOrCannotBeRead(String script, int code, String message) {
        Map<String, Object> call = call("");
        String lines = script.replace(";", "\n");
        call.put("script", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        call.put("name", "stdin");

        assertThat(new ScriptRunner(shell.processor()).apply(call)).isEqualTo(code);

        assertThat(out()).isEqualTo("a\n");
        assertThat(err()).startsWith("mediacapture: " + message).containsOnlyOnce("\n");
    }

    @Test
    void aScriptCanWait() {
        assertThat(run("words a; sleep 0.001; words b")).isZero();
        assertThat(out()).isEqualTo("a\nb\n");
        assertThat(run("sleep long")).isEqualTo(1);
        assertThat(err()).contains("sleep: [long] is no time; one number of seconds is");
    }

    @Test
    void anInterruptEndsTheScript() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        command("hang", (session, arguments) -> {
            entered.countDown();
            try {
                return new CountDownLatch(1).await(30, TimeUnit.SECONDS);
            } finally {
                ended.countDown();
            }
        });
        int[] code = {-1};
        boolean[] interrupted = {false};
        Thread script = new Thread(() -> {
            code[0] = run("hang; words b");
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        script.start();
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();

        script.interrupt();
        script.join();

        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(code[0]).isEqualTo(1);
        assertThat(interrupted[0]).isTrue();
        assertThat(err()).isEqualTo("mediacapture: interrupted\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void aCallThatLacksSomethingIsRefused() {
        Map<String, Object> call = call("words a");
        call.remove("err");

        assertThatThrownBy(() -> new ScriptRunner(shell.processor()).apply(call))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("err: null is not accepted; a java.io.PrintStream is");
    }

    @Test
    void everyCommandHasAMethodByWhichGogoCanHelp() {
        for (String name : CommandIndex.names()) {
            String component = component("org.mediacapture.shell.command." + className(name));
            String method = name.contains("-") ? lowered(className(name)) : name;

            assertThat(component).contains("\"osgi.command.function\"", name, method.replace("Command", ""));
            assertThat(describedMethods(className(name))).containsExactly(method.replace("Command", ""));
        }
    }

    private static List<String> describedMethods(String command) {
        try {
            return Arrays.stream(Class.forName("org.mediacapture.shell.command." + command)
                            .getMethods())
                    .filter(method -> method.isAnnotationPresent(Descriptor.class))
                    .map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** "photo-settings" is PhotoSettingsCommand. */
    private static String className(String command) {
        return Arrays.stream(command.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Command";
    }

    private static String lowered(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String component(String className) {
        try (InputStream description =
                ScriptRunner.class.getClassLoader().getResourceAsStream("OSGI-INF/" + className + ".xml")) {
            return new String(description.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theServiceWaitsForTheCommandsThatNeedNoCoreAndTheScriptForAll() {
        String component = component(ScriptRunner.class.getName());

        assertThat(component).contains("name=\"command.cardinality.minimum\" type=\"Integer\" value=\"2\"");
        assertThat(List.of("help", "doctor"))
                .allSatisfy(name -> assertThat(component("org.mediacapture.shell.command." + className(name)))
                        .doesNotContain(
                                "cardinality=\"1..1\"", "interface=\"org.mediacapture.stream.MediaDevices\" name"));
        assertThat(CommandIndex.names())
                .allMatch(name -> shell.processor().getCommands().contains("camera:" + name));
        assertThat(CommandIndex.names()).doesNotHaveDuplicates();
    }
}
