// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    private List<News> look(CameraState state, String cause, ProviderStatus... providers) {
        SeenCamera now = last.then(status(state, cause, providers));
        List<News> news = now.since(last);
        last = now;
        return news;
    }

    private List<News> stream(ProviderStatus... providers) {
        return look(CameraState.STREAMING, "", providers);
    }

    private static News fault(String provider, String trouble) {
        return new News.Fault("door", provider, trouble, false);
    }

    private static News over(String provider, String trouble) {
        return new News.Fault("door", provider, trouble, true);
    }

    @Test
    void openingAndClosingIsNoNews() {
        assertThat(look(CameraState.OPENING, "", provider("a", false, ""))).isEmpty();
        assertThat(stream(provider("a", true, ""))).isEmpty();
        assertThat(look(CameraState.RELEASED, "all its tracks are disabled", provider("a", false, "")))
                .isEmpty();
        assertThat(stream(provider("a", true, ""))).isEmpty();
        assertThat(look(CameraState.IDLE, "", provider("a", false, ""))).isEmpty();
        assertThat(stream(provider("b", true, ""))).as("it was idle between").isEmpty();
    }

    @Test
    void aSwapWithoutAGapIsToldWithHow() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.STREAMING, "without a gap", provider("a", false, ""), provider("b", true, "")))
                .containsExactly(new News.Swap("door", "a", "b", "without a gap"));
    }

    @Test
    void aSwapOnPurposeWithAGapIsNoFault() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.LOST, "it is brought to b", provider("a", false, ""), provider("b", false, "")))
                .isEmpty();
        assertThat(look(CameraState.STREAMING, "carried over", provider("a", false, ""), provider("b", true, "")))
                .containsExactly(new News.Swap("door", "a", "b", "carried over"));
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
        assertThat(look(CameraState.LOST, WENT)).containsExactly(fault("a", WENT));
        assertThat(look(CameraState.LOST, WENT, provider("a", false, ""))).isEmpty();
        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", WENT));
    }

    @Test
    void itIsToldOnceAlsoIfTheCameraIsLostBeforeItsServiceGoes() {
        stream(provider("a", true, ""));

        assertThat(look(CameraState.LOST, WENT, provider("a", false, WENT))).containsExactly(fault("a", WENT));
        assertThat(look(CameraState.LOST, WENT)).isEmpty();
        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", WENT));
    }

    @Test
    void aCameraThatFailsAndIsCarriedOverIsAFaultAndASwap() {
        stream(provider("a", true, ""), provider("b", false, ""));

        assertThat(look(CameraState.LOST, "silent", provider("a", false, "silent"), provider("b", false, "")))
                .containsExactly(fault("a", "silent"));
        assertThat(look(CameraState.STREAMING, "carried over", provider("a", false, "silent"), provider("b", true, "")))
                .containsExactly(new News.Swap("door", "a", "b", "carried over"));
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
        assertThat(stream(provider("a", true, ""))).containsExactly(over("a", "denied"));
    }
}
