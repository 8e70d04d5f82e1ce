// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraEvent.Type;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;
import org.mediacapture.admin.ProviderTroubleStatus;

/** What is told of all cameras between two looks. */
class SightTest {
    private static final ProviderTroubleStatus LACKING =
            new ProviderTroubleStatus("webcam", "org.example", "no natives", "install them");

    private Sight last = Sight.NOTHING;

    @Test
    void camerasThatComeAndGoAreToldOnce() {
        assertThat(look(List.of(camera("door", CameraState.IDLE)), List.of()))
                .containsExactly(new CameraEvent(Type.ADDED, "door", "mock", "Camera door at mock:door"));
        assertThat(look(List.of(camera("door", CameraState.IDLE)), List.of())).isEmpty();
        assertThat(look(List.of(), List.of()))
                .containsExactly(new CameraEvent(Type.REMOVED, "door", "", "Camera door at mock:door"));
    }

    @Test
    void aCameraThatIsOpenWhenItIsSeenFirstIsToldAsOpenedToo() {
        assertThat(look(List.of(camera("door", CameraState.STREAMING)), List.of()))
                .extracting(CameraEvent::type, CameraEvent::provider)
                .containsExactly(tuple(Type.ADDED, "mock"), tuple(Type.OPENED, "mock"));
        assertThat(look(List.of(camera("door", CameraState.STREAMING)), List.of()))
                .isEmpty();
    }

    @Test
    void aCameraThatGoesWhileItIsOpenIsToldAsClosedToo() {
        look(List.of(camera("door", CameraState.STREAMING)), List.of());

        assertThat(look(List.of(), List.of()))
                .extracting(CameraEvent::type, CameraEvent::provider)
                .containsExactly(tuple(Type.CLOSED, "mock"), tuple(Type.REMOVED, "mock"));
    }

    @Test
    void aTroubleThatACameraComesWithIsAFault() {
        CameraStatus camera = new CameraStatus(
                "id",
                "door",
                "Camera door",
                "mock:door",
                CameraState.IDLE,
                "",
                List.of(new ProviderStatus("mock", "org.example", 0, false, "is busy")));

        assertThat(look(List.of(camera), List.of()))
                .extracting(CameraEvent::type, CameraEvent::cause)
                .contains(tuple(Type.FAULT, "is busy"));
    }

    @Test
    void anotherCameraOfTheSameNameIsToldAsAnother() {
        look(List.of(camera("door", CameraState.IDLE)), List.of());

        CameraStatus other =
                new CameraStatus("another id", "door", "Camera door", "mock:other", CameraState.IDLE, "", List.of());
        assertThat(look(List.of(other), List.of()))
                .containsExactly(
                        new CameraEvent(Type.REMOVED, "door", "", "Camera door at mock:door"),
                        new CameraEvent(Type.ADDED, "door", "", "Camera door at mock:other"));
    }

    @Test
    void ofSeveralCamerasEachIsToldWhatBecameOfIt() {
        look(List.of(camera("door", CameraState.IDLE), camera("yard", CameraState.IDLE)), List.of());

        assertThat(look(List.of(camera("yard", CameraState.STREAMING), camera("gate", CameraState.IDLE)), List.of()))
                .extracting(CameraEvent::camera, CameraEvent::type)
                .containsExactly(tuple("door", Type.REMOVED), tuple("yard", Type.OPENED), tuple("gate", Type.ADDED));
    }

    @Test
    void aProviderThatLacksCamerasIsAFaultUntilItDoesNot() {
        assertThat(look(List.of(), List.of(LACKING)))
                .containsExactly(new CameraEvent(Type.FAULT, "", "webcam", "no natives"));
        assertThat(look(List.of(), List.of(LACKING))).isEmpty();
        assertThat(look(List.of(), List.of()))
                .containsExactly(new CameraEvent(Type.RECOVERED, "", "webcam", "no natives"));
    }

    private List<CameraEvent> look(List<CameraStatus> cameras, List<ProviderTroubleStatus> troubles) {
        Sight now = last.next(cameras, troubles);
        List<CameraEvent> events = now.since(last);
        last = now;
        return events;
    }

    private static CameraStatus camera(String name, CameraState state) {
        return new CameraStatus(
                "id",
                name,
                "Camera " + name,
                "mock:" + name,
                state,
                "",
                List.of(new ProviderStatus("mock", "org.example", 0, state == CameraState.STREAMING, "")));
    }
}
