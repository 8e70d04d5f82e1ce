// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.felix.service.command.CommandSession;
import org.jline.reader.Candidate;

/**
 * What may stand at a place of a command, asked of bundles: services of type {@link BiFunction} with the property
 * {@code org.mediacapture.console.complete=true}, from a session and the words of a statement up to the cursor, of which the last
 * is the one to complete and may be empty, to whole words; a description may follow, after a tab. A word that ends with
 * {@code =}, {@code ,} or {@code :} goes on. Thread-safe.
 */
final class ArgumentCompletions {
    private static final String COMPLETE = "org.mediacapture.console.complete";
    private static final String GOES_ON = ".*[=,:]";

    private final Extensions extensions;
    private final CommandSession session;

    ArgumentCompletions(Extensions extensions, CommandSession session) {
        this.extensions = extensions;
        this.session = session;
    }

    /** The words that may stand last. */
    List<Candidate> after(List<String> words) {
        return extensions.ask(BiFunction.class, COMPLETE, service -> answers(service, words)).stream()
                .flatMap(List::stream)
                .map(ArgumentCompletions::candidate)
                .toList();
    }

    @SuppressWarnings("unchecked") // the contract, which no class can express here
    private List<String> answers(BiFunction<?, ?, ?> service, List<String> words) {
        return List.copyOf(
                ((BiFunction<CommandSession, List<String>, Collection<String>>) service).apply(session, words));
    }

    private static Candidate candidate(String line) {
        String[] parts = line.split("\t", 2);
        String description = parts.length > 1 ? parts[1] : null;
        return new Candidate(parts[0], parts[0], null, description, null, null, !parts[0].matches(GOES_ON));
    }
}
