// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;

class ReadyCamerasTest {
    private final List<FakeCondition> conditions = new ArrayList<>();
    private final ReadyCameras ready = new ReadyCameras(this::register);

    @Test
    void aCameraThatCanBeOpenedHasAConditionThatTellsOfIt() {
        ready.show(List.of(camera("door", CameraState.IDLE, "environment", usable("javacv"), stuck("webcam"))));

        assertThat(conditions).singleElement().satisfies(condition -> {
            assertThat(condition.text("osgi.condition.id")).isEqualTo("org.mediacapture.camera");
            assertThat(condition.text("camera.name")).isEqualTo("door");
            assertThat(condition.text("camera.label")).isEqualTo("Camera door");
            assertThat(condition.text("camera.address")).isEqualTo("mock:door");
            assertThat(condition.text("facingMode")).isEqualTo("environment");
            assertThat((String[]) condition.properties.get("camera.provider")).containsExactly("javacv");
        });
    }

    @Test
    void aCameraWhoseFacingIsNotKnownSaysNothingOfIt() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", usable("mock"))));

        assertThat(conditions.get(0).properties.get("facingMode")).isNull();
    }

    @Test
    void aProviderThatOffersACameraTwiceIsNamedOnce() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", usable("javacv"), usable("webcam"), usable("javacv"))));

        assertThat((String[]) conditions.get(0).properties.get("camera.provider"))
                .containsExactly("javacv", "webcam");
    }

    @Test
    void aCameraThatNoProviderCanOpenHasNone() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", stuck("webcam"))));

        assertThat(conditions).isEmpty();
    }

    @Test
    void aCameraThatIsGoneLosesItsCondition() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", usable("mock"))));
        ready.show(List.of());

        assertThat(conditions)
                .singleElement()
                .satisfies(condition -> assertThat(condition.gone).isTrue());
    }

    @Test
    void aCameraThatIsCarriedOverKeepsItsCondition() {
        ready.show(List.of(camera("door", CameraState.STREAMING, "", usable("mock"))));
        ready.show(List.of(camera("door", CameraState.STREAMING, ""))); // its service goes first
        ready.show(List.of(camera("door", CameraState.LOST, "")));
        ready.show(List.of(camera("door", CameraState.STREAMING, "", usable("webcam"))));

        assertThat(conditions).singleElement().satisfies(condition -> {
            assertThat(condition.gone).isFalse();
            assertThat((String[]) condition.properties.get("camera.provider")).containsExactly("webcam");
        });
    }

    @Test
    void aCameraThatNobodyUsesLosesItsConditionWhenItCannotBeOpenedAnyMore() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", usable("webcam"))));
        ready.show(List.of(camera("door", CameraState.IDLE, "", stuck("webcam"))));

        assertThat(conditions)
                .singleElement()
                .satisfies(condition -> assertThat(condition.gone).isTrue());
    }

    @Test
    void aLostCameraThatWasNeverReadyHasNone() {
        ready.show(List.of(camera("door", CameraState.LOST, "", usable("mock"))));

        assertThat(conditions).isEmpty();
    }

    @Test
    void nothingIsToldAnewWhereNothingHasChanged() {
        ready.show(List.of(camera("door", CameraState.IDLE, "", usable("mock"))));
        ready.show(List.of(camera("door", CameraState.STREAMING, "", usable("mock"))));

        assertThat(conditions.get(0).changes).isZero();
    }

    @Test
    void noneIsLeftInTheEnd() {
        ready.show(List.of(
                camera("door", CameraState.IDLE, "", usable("mock")),
                camera("yard", CameraState.IDLE, "", usable("mock"))));
        ready.show(List.of());

        assertThat(conditions).hasSize(2).allMatch(condition -> condition.gone);
    }

    private static CameraStatus camera(String name, CameraState state, String facing, ProviderStatus... providers) {
        return new CameraStatus("id", name, "Camera " + name, "mock:" + name, state, "", List.of(providers), facing);
    }

    private static ProviderStatus usable(String name) {
        return new ProviderStatus(name, "bundle", 0, false, "");
    }

    private static ProviderStatus stuck(String name) {
        return new ProviderStatus(name, "bundle", 0, false, "is stuck", false, 1);
    }

    private ServiceRegistration<Condition> register(Dictionary<String, Object> properties) {
        FakeCondition condition = new FakeCondition(properties);
        conditions.add(condition);
        return condition.registration();
    }

    private static final class FakeCondition {
        private Dictionary<String, ?> properties;
        private boolean gone;
        private int changes;

        private FakeCondition(Dictionary<String, Object> properties) {
            this.properties = properties;
        }

        private String text(String key) {
            return String.valueOf(properties.get(key));
        }

        @SuppressWarnings("unchecked")
        private ServiceRegistration<Condition> registration() {
            return (ServiceRegistration<Condition>) Proxy.newProxyInstance(
                    ServiceRegistration.class.getClassLoader(),
                    new Class<?>[] {ServiceRegistration.class},
                    (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "setProperties" -> {
                                properties = (Dictionary<String, ?>) arguments[0];
                                changes++;
                            }
                            case "unregister" -> gone = true;
                            default -> throw new UnsupportedOperationException(method.getName());
                        }
                        return null;
                    });
        }
    }
}
