// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.webcam;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.ProviderTrouble;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** As much of a framework as the components need: it remembers services. Thread-safe. */
final class Framework {
    final List<Map<String, Object>> registered = new CopyOnWriteArrayList<>();
    final List<CameraDevice> devices = new CopyOnWriteArrayList<>();
    final List<ProviderTrouble> troubles = new CopyOnWriteArrayList<>();

    /** The provider in this framework. */
    WebcamProvider provider(Map<String, Object> values) {
        ProviderConfiguration.Config config = Plans.config(ProviderConfiguration.Config.class, values);
        return new WebcamProvider(context(), ProviderConfiguration.read(config, Map.of()));
    }

    /** Addresses of the cameras that are there. */
    List<Object> addresses() {
        return registered.stream()
                .map(properties -> properties.get("camera.address"))
                .toList();
    }

    private BundleContext context() {
        Bundle bundle = proxy(Bundle.class, Map.of("getState", arguments -> Bundle.STOPPING));
        return proxy(
                BundleContext.class,
                Map.of("getBundle", arguments -> bundle, "registerService", arguments -> register(arguments)));
    }

    private ServiceRegistration<?> register(Object[] arguments) {
        if (arguments[1] instanceof ProviderTrouble trouble) {
            troubles.add(trouble);
            return proxy(ServiceRegistration.class, Map.of("unregister", none -> !troubles.remove(trouble)));
        }
        Dictionary<?, ?> given = (Dictionary<?, ?>) arguments[2];
        Map<String, Object> properties =
                Collections.list(given.keys()).stream().collect(Collectors.toMap(Object::toString, given::get));
        devices.add((CameraDevice) arguments[1]);
        registered.add(properties);
        return proxy(ServiceRegistration.class, Map.of("unregister", none -> !registered.remove(properties)));
    }

    private static <T> T proxy(Class<T> type, Map<String, Function<Object[], Object>> calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object answer = calls.get(method.getName()).apply(arguments);
                    return method.getReturnType() == void.class ? null : answer;
                }));
    }
}
