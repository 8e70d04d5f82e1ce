// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as DS makes them: the values given by their keys, and the defaults for all others. */
final class Configurations {
    private Configurations() {}

    static MockCameraConfiguration camera(Map<String, Object> values) {
        return of(MockCameraConfiguration.class, values);
    }

    static <T> T of(Class<T> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        values.getOrDefault(method.getName().replace('_', '.'), method.getDefaultValue())));
    }
}
