// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.mediacapture.shell.command.CommandIndex;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.script.ScriptStatements.ScriptStatement;
import org.mediacapture.shell.words.CommandFailure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a script of Gogo commands for a launcher, which shares no classes with bundles: a function of JDK types alone, from
 * a map with {@code script} (String), {@code in} (InputStream), {@code out} and {@code err} (PrintStream) to an exit code.
 * That is 0, 1 if a statement failed, 2 if Gogo cannot read the script, or what {@code exit N} says. The service is there
 * as soon as all camera commands are. Thread-safe; a script ends when the thread that runs it is interrupted.
 */
@Component(
        service = Function.class,
        property = {"org.mediacapture.shell.run=true", "command.cardinality.minimum:Integer=26"},
        reference = {
            @Reference(
                    name = "command",
                    service = org.apache.felix.service.command.Function.class,
                    target = "(osgi.command.scope=camera)",
                    cardinality = ReferenceCardinality.AT_LEAST_ONE),
            @Reference(
                    name = "converter",
                    service = Converter.class,
                    target = "(osgi.converter.classes=org.mediacapture.shell.output.Printable)")
        })
public final class ScriptRunner implements Function<Map<String, Object>, Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final int FAILED = 1;
    private static final int UNREADABLE = 2;
    private static final Duration GOGO_IS_SLOW = Duration.ofSeconds(5);

    private final CommandProcessor processor;
    private final List<String> commands;

    /**
     * Makes the runner.
     *
     * @param processor runs the commands
     */
    @Activate
    public ScriptRunner(@Reference CommandProcessor processor) {
        this(processor, CommandIndex.names());
    }

    ScriptRunner(CommandProcessor processor, List<String> commands) {
        this.processor = processor;
        this.commands = List.copyOf(commands);
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        String script = argument(call, "script", String.class);
        InputStream in = argument(call, "in", InputStream.class);
        PrintStream out = argument(call, "out", PrintStream.class);
        PrintStream err = argument(call, "err", PrintStream.class);
        try (CommandSession session = processor.createSession(in, out, err)) {
            awaitCommands(session);
            run(session, script, out);
            return 0;
        } catch (ScriptExit e) {
            return e.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("mediacapture: interrupted");
            return FAILED;
        } catch (Exception e) {
            LOG.debug("The script failed", e);
            err.println("mediacapture: " + message(e).replaceAll("\\s*\\R\\s*", " "));
            return e instanceof SyntaxError ? UNREADABLE : FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static void run(CommandSession session, String script, PrintStream out) throws Exception {
        List<ScriptStatement> statements = ScriptStatements.of(script);
        org.apache.felix.service.command.Function exit = ScriptRunner::exit;
        session.put("exit", exit);
        session.put("shutdown", exit);
        session.put(Screen.TERMINAL, false); // what reads a script's output is a program as a rule
        for (ScriptStatement statement : statements) {
            Object result = session.execute(statement.text());
            if (result != null && !statement.silent()) {
                out.println(session.format(result, Converter.INSPECT));
            }
        }
    }

    /** Gogo hears of a command in the same moment as this component does, and may come second. */
    private void awaitCommands(CommandSession session) {
        long end = System.nanoTime() + GOGO_IS_SLOW.toNanos();
        while (!commands.stream().allMatch(name -> session.get("camera:" + name) != null) && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    private static Object exit(CommandSession session, List<Object> arguments) throws ScriptExit {
        String code = arguments.isEmpty() ? "0" : String.valueOf(arguments.get(0));
        if (arguments.size() > 1 || !code.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("exit: " + arguments + " is no exit code; one number from 0 on is");
        }
        throw new ScriptExit(Integer.parseInt(code));
    }

    private static String message(Exception e) {
        if (e instanceof CommandFailure || e instanceof CommandNotFoundException) {
            return e.getMessage();
        }
        if (e instanceof SyntaxError error) {
            return "cannot read the commands, column " + error.column() + ": " + error.getMessage();
        }
        String hint = Optional.ofNullable(e.getMessage()).orElse("").startsWith("no matches found: ")
                ? "; a word with ? or * is put in quotes"
                : "";
        return e.getClass().getSimpleName() + ": " + e.getMessage() + hint;
    }

    private static <T> T argument(Map<String, Object> call, String key, Class<T> type) {
        return Optional.ofNullable(call.get(key))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + ": " + call.get(key) + " is not accepted; a " + type.getName() + " is"));
    }
}
