// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.console;

import java.util.Optional;
import java.util.function.Function;

/**
 * Why a line is better not run, asked of bundles: services of type {@link Function} with the property
 * {@code org.mediacapture.console.check=true}, from the line to an {@link Optional} advice. Thread-safe.
 */
final class LineChecks {
    private static final String CHECK = "org.mediacapture.console.check";

    private final Extensions extensions;

    LineChecks(Extensions extensions) {
        this.extensions = extensions;
    }

    /** What is wrong with a line, if anything is. */
    Optional<String> advice(String line) {
        return extensions.ask(Function.class, CHECK, service -> answer(service, line)).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // the contract, which no class can express here
    private static Optional<String> answer(Function<?, ?> service, String line) {
        return ((Function<String, Optional<String>>) service).apply(line);
    }
}
