// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class SettingsServiceTest {
    private record Settings(int ranking) {}

    private final List<Object> registered = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final SettingsService<Settings> service = new SettingsService<>(context(), Settings.class);

    @Test
    void otherSettingsReplaceTheService() {
        service.offer(new Settings(1));
        service.offer(new Settings(2));

        assertThat(registered).containsExactly(new Settings(2));
        assertThat(changes).containsExactly("register", "unregister", "register");
    }

    @Test
    void theSameSettingsDisturbNobody() {
        service.offer(new Settings(1));
        service.offer(new Settings(1));

        assertThat(changes).containsExactly("register");
    }

    @Test
    void itCanBeClosedTwice() {
        service.offer(new Settings(1));
        service.close();
        service.close();

        assertThat(registered).isEmpty();
    }

    private BundleContext context() {
        return proxy(BundleContext.class, arguments -> {
            changes.add("register");
            registered.add(arguments[1]);
            return proxy(ServiceRegistration.class, none -> {
                changes.add("unregister");
                registered.remove(arguments[1]);
                return null;
            });
        });
    }

    private interface Behaviour {
        Object call(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> behaviour.call(arguments)));
    }
}
