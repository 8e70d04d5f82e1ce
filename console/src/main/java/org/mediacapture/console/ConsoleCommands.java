// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.apache.felix.gogo.jline.Builtin;
import org.apache.felix.gogo.jline.Posix;
import org.apache.felix.gogo.jline.Procedural;
import org.apache.felix.gogo.jline.Shell;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * The commands that a person has besides those of other bundles: files, text, control structures, history. Registered as long
 * as somebody is there. Confined to one thread.
 */
final class ConsoleCommands implements AutoCloseable {
    private static final String[] BUILTIN = {
        "format", "getopt", "new", "set", "tac", "type", "jobs", "fg", "bg", "keymap", "setopt", "unsetopt", "history"
    };
    private static final String[] PROCEDURAL = {
        "each", "if", "not", "throw", "try", "until", "while", "break", "continue"
    };
    private static final String[] POSIX = {
        "cat", "echo", "grep", "sort", "sleep", "cd", "pwd", "ls", "less", "clear", "head", "tail", "date", "wc"
    };
    private static final String[] SHELL = {"source", "help"};

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final BundleContext context;

    private ConsoleCommands(BundleContext context) {
        this.context = context;
    }

    /** Registers the commands of bundles' scope {@code gogo}. */
    static ConsoleCommands register(BundleContext context, CommandProcessor processor) {
        ConsoleCommands commands = new ConsoleCommands(context);
        commands.register(new Builtin(), BUILTIN);
        commands.register(new Procedural(), PROCEDURAL);
        commands.register(new Posix(processor), POSIX);
        commands.register(new Shell(new NoFramework(), processor), SHELL);
        return commands;
    }

    private <T> void register(T target, String[] functions) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(CommandProcessor.COMMAND_SCOPE, "gogo");
        properties.put(CommandProcessor.COMMAND_FUNCTION, functions);
        registrations.add(context.registerService(target.getClass().getName(), target, properties));
    }

    /** What bundles have to say. */
    Extensions extensions() {
        return new Extensions(context);
    }

    /** Gives a session those that only it can have. */
    void addTo(CommandSession session) {
        Function exit = (caller, arguments) -> exit(arguments);
        session.put("exit", exit);
        session.put("shutdown", exit);
    }

    private static Object exit(List<Object> arguments) throws ConsoleExit {
        String code = arguments.isEmpty() ? "0" : String.valueOf(arguments.get(0));
        if (arguments.size() > 1 || !code.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("exit: " + arguments + " is no exit code; one number from 0 on is");
        }
        throw new ConsoleExit(Integer.parseInt(code));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }

    /** What Gogo's shell class asks for; the commands that are used of it ask nothing. */
    private record NoFramework() implements Shell.Context {
        @Override
        public String getProperty(String name) {
            return System.getProperty(name);
        }

        @Override
        public void exit() {
            // the launcher ends the framework
        }
    }
}
