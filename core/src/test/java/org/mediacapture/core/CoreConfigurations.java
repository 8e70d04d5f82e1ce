// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as DS makes them: the values given by their keys, and the defaults for all others. */
final class CoreConfigurations {
    private CoreConfigurations() {}

    static CoreConfiguration of(Map<String, Object> values) {
        return (CoreConfiguration) Proxy.newProxyInstance(
                CoreConfiguration.class.getClassLoader(),
                new Class<?>[] {CoreConfiguration.class},
                (proxy, method, arguments) -> {
                    String key = method.getName().replace("$_$", "-").replace('_', '.');
                    Object value = values.getOrDefault(key, method.getDefaultValue());
                    boolean wanted = !method.getReturnType().equals(long.class) || value instanceof Long;
                    return wanted ? value : Long.valueOf(value.toString()); // throws, as DS does
                });
    }
}
