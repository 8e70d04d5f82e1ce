// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.shell.words.Usage;

/** What is known of the commands, and at what price. */
class CommandIndexTest {
    @Test
    void theNamesAreThoseThatTheCommandsSay() {
        assertThat(CommandIndex.names())
                .isEqualTo(CommandIndex.usages().map(Usage::name).toList());
    }

    @Test
    void theNamesLoadNoCommand() throws Exception {
        try (Recorder loader = new Recorder()) {
            Object names = loader.loadClass(CommandIndex.class.getName())
                    .getMethod("names")
                    .invoke(null);

            assertThat(names).isEqualTo(CommandIndex.names());
            assertThat(loader.loaded)
                    .contains(CommandIndex.class.getName())
                    .noneMatch(name -> name.endsWith("Command"));
        }
    }

    /** Loads the classes of the shell anew, and notes which. Confined to one thread. */
    private static final class Recorder extends URLClassLoader {
        private final List<String> loaded = new ArrayList<>();

        Recorder() {
            super(
                    new URL[] {
                        CommandIndex.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
