// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a wrong value of the configuration from taking the core away: the whole configuration is refused, the log says why, and
 * what was in force before stays so. Thread-safe.
 */
final class ConfigurationCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationCheck.class);

    private ConfigurationCheck() {}

    /** The settings to start with. */
    static CoreSettings first(CoreConfiguration configuration, Map<String, Object> written) {
        return accepted(configuration, written, "the defaults are in force; who may use what is not relaxed")
                .orElseGet(() -> CoreSettings.insteadOf(configuration));
    }

    /** The settings to go on with, or empty if those in force stay. */
    static Optional<CoreSettings> next(CoreConfiguration configuration, Map<String, Object> written) {
        return accepted(configuration, written, "the configuration before it stays in force");
    }

    private static Optional<CoreSettings> accepted(
            CoreConfiguration configuration, Map<String, Object> written, String instead) {
        try {
            return Optional.of(CoreSettings.of(configuration, written));
        } catch (IllegalArgumentException refused) {
            LOG.error("{}. The whole configuration is refused; {}", refused.getMessage(), instead);
            return Optional.empty();
        }
    }
}
