// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.admin.CameraEvent.Type;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;

/** What is told of a camera between two looks. */
class SeenCameraTest {
    private static final String WENT = "the provider went away";

    private SeenCamera last = SeenCamera.of(status(CameraState.IDLE, "", provider("a", false, "")));

    private static ProviderStatus provider(String name, boolean inUse, String trouble) {
        return new ProviderStatus(name, "org.example." + name, 0, inUse, trouble);
    }

    private static CameraStatus status(CameraState state, String cause, ProviderStatus... providers) {
        return new CameraStatus("id", "door", "Door", "fake:door", state, cause, List.of(providers));
    }

    private List<CameraEvent> look(CameraState state, String cause, ProviderStatus... providers) {
        SeenCamera now = last.then(status(state, cause, providers));
        List<CameraEvent> news = now.since(last);
        last = now;
        return news;
    }

    private List<CameraEvent> stream(ProviderStatus... providers) {
        return look(CameraState.STREAMING, "", providers);
    }

    private static CameraEvent fault(String provider, String trouble) {
        return new CameraEvent(Type.FAULT, "door", provider, trouble);
    }

    private static CameraEvent lost(String provider, String cause) {
        return new CameraEvent(Type.LOST, "door", provider, cause);
    }

    private static CameraEvent swapped(String how) {
        return new CameraEvent(Type.SWAPPED, "door", "b", "a", how);
    }

    private static CameraEvent over(String provider, String trouble) {
        return new CameraEvent(Type.RECOVERED, "door", provider, trouble);
    }

    @Test
    void openingAndClosingIsToldWithTheProvider() {
        assertThat(look(CameraState.OPENING, "", provider("a", false, ""))).isEmpty();
        assertThat(stream(provider("a", true, ""))).containsExactly(new CameraEvent(Type.OPENED, "door", "a", ""));
        assertThat(look(CameraState.RELEASED, "all its tracks are disabled", provider("a", false, "")))
                .containsExactly(new CameraEvent(Type.CLOSED, "door", "a", "all its tracks are disabled"));
        assertThat(stream(provider("a", true, ""))).containsExactly(new CameraEvent(Type.OPENED, "door", "a", ""));
        assertThat(look(CameraState.IDLE, "", provider("a", false, "")))
                .containsExactly(new CameraEvent(Type.CLOSED, "door", "a", ""));
        assertThat(stream(provider("b", true, "")))
                .as("it was idle between")
                .containsExactly(new CameraEvent(Type.OPENED, "door", "b", ""));
    }

    @Test
    void aLostCameraThatNobodyBringsBackIsClosed() {
        stream(provider("a", true, ""));
        look(CameraState.LOST, WENT);

        assertThat(look(CameraState.IDLE, "", provider("a", false, "")))
                .containsExactly(new CameraEvent(Type.CLOSED, "door", "a", WENT));
    }

    @Test
    void aProviderThatOffersTheCameraTwiceAndIsInTroubleWithOneIsToldOnce() {
        assertThat(look(CameraState.IDLE, "", provider("a", false, ""), provider("a", false, "busy")))
                .containsExactly(fault("a", "busy"));
        assertThat(look(CameraState.IDLE, "", provider("a", false, ""), provider("a", false, "busy")))
                .isEmpty();
        assertThat(look(CameraState.IDLE, "", provider("a", false, ""), provider("a", false, "")))
                .containsExactly(over("a", "busy"));
    }

    @Test
    void aCameraThatComesAndGoesIsToldWithItsPlace() {
        SeenCamera seen = SeenCamera.of(status(CameraState.IDLE, "", provider("a", false, "")));

        assertThat(seen.appeared()).containsExactly(new CameraEvent(Type.ADDED, "door", "a", "Door at fake:door"));
        assertThat(seen.disappeared()).containsExactly(new CameraEvent(Type.REMOVED, "door", "", "Door at fake:door"));
    }

    @Test
    void aSwapWithoutAGapIsToldWithHow() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.STREAMING, "without a gap", provider("a", false, ""), provider("b", true, "")))
                .containsExactly(swapped("without a gap"));
    }

    @Test
    void aSwapOnPurposeWithAGapIsNoFault() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.LOST, "it is brought to b", provider("a", false, ""), provider("b", false, "")))
                .isEmpty();
        assertThat(look(CameraState.STREAMING, "carried over", provider("a", false, ""), provider("b", true, "")))
                .containsExactly(swapped("carried over"));
    }

    @Test
    void aSwapThatFailsTellsTheFaultOfTheOtherProviderOnly() {
        stream(provider("a", true, ""), provider("b", false, ""));
        look(CameraState.LOST, "it is brought to b", provider("a", false, ""), provider("b", false, ""));

        assertThat(look(CameraState.STREAMING, "carried over", provider("a", true, ""), provider("b", false, "busy")))
                .containsExactly(fault("b", "busy"));
    }

    @Test
    void aProviderThatGoesAndComesBackIsAFaultThatIsOver() {
        stream(provider("a", true, ""));

        assertThat(look(CameraState.STREAMING, "")).as("its service goes first").isEmpty();
        assertThat(look(CameraState.LOST, WENT)).containsExactly(lost("a", WENT));
        assertThat(look(CameraState.LOST, WENT, provider("a", false, ""))).isEmpty();
        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", WENT));
    }

    @Test
    void itIsToldOnceAlsoIfTheCameraIsLostBeforeItsServiceGoes() {
        stream(provider("a", true, ""));

        assertThat(look(CameraState.LOST, WENT, provider("a", false, WENT))).containsExactly(lost("a", WENT));
        assertThat(look(CameraState.LOST, WENT)).isEmpty();
        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", WENT));
    }

    @Test
    void aCameraThatFailsAndIsCarriedOverIsAFaultAndASwap() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.LOST, "silent", provider("a", false, "silent"), provider("b", false, "")))
                .containsExactly(lost("a", "silent"));
        assertThat(look(CameraState.STREAMING, "carried over", provider("a", false, "silent"), provider("b", true, "")))
                .containsExactly(swapped("carried over"));
    }

    @Test
    void aCameraThatFailsAndComesBackThroughItsProviderIsToldOnce() {
        stream(provider("a", true, ""));
        look(CameraState.LOST, "silent", provider("a", false, "silent"));

        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", "silent"));
    }

    @Test
    void troubleOfAnIdleCameraIsToldWhenItComesChangesAndGoes() {
        assertThat(look(CameraState.IDLE, "", provider("a", false, "busy"))).containsExactly(fault("a", "busy"));
        assertThat(look(CameraState.IDLE, "", provider("a", false, "busy"))).isEmpty();
        assertThat(look(CameraState.IDLE, "", provider("a", false, "denied"))).containsExactly(fault("a", "denied"));
        assertThat(stream(provider("a", true, "")))
                .containsExactly(over("a", "denied"), new CameraEvent(Type.OPENED, "door", "a", ""));
    }
}
