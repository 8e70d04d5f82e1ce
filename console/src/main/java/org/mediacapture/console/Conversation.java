// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.io.IOError;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.apache.felix.service.command.Function;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session at a terminal: reads a line, runs it, prints what comes out, until the person leaves. Ctrl-C ends what runs, or
 * gives a fresh prompt; Ctrl-D leaves. {@link #leave} may be called by any thread; all else belongs to the one that runs it.
 */
final class Conversation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(5);
    private static final String NO_FILES = "no matches found: ";
    private static final String PROFILE = "SCOPE = 'camera:gogo:*'; prompt = 'g! '; addcommand context ${.context};"
            + " e = { $exception printStackTrace }";

    private final Terminal terminal;
    private final CommandSession session;
    private final LineReader reader;
    private final LineChecks checks;
    private final RunningCommands running;
    private final Thread thread = Thread.currentThread();
    private final Future<?> ready;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean waiting;
    private volatile boolean leaving;

    Conversation(
            CommandProcessor processor, Terminal terminal, ConsoleCommands commands, Path history, Future<?> ready) {
        this.terminal = terminal;
        this.ready = ready;
        OutputStream screen = new Screen(terminal.output());
        session = processor.createSession(terminal.input(), screen, screen);
        reader = LineEditor.of(terminal, session, completer(commands), history);
        checks = new LineChecks(commands.extensions());
        running = new RunningCommands(session);
        commands.addTo(session);
        session.put(Shell.VAR_TERMINAL, terminal);
        session.put(Shell.VAR_PROCESSOR, processor);
        session.put(Shell.VAR_SESSION, session);
        session.put(Shell.VAR_READER, reader);
        session.put(Shell.VAR_COMPLETIONS, new HashMap<>());
        session.put(HiddenQuestion.VARIABLE, new HiddenQuestion(terminal));
        Function type = (caller, arguments) -> terminal.getType();
        Function columns = (caller, arguments) -> terminal.getWidth();
        Function lines = (caller, arguments) -> terminal.getHeight();
        session.put("#TERM", type);
        session.put("#COLUMNS", columns);
        session.put("#LINES", lines);
    }

    /**
     * Talks until the person leaves, or {@link #leave} is called.
     *
     * @return the exit code
     */
    int run(String greeting) {
        terminal.writer().println(greeting.strip());
        terminal.handle(Terminal.Signal.INT, signal -> interruptCommand());
        try {
            session.execute(PROFILE);
            while (!leaving) {
                answer();
            }
            return 0;
        } catch (ConsoleExit e) {
            return e.code();
        } catch (EndOfFileException e) {
            return 0;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer() throws ConsoleExit {
        String line;
        try {
            line = reader.readLine(Shell.getPrompt(session));
        } catch (UserInterruptException e) {
            return; // a fresh prompt
        } catch (IOError e) {
            if (e.getCause() instanceof InterruptedIOException) {
                return;
            }
            throw new EndOfFileException(e); // the terminal is gone
        }
        execute(line);
    }

    private Completer completer(ConsoleCommands commands) {
        Completer completer = new CommandCompleter(session, new ArgumentCompletions(commands.extensions(), session));
        return (editor, line, candidates) -> {
            if (awaitCommands(editor::printAbove)) {
                completer.complete(editor, line, candidates);
            }
        };
    }

    /**
     * The prompt is there before the commands are, and who types fast waits a moment, or presses Ctrl-C. What is wrong is told
     * once.
     *
     * @return false if the wait was interrupted
     */
    private boolean awaitCommands(Consumer<String> teller) {
        if (awaited.get()) {
            return true;
        }
        waiting = true;
        try {
            if (ready.get() instanceof List<?> problems && awaited.compareAndSet(false, true)) {
                problems.forEach(problem -> teller.accept(red(String.valueOf(problem))));
            }
            return true;
        } catch (ExecutionException | CancellationException e) {
            LOG.debug("The bundles have not started", e);
            return true;
        } catch (InterruptedException e) {
            return false;
        } finally {
            waiting = false;
        }
    }

    private void execute(String line) throws ConsoleExit {
        if (!awaitCommands(this::print)) {
            return;
        }
        Optional<String> advice = checks.advice(line);
        if (advice.isPresent()) {
            complain(advice.get());
            return;
        }
        running.begin();
        try {
            Object result = session.execute(line);
            session.put(Shell.VAR_RESULT, result);
            if (result != null) {
                terminal.writer().println(session.format(result, Converter.INSPECT));
            }
        } catch (ConsoleExit e) {
            throw e;
        } catch (InterruptedException e) {
            LOG.debug("Interrupted: {}", line.length());
        } catch (Exception e) {
            session.put(Shell.VAR_EXCEPTION, e);
            LOG.debug("The command failed", e);
            if (!running.isInterrupted()) {
                complain(message(e));
            }
        } finally {
            terminal.flush();
        }
    }

    private void complain(String message) {
        print(red(message));
    }

    private void print(String line) {
        terminal.writer().println(line);
        terminal.flush();
    }

    private String red(String message) {
        return new AttributedString(message, AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)).toAnsi(terminal);
    }

    private static String message(Exception e) {
        String text = e instanceof CommandNotFoundException
                ? e.getMessage()
                : e.toString().replaceFirst("^(\\w+\\.)+(?=[A-Z])", "");
        String hint = text.contains(NO_FILES) ? "; a word with ? or * is put in quotes" : "";
        return (text + hint).replaceAll("\\s*\\R\\s*", " ");
    }

    private void interruptCommand() {
        if (waiting) {
            thread.interrupt();
        }
        Optional.ofNullable(session.foregroundJob()).ifPresent(running::interrupt);
    }

    /** Ends the conversation, and waits until the terminal is given back. */
    void leave() throws InterruptedException {
        leaving = true;
        thread.interrupt();
        if (!ended.await(LEAVE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The console has not ended within {} s", LEAVE_PATIENCE.toSeconds());
        }
    }

    /** Tells {@link #leave} that the terminal is given back. */
    void ended() {
        ended.countDown();
    }

    @Override
    public void close() {
        session.close();
    }
}
