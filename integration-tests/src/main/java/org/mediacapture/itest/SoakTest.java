// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/**
 * Swaps of every kind disturb nobody and leave nothing behind (HS-7). How many there are of each kind may stand in the environment
 * variable MEDIACAPTURE_SOAK, as the script {@code integration-tests/soak} sets it.
 */
class SoakTest {
    private static final String MOCK = "mock: ";
    private static final String REAL = "javacv, webcam: ";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService
    CameraAdmin admin;

    private final SoakSize size = SoakSize.of(System.getenv());
    private final SoakReport report = new SoakReport(System.out, size.isAskedFor());
    private Operator operator;

    @BeforeEach
    void operate() {
        operator = new Operator(context, configurations, admin);
    }

    @Test
    void swapsBetweenMockCamerasDisturbNobodyAndLeaveNothingBehind() throws Exception {
        try (Soak soak = new Soak(operator, report, () -> SoakCamera.mock(operator, false))) {
            for (SwapKind kind : SwapKind.values()) {
                boolean exclusive = kind == SwapKind.SWAP_EXCLUSIVE;
                soak.run(MOCK + kind, kind, size.mock(), () -> SoakCamera.mock(operator, exclusive), Map.of("zoom", 2));
            }
        }
        assertNothingIsLeft();
    }

    @Test
    void swapsBetweenRealProvidersDisturbNobodyAndLeaveNothingBehind() throws Exception {
        Callable<SoakCamera> both = () -> SoakCamera.network(operator, List.of("javacv", "webcam"));
        Callable<SoakCamera> alone = () -> SoakCamera.network(operator, List.of("javacv"));
        try (Soak soak = new Soak(operator, report, both)) {
            for (SwapKind kind : EnumSet.complementOf(EnumSet.of(SwapKind.SWAP_EXCLUSIVE))) {
                soak.run(REAL + kind, kind, size.real(), both, Map.of());
            }
            soak.run("javacv alone: update", SwapKind.UPDATE, size.real(), alone, Map.of());
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        report.table();
        assertThat(report.complaints()).isEmpty();
    }
}
