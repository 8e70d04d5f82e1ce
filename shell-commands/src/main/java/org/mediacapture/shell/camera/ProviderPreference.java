// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.camera;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Which providers the configuration of the core prefers. Thread-safe. */
public final class ProviderPreference {
    private static final String PID = "org.mediacapture.core";
    private static final String KEY = "provider.preference";

    private final ConfigurationAdmin configurations;

    /**
     * Makes the view of a configuration administration.
     *
     * @param configurations where the configuration is
     */
    public ProviderPreference(ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /**
     * The preferred providers.
     *
     * @return their names, the most wanted first
     * @throws IOException if the configuration cannot be read
     */
    public List<String> get() throws IOException {
        Object value = properties(configuration()).get(KEY);
        if (value instanceof String[] names) {
            return List.of(names);
        }
        return value instanceof String name ? List.of(name) : List.of();
    }

    /**
     * Sets the preferred providers; everything else in the configuration stays.
     *
     * @param names names of providers, the most wanted first
     * @throws IOException if the configuration cannot be written
     */
    public void set(List<String> names) throws IOException {
        Configuration core = configuration();
        Dictionary<String, Object> properties = properties(core);
        properties.put(KEY, names.toArray(String[]::new));
        core.update(properties);
    }

    private Configuration configuration() throws IOException {
        return configurations.getConfiguration(PID, "?"); // of no bundle, so that whoever finds it may read it
    }

    private static Dictionary<String, Object> properties(Configuration core) {
        return Optional.ofNullable(core.getProperties()).orElseGet(Hashtable::new);
    }
}
