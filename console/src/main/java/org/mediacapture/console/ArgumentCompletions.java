// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What may stand at a place of a command, asked of bundles, which so need not know JLine: services of type {@link Function} with
 * the property {@code org.mediacapture.console.complete=true}, from the words of a statement up to the cursor, of which the last
 * is the one to complete and may be empty, to whole words; a description may follow, after a tab. A word that ends with
 * {@code =}, {@code ,} or {@code :} goes on. Thread-safe.
 */
final class ArgumentCompletions {
    private static final Logger LOG = LoggerFactory.getLogger(ArgumentCompletions.class);
    private static final String FILTER = "(org.mediacapture.console.complete=true)";
    private static final String GOES_ON = ".*[=,:]";

    private final BundleContext context;

    ArgumentCompletions(BundleContext context) {
        this.context = context;
    }

    /** The words that may stand last. */
    List<Candidate> after(List<String> words) {
        return services().stream()
                .flatMap(service -> ask(service, words).stream())
                .map(ArgumentCompletions::candidate)
                .toList();
    }

    private List<ServiceReference<?>> services() {
        try {
            ServiceReference<?>[] found = context.getServiceReferences(Function.class.getName(), FILTER);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // the contract, which no class can express here
    private List<String> ask(ServiceReference<?> service, List<String> words) {
        try {
            var function = (Function<List<String>, Collection<String>>) context.getService(service);
            return function == null ? List.of() : List.copyOf(function.apply(words));
        } catch (RuntimeException e) {
            LOG.warn("No completion by {}", service, e); // and the person types on
            return List.of();
        } finally {
            context.ungetService(service);
        }
    }

    private static Candidate candidate(String line) {
        String[] parts = line.split("\t", 2);
        String description = parts.length > 1 ? parts[1] : null;
        return new Candidate(parts[0], parts[0], null, description, null, null, !parts[0].matches(GOES_ON));
    }
}
