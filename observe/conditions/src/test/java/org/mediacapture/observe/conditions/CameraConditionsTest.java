// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.stream.Registration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class CameraConditionsTest {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CountDownLatch activated = new CountDownLatch(1);
    private volatile Supplier<List<CameraStatus>> cameras = List::of;
    private volatile Runnable listener = () -> {};
    private volatile boolean slow;

    @Test
    void aComponentThatIsActivatedSlowlyHoldsUpNobody() throws Exception {
        slow = true;
        cameras = () -> List.of(camera("door"));

        CameraConditions conditions = conditions();
        assertThat(next()).isEqualTo("register");
        listener.run();
        conditions.close();

        activated.countDown();
        assertThat(next()).isEqualTo("unregister");
    }

    @Test
    void aLookThatFailsIsNotTheLastOne() throws Exception {
        cameras = () -> {
            cameras = () -> List.of(camera("door"));
            told.add("fails");
            throw new UnsupportedOperationException("for this test");
        };

        CameraConditions conditions = conditions();
        assertThat(next()).isEqualTo("fails");
        listener.run();

        assertThat(next()).isEqualTo("register");
        conditions.close();
        assertThat(next()).isEqualTo("unregister");
    }

    @Test
    void whatIsToldAfterTheEndIsWorthNoCondition() throws Exception {
        cameras = () -> List.of(camera("door"));
        CameraConditions conditions = conditions();
        assertThat(next()).isEqualTo("register");

        conditions.close();
        listener.run();

        assertThat(next()).isEqualTo("unregister");
        assertThat(told).isEmpty();
    }

    private String next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    private static CameraStatus camera(String name) {
        return new CameraStatus(
                "id",
                name,
                "Camera " + name,
                "mock:" + name,
                CameraState.IDLE,
                "",
                List.of(new ProviderStatus("mock", "bundle", 0, false, "")));
    }

    private CameraConditions conditions() {
        CameraAdmin admin = proxy(CameraAdmin.class, (method, arguments) -> {
            if (method.equals("cameras")) {
                return cameras.get();
            }
            listener = (Runnable) arguments[0];
            return (Registration) () -> {};
        });
        return new CameraConditions(proxy(BundleContext.class, (method, arguments) -> register()), admin);
    }

    private ServiceRegistration<?> register() throws InterruptedException {
        told.add("register");
        if (slow) {
            activated.await();
        }
        return proxy(ServiceRegistration.class, (method, arguments) -> {
            told.add(method);
            return null;
        });
    }

    private interface Behaviour {
        Object call(String method, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
