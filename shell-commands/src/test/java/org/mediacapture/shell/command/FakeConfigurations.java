// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Factory configurations in memory, with a provider's part played by callbacks. Thread-safe. */
final class FakeConfigurations implements ConfigurationAdmin {
    final List<FakeConfiguration> stored = new CopyOnWriteArrayList<>();
    final Map<String, FakeConfiguration> singletons = new ConcurrentHashMap<>();
    volatile Consumer<Map<String, Object>> onUpdate = properties -> {};
    volatile Consumer<Map<String, Object>> onDelete = properties -> {};

    Map<String, Object> only() {
        if (stored.size() != 1) {
            throw new AssertionError("configurations: " + stored.size());
        }
        return stored.get(0).asMap();
    }

    FakeConfiguration store(Map<String, Object> properties) {
        FakeConfiguration configuration = new FakeConfiguration("org.mediacapture.network.camera", "?");
        configuration.properties = new Hashtable<>(properties);
        stored.add(configuration);
        return configuration;
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid, String location) {
        FakeConfiguration configuration = new FakeConfiguration(factoryPid, location);
        stored.add(configuration);
        return configuration;
    }

    @Override
    public Configuration[] listConfigurations(String filter) throws InvalidSyntaxException {
        Configuration[] found = stored.stream()
                .filter(configuration -> configuration.properties != null)
                .filter(configuration -> filter == null || matches(filter, configuration))
                .toArray(Configuration[]::new);
        return found.length == 0 ? null : found;
    }

    private static boolean matches(String filter, FakeConfiguration configuration) {
        try {
            return FrameworkUtil.createFilter(filter)
                    .matches(Map.of(SERVICE_FACTORYPID, configuration.getFactoryPid()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Configuration createFactoryConfiguration(String factoryPid) {
        throw new UnsupportedOperationException("the location would be this bundle's");
    }

    /** The only configuration that is no factory's. */
    @Override
    public Configuration getConfiguration(String pid, String location) {
        return singletons.computeIfAbsent(pid, key -> new FakeConfiguration(key, location));
    }

    @Override
    public Configuration getConfiguration(String pid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name, String location) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Configuration getFactoryConfiguration(String factoryPid, String name) {
        throw new UnsupportedOperationException();
    }

    final class FakeConfiguration implements Configuration {
        private final String factoryPid;
        private final String location;
        private volatile Dictionary<String, Object> properties;

        FakeConfiguration(String factoryPid, String location) {
            this.factoryPid = factoryPid;
            this.location = location;
        }

        Map<String, Object> asMap() {
            Map<String, Object> map = new java.util.HashMap<>();
            Collections.list(properties.keys()).forEach(key -> map.put(key, properties.get(key)));
            return map;
        }

        @Override
        public String getPid() {
            return factoryPid + "~" + System.identityHashCode(this);
        }

        @Override
        public Dictionary<String, Object> getProperties() {
            return properties;
        }

        @Override
        public void delete() {
            stored.remove(this);
            onDelete.accept(asMap());
        }

        @Override
        public String getFactoryPid() {
            return factoryPid;
        }

        @Override
        public void update(Dictionary<String, ?> updated) {
            Dictionary<String, Object> copy = new Hashtable<>();
            Collections.list(updated.keys()).forEach(key -> copy.put(key, updated.get(key)));
            copy.put("service.factoryPid", factoryPid);
            copy.put("service.pid", getPid());
            properties = copy;
            onUpdate.accept(asMap());
        }

        @Override
        public String getBundleLocation() {
            return location;
        }

        @Override
        public Dictionary<String, Object> getProcessedProperties(ServiceReference<?> reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean updateIfDifferent(Dictionary<String, ?> updated) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setBundleLocation(String changed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long getChangeCount() {
            return 0;
        }

        @Override
        public void addAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<ConfigurationAttribute> getAttributes() {
            return Set.of();
        }

        @Override
        public void removeAttributes(ConfigurationAttribute... attributes) {
            throw new UnsupportedOperationException();
        }
    }
}
