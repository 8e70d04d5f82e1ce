// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {
    private final List<String> done = new ArrayList<>();
    private final Ending ending = new Ending(e -> done.add(e.getMessage()));

    @Test
    void theLastThingIsUndoneFirstAndOnce() {
        ending.add(() -> done.add("directory"));
        ending.add(() -> done.add("framework"));

        ending.run();
        ending.run();

        assertThat(done).containsExactly("framework", "directory");
    }

    @Test
    void aStepThatFailsDoesNotKeepTheOthers() {
        ending.add(() -> done.add("directory"));
        ending.add(() -> {
            throw new IOException("expected by a test");
        });

        ending.run();

        assertThat(done).containsExactly("expected by a test", "directory");
    }

    @Test
    void whatComesAfterTheEndIsUndoneAtOnce() {
        ending.run();

        ending.add(() -> done.add("late"));

        assertThat(done).containsExactly("late");
    }
}
