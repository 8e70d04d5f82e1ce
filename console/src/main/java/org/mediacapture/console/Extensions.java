// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What other bundles have to say, which so need not know the line editor: services of types of the JDK. Thread-safe. */
final class Extensions {
    private static final Logger LOG = LoggerFactory.getLogger(Extensions.class);

    private final BundleContext context;

    Extensions(BundleContext context) {
        this.context = context;
    }

    /**
     * Asks all services of a kind; one that fails has no answer.
     *
     * @param type the type of the services
     * @param property the property that is true for those that are meant
     * @param question asks one of them
     */
    <S, A> List<A> ask(Class<S> type, String property, Function<S, A> question) {
        List<A> answers = new ArrayList<>();
        for (ServiceReference<S> reference : references(type, "(" + property + "=true)")) {
            try {
                Optional.ofNullable(context.getService(reference)).map(question).ifPresent(answers::add);
            } catch (RuntimeException e) {
                LOG.warn("No answer of {}", reference, e); // and the person types on
            } finally {
                context.ungetService(reference);
            }
        }
        return answers;
    }

    @SuppressWarnings("unchecked") // the framework has no generic array
    private <S> List<ServiceReference<S>> references(Class<S> type, String filter) {
        try {
            Optional<ServiceReference<?>[]> found =
                    Optional.ofNullable(context.getServiceReferences(type.getName(), filter));
            return found.map(Arrays::asList).orElse(List.of()).stream()
                    .map(reference -> (ServiceReference<S>) reference)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
