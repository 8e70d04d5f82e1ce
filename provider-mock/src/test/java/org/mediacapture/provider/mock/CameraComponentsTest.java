// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.provider.CameraDevice;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.MicrophoneDevice;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The components against a registry that only remembers. */
class CameraComponentsTest {
    private final Registry registry = new Registry();
    private final MockTimer timer = new MockTimer();
    private final Sceneries sceneries = new Sceneries();

    @AfterEach
    void close() {
        timer.close();
    }

    @Test
    void theDefaultCameraComesAndGoesWithItsComponent() throws CameraException {
        DefaultMockCamera component =
                new DefaultMockCamera(registry.context(), timer, sceneries, byDefault(Map.of()), Map.of());
        assertThat(registry.values("camera.address")).containsExactly("mock:mock");
        assertThat(registry.microphones).hasSize(1);
        assertThat(registry.microphones.get(0).group()).as("one device").hasValue("mock:mock");
        CameraDevice device = registry.devices.get(0);
        assertThat(device.modes()).isEqualTo(MockMode.DEFAULTS);
        assertThat(device.group()).hasValue("mock:mock");
        assertThat(device.exclusive()).isFalse();
        device.open(RecordingSink.releasing());
        component.close();
        assertThat(registry.values("camera.address")).isEmpty();
        assertThat(registry.microphones).isEmpty();
        assertThatThrownBy(() -> device.open(RecordingSink.releasing()))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(CameraException.Reason.LOST))
                .hasMessageContaining("mock:mock: open: the camera was removed");
    }

    @Test
    void theDefaultCameraCanBeSwitchedOff() {
        DefaultMockCamera component = new DefaultMockCamera(
                registry.context(), timer, sceneries, byDefault(Map.of("$default", false)), Map.of("$default", false));
        assertThat(registry.values("camera.address")).isEmpty();
        assertThat(registry.microphones).isEmpty();
        component.close();
    }

    @Test
    void theMicrophoneAloneCanBeSwitchedOff() {
        DefaultMockCamera component = new DefaultMockCamera(
                registry.context(),
                timer,
                sceneries,
                byDefault(Map.of("microphone", false)),
                Map.of("microphone", false));
        assertThat(registry.values("camera.address")).containsExactly("mock:mock");
        assertThat(registry.microphones).isEmpty();
        component.close();
    }

    @Test
    void twoConfigurationsOfOneNameAreTwoOffersOfOneCamera() {
        configured(Map.of("name", "door", "ranking", 1));
        configured(Map.of("name", "door", "ranking", 2, "provider", "mock2"));
        assertThat(registry.values("camera.address")).containsExactly("mock:door", "mock:door");
        assertThat(registry.values("camera.provider")).containsExactly("mock", "mock2");
        assertThat(registry.values("service.ranking")).containsExactly(1, 2);
    }

    @Test
    void aWrongConfigurationBringsNoCamera() {
        ConfiguredMockCamera component = configured(Map.of("name", "door", "faults", new String[] {"nonsense"}));
        assertThat(registry.values("camera.address")).isEmpty();
        component.close();
    }

    @Test
    void aWrongChangeLeavesTheCameraThatThereIsAndARightOneReplacesIt() {
        ConfiguredMockCamera component = configured(Map.of("name", "door"));
        Map<String, Object> wrong = Map.of("name", "yard", "modes", new String[] {"large"});
        Map<String, Object> right = Map.of("name", "yard");

        component.modified(Configurations.camera(wrong), wrong);
        assertThat(registry.values("camera.address")).containsExactly("mock:door");
        component.modified(Configurations.camera(right), right);
        assertThat(registry.values("camera.address")).containsExactly("mock:yard");
        component.close();
        assertThat(registry.values("camera.address")).isEmpty();
    }

    @Test
    void whatIsNoTruthValueLeavesTheDefaultCameraAsItIs() {
        DefaultMockCamera component =
                new DefaultMockCamera(registry.context(), timer, sceneries, byDefault(Map.of()), Map.of());

        component.modified(byDefault(Map.of("$default", false)), Map.of("default", "perhaps"));
        assertThat(registry.values("camera.address")).containsExactly("mock:mock");
        component.modified(byDefault(Map.of("$default", false)), Map.of("default", false));
        assertThat(registry.values("camera.address")).isEmpty();
    }

    @Test
    void aCameraIsUnregisteredBeforeItsSessionsAreClosed() throws CameraException {
        ConfiguredMockCamera component = configured(Map.of("name", "door"));
        var session = registry.devices.get(0).open(RecordingSink.releasing());
        List<String> settings = new ArrayList<>();
        registry.onUnregister = () -> {
            try {
                settings.add(session.settings().toString());
            } catch (CameraException e) {
                throw new AssertionError(e);
            }
        };
        component.close();
        assertThat(settings).hasSize(1);
        assertThatThrownBy(session::settings).isInstanceOf(CameraException.class);
    }

    @Test
    void aCameraThatIsPulledOutTellsItsSessionCannotBeOpenedAndLeavesTheRegistry() throws CameraException {
        ManualTimer manual = new ManualTimer(0);
        CameraDescription description = CameraDescription.of(
                Configurations.camera(Map.of("name", "door", "faults", new String[] {"unplugs-after=1"})));
        CameraRegistration registration =
                new CameraRegistration(registry.context(), description, new Studio(manual, sceneries));
        CameraDevice device = registry.devices.get(0);
        List<String> found = new ArrayList<>();
        registry.onUnregister = () -> found.add("unregistered");
        RecordingSink sink = RecordingSink.releasing()
                .onEnd(end -> found.add(end.cause() + ", registered " + registry.devices.size() + ", "
                        + catchThrowable(() -> device.open(RecordingSink.releasing()))
                                .getMessage()));
        device.open(sink).start(device.modes().get(0));

        manual.advance(0);

        assertThat(found)
                .containsExactly(
                        "UNPLUGGED, registered 1, mock:door: open: pulled out, as its faults say", "unregistered");
        assertThat(registry.devices).isEmpty();
        registration.close();
        assertThat(found).hasSize(2);
    }

    private ConfiguredMockCamera configured(Map<String, Object> values) {
        return new ConfiguredMockCamera(registry.context(), timer, sceneries, Configurations.camera(values), values);
    }

    private static DefaultCameraConfiguration byDefault(Map<String, Object> values) {
        return Configurations.of(DefaultCameraConfiguration.class, values);
    }

    /** What is registered at the moment. */
    private static final class Registry {
        private final List<CameraDevice> devices = new ArrayList<>();
        private final List<MicrophoneDevice> microphones = new ArrayList<>();
        private final List<Dictionary<?, ?>> properties = new ArrayList<>();
        private Runnable onUnregister = () -> {};

        BundleContext context() {
            return proxy(BundleContext.class, arguments -> register(arguments));
        }

        List<Object> values(String key) {
            List<Object> values = new ArrayList<>();
            properties.forEach(each -> values.add(each.get(key)));
            return values;
        }

        private Object register(Object[] arguments) {
            if (arguments[0] == MicrophoneDevice.class) {
                MicrophoneDevice microphone = (MicrophoneDevice) arguments[1];
                microphones.add(microphone);
                return proxy(ServiceRegistration.class, none -> microphones.remove(microphone));
            }
            CameraDevice device = (CameraDevice) arguments[1];
            Dictionary<?, ?> described = (Dictionary<?, ?>) arguments[2];
            devices.add(device);
            properties.add(described);
            return proxy(ServiceRegistration.class, none -> {
                onUnregister.run();
                devices.remove(device);
                properties.remove(described);
                return this;
            });
        }

        private static <T> T proxy(Class<T> type, Function<Object[], Object> behaviour) {
            return type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object result = behaviour.apply(arguments);
                        return method.getReturnType() == void.class ? null : result;
                    }));
        }
    }
}
