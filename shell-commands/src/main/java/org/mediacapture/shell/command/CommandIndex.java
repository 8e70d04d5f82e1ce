// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mediacapture.shell.words.CameraCommand;
import org.mediacapture.shell.words.Usage;

/**
 * All commands, in the order of the documentation. Every script asks for their names, and few for more: what is said about them is
 * read at the first use, since that loads all of them. Immutable.
 */
public final class CommandIndex {
    private static final List<String> NAMES = List.of(
            "help",
            "devices",
            "providers",
            "supported",
            "open",
            "clone",
            "tracks",
            "stats",
            "capabilities",
            "constraints",
            "settings",
            "apply",
            "enable",
            "disable",
            "photo",
            "burst",
            "photo-capabilities",
            "photo-settings",
            "grab",
            "preview",
            "watch",
            "doctor",
            "close",
            "add",
            "remove",
            "swap",
            "prefer");

    private static final String SCOPE = "camera:";

    private CommandIndex() {}

    /**
     * All that there is to say about the commands.
     *
     * @return a usage for each
     */
    public static Stream<Usage> usages() {
        return Manuals.USAGES.stream();
    }

    /**
     * Finds a command.
     *
     * @param word its name, with or without scope
     * @return how it is used; empty if no command of the cameras has this name
     */
    public static Optional<Usage> find(String word) {
        String name = word.startsWith(SCOPE) ? word.substring(SCOPE.length()) : word;
        return usages().filter(usage -> usage.name().equals(name)).findFirst();
    }

    /**
     * The names of the commands.
     *
     * @return without scope
     */
    public static List<String> names() {
        return NAMES;
    }

    /** Loads the commands. Immutable. */
    private static final class Manuals {
        private static final List<Class<? extends CameraCommand>> COMMANDS = List.of(
                HelpCommand.class,
                DevicesCommand.class,
                ProvidersCommand.class,
                SupportedCommand.class,
                OpenCommand.class,
                CloneCommand.class,
                TracksCommand.class,
                StatsCommand.class,
                CapabilitiesCommand.class,
                ConstraintsCommand.class,
                SettingsCommand.class,
                ApplyCommand.class,
                EnableCommand.class,
                DisableCommand.class,
                PhotoCommand.class,
                BurstCommand.class,
                PhotoCapabilitiesCommand.class,
                PhotoSettingsCommand.class,
                GrabCommand.class,
                PreviewCommand.class,
                WatchCommand.class,
                DoctorCommand.class,
                CloseCommand.class,
                AddCommand.class,
                RemoveCommand.class,
                SwapCommand.class,
                PreferCommand.class);
        private static final List<Usage> USAGES =
                COMMANDS.stream().map(Usage::of).toList();
    }
}
