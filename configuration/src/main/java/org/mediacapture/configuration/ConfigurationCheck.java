// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a wrong value of a configuration from taking anything away: the whole configuration is refused, the log says why, and what was
 * in force before stays so. Immutable.
 *
 * @param first what holds where the first configuration of all is refused, in words, such as "the defaults are in force"
 */
public record ConfigurationCheck(String first) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheck.class);

    /** Makes a check. */
    public ConfigurationCheck {
        Objects.requireNonNull(first, "first");
    }

    /**
     * What to begin with.
     *
     * @param read makes it, and throws {@code IllegalArgumentException} for a value that is not accepted
     * @param <T> its type
     * @return what was made, or empty if the configuration is refused
     */
    public <T> Optional<T> first(Supplier<T> read) {
        return accepted(read, first);
    }

    /**
     * What to go on with.
     *
     * @param read makes it, and throws {@code IllegalArgumentException} for a value that is not accepted
     * @param <T> its type
     * @return what was made, or empty if what is in force stays so
     */
    public <T> Optional<T> next(Supplier<T> read) {
        return accepted(read, "the configuration before it stays in force");
    }

    private static <T> Optional<T> accepted(Supplier<T> read, String instead) {
        try {
            return Optional.of(read.get());
        } catch (IllegalArgumentException refused) {
            LOG.error("{}. The whole configuration is refused; {}", refused.getMessage(), instead);
            return Optional.empty();
        }
    }
}
