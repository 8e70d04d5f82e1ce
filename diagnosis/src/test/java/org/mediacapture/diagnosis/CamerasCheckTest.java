// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraState;
import org.mediacapture.admin.CameraStatus;
import org.mediacapture.admin.ProviderStatus;

class CamerasCheckTest {
    private static CameraStatus camera(CameraState state, String cause, ProviderStatus... providers) {
        return new CameraStatus("id", "door", "Front door", "http://host/", state, cause, List.of(providers));
    }

    private static ProviderStatus provider(String trouble, boolean usable, int abandoned) {
        return new ProviderStatus("javacv", "x", 0, false, trouble, usable, abandoned);
    }

    private static List<Finding> findings(CameraStatus... cameras) {
        return new CamerasCheck(() -> List.of(cameras)).findings();
    }

    @Test
    void camerasAreListedWithTheirState() {
        assertThat(findings(camera(CameraState.IDLE, "", provider("", true, 0))))
                .containsExactly(Finding.ok("door (Front door) is idle"));
    }

    @Test
    void withoutAnyCameraTheAdviceSaysHowToGetOne() {
        assertThat(findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM))
                .satisfies(finding -> assertThat(finding.advice()).contains("camera:add URL"));
    }

    @Test
    void aLostCameraIsAProblemWithItsCause() {
        assertThat(findings(camera(CameraState.LOST, "was unplugged")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.PROBLEM))
                .satisfies(finding -> assertThat(finding.text()).isEqualTo("door (Front door) is lost: was unplugged"));
    }

    @Test
    void aProviderIsANoteIfSomethingWentWrongAndAProblemIfItCannotBeUsed() {
        assertThat(findings(camera(
                        CameraState.IDLE,
                        "",
                        provider("Connection refused", true, 0),
                        provider("another camera is there", false, 0),
                        provider("", false, 2))))
                .extracting(Finding::severity, Finding::text)
                .containsExactly(
                        tuple(Severity.OK, "door (Front door) is idle"),
                        tuple(Severity.NOTE, "door through javacv: Connection refused"),
                        tuple(Severity.PROBLEM, "door through javacv: another camera is there"),
                        tuple(
                                Severity.PROBLEM,
                                "door through javacv: 2 calls into the provider were abandoned and have not returned"));
    }
}
