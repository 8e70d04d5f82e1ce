// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.felix.service.command.CommandProcessor;
import org.jline.terminal.Terminal;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Talks with a person at the terminal of the process, for a launcher, which shares no classes with bundles: a function of JDK
 * types alone, from a map with {@code greeting} (String), {@code history} (Path) and {@code ready} (Future of a list of lines: when it is done
 * all commands are there, and the lines tell what is wrong) to an exit code. It comes back when the
 * person leaves, or this bundle stops, and then has given the terminal back as it was. There is one terminal, so it talks
 * once at a time. Thread-safe.
 */
@Component(service = Function.class, property = "org.mediacapture.console.run=true")
public final class Console implements Function<Map<String, Object>, Integer> {
    private final BundleContext context;
    private final CommandProcessor processor;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Optional<Conversation> current = Optional.empty();

    /**
     * Makes the console; the terminal is not touched yet.
     *
     * @param context registers the console's commands
     * @param processor runs commands
     */
    @Activate
    public Console(BundleContext context, @Reference CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
    }

    @Override
    public Integer apply(Map<String, Object> call) {
        String greeting = argument(call, "greeting", String.class);
        Path history = argument(call, "history", Path.class);
        Future<?> ready = argument(call, "ready", Future.class);
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the terminal is in use by a console of this process");
        }
        try (Terminal terminal = SystemTerminal.open();
                ConsoleCommands commands = ConsoleCommands.register(context, processor);
                Conversation conversation = new Conversation(processor, terminal, commands, history, ready)) {
            current = Optional.of(conversation);
            return conversation.run(greeting);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            current.ifPresent(Conversation::ended);
            current = Optional.empty();
            busy.set(false);
        }
    }

    /** Ends the conversation, and waits until the terminal is as it was. */
    @Deactivate
    void stop() throws InterruptedException {
        Optional<Conversation> conversation = current;
        if (conversation.isPresent()) {
            conversation.get().leave();
        }
    }

    private static <T> T argument(Map<String, Object> call, String key, Class<T> type) {
        return Optional.ofNullable(call.get(key))
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException(
                        key + ": " + call.get(key) + " is not accepted; a " + type.getName() + " is"));
    }
}
