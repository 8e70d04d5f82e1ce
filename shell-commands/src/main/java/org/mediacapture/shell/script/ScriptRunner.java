// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.script;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
 * a map with {@code script} (String, or InputStream of lines that are run as they come), {@code in} (InputStream), {@code out}
 * and {@code err} (PrintStream) and, if errors shall tell the line, {@code name} (String) to an exit code. That is 0, 1 if a
 * statement failed, 2 if Gogo cannot read the script, or what {@code exit N} says. The service is there as soon as
 * the commands are that need no core, and each script waits a while for the others. Thread-safe; a script ends when the thread that runs it is interrupted.
 */
@Component(
        service = Function.class,
        property = {"org.mediacapture.shell.run=true", "command.cardinality.minimum:Integer=2"},
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
    private static final long LOOK_MILLIS = 2;
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
    public Integer apply(Map<String, Object> arguments) {
        ScriptCall call = ScriptCall.of(arguments);
        try (CommandSession session = processor.createSession(call.in(), call.out(), call.err())) {
            awaitCommands(session);
            SessionFunctions.addTo(session);
            session.put(Screen.TERMINAL, false); // what reads a script's output is a program as a rule
            run(session, call);
            return 0;
        } catch (ScriptExit e) {
            return e.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.err().println("mediacapture: interrupted");
            return FAILED;
        } catch (ScriptFailure e) {
            LOG.debug("The script failed", e.reason());
            String message = call.place(e.line()) + message(e.reason());
            call.err().println("mediacapture: " + message.replaceAll("\\s*\\R\\s*", " "));
            return e.reason() instanceof SyntaxError ? UNREADABLE : FAILED;
        } finally {
            call.out().flush();
            call.err().flush();
        }
    }

    private static void run(CommandSession session, ScriptCall call)
            throws ScriptExit, ScriptFailure, InterruptedException {
        try {
            for (Iterator<List<ScriptStatement>> script = call.statements(); script.hasNext(); ) {
                for (ScriptStatement statement : script.next()) {
                    run(session, statement, call.out());
                }
            }
        } catch (SyntaxError e) {
            throw new ScriptFailure(e.line() + 1, e); // Gogo counts from 0
        } catch (UncheckedIOException e) {
            throw new ScriptFailure(0, e.getCause());
        }
    }

    private static void run(CommandSession session, ScriptStatement statement, PrintStream out)
            throws ScriptExit, ScriptFailure, InterruptedException {
        try {
            Object result = session.execute(statement.text());
            if (result != null && !statement.silent()) {
                out.println(session.format(result, Converter.INSPECT));
            }
        } catch (ScriptExit | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new ScriptFailure(statement.line(), e);
        }
    }

    /** Gogo hears of a command in the same moment as this component does, and may come second. */
    private void awaitCommands(CommandSession session) throws InterruptedException {
        long end = System.nanoTime() + GOGO_IS_SLOW.toNanos();
        while (!commands.stream().allMatch(name -> session.get("camera:" + name) != null) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
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
}
