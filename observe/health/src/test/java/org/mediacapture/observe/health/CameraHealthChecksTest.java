// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class CameraHealthChecksTest {
    private final List<HealthCheck> registered = new ArrayList<>();
    private final List<Object> names = new ArrayList<>();

    @Test
    void withoutTheCoreAllChecksAreThereAndSayThatItIsMissing() {
        CameraHealthChecks checks = new CameraHealthChecks(context(), Optional.empty());

        assertThat(names).containsExactly("Cameras", "Frames of cameras", "Camera providers");
        assertThat(registered).allSatisfy(check -> {
            Result result = check.execute();
            assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
            assertThat(result.iterator().next().getMessage()).contains("the core does not run");
        });
        checks.close();
        assertThat(registered).isEmpty();
    }

    private BundleContext context() {
        return proxy(BundleContext.class, arguments -> {
            HealthCheck check = (HealthCheck) arguments[1];
            registered.add(check);
            names.add(((Dictionary<?, ?>) arguments[2]).get(HealthCheck.NAME));
            return proxy(ServiceRegistration.class, none -> {
                registered.remove(check);
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
