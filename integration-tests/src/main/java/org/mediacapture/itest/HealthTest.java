// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionOptions;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;

/** What Felix's executor of health checks is told of cameras. */
@ExtendWith(PatientCore.class)
class HealthTest {
    private static final String CAMERA = "patient";

    @InjectService
    HealthCheckExecutor executor;

    @InjectService
    CameraAdmin admin;

    @InjectService
    MediaDevices devices;

    @InjectService
    ConfigurationAdmin configurations;

    private MockCameras cameras;

    @BeforeEach
    void prepare() throws Exception {
        cameras = new MockCameras(configurations, admin);
        cameras.offer(CAMERA, "mock", 0, Map.of());
    }

    @AfterEach
    void remove() throws Exception {
        cameras.remove();
    }

    @Test
    void thereIsACheckOfCamerasOneOfFramesAndOneOfProviders() {
        assertThat(run("camera")).hasSize(3);
        assertThat(run("camera", "-frames", "-providers")).hasSize(1);
    }

    @Test
    void aCameraThatIsThereIsWell() {
        assertThat(lines("reachable")).contains("OK: patient (patient) is idle");
    }

    @Test
    void framesThatFlowAreToldWithTheirRate() throws Exception {
        MediaStreamTrack track = open();

        Await.until("frames flow", () -> lines("frames").contains("OK: patient delivers"));

        track.stop();
    }

    @Test
    void aCameraWhoseProviderIsGoneIsCriticalAndSaysWhatToDo() throws Exception {
        MediaStreamTrack track = open();
        cameras.removeOffers();
        Await.until("the camera is lost", () -> lines("reachable").contains("CRITICAL: patient (patient) is lost"));

        assertThat(lines("reachable")).contains("to do: plug it in again, or bring its provider back");
        track.stop();
    }

    private MediaStreamTrack open() throws Exception {
        return Await.value(devices.getUserMedia(cameras.request(CAMERA)))
                .getVideoTracks()
                .get(0);
    }

    /** With more time than the 2 s of the executor, after which a check on a busy machine is an error. */
    private List<HealthCheckExecutionResult> run(String... tags) {
        HealthCheckExecutionOptions options =
                new HealthCheckExecutionOptions().setForceInstantExecution(true).setOverrideGlobalTimeout(30_000);
        return executor.execute(HealthCheckSelector.tags(tags), options);
    }

    private String lines(String tag) {
        return run(tag).stream()
                .map(HealthCheckExecutionResult::getHealthCheckResult)
                .flatMap(HealthTest::entries)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> entries(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map((ResultLog.Entry entry) -> entry.getStatus() + ": " + entry.getMessage());
    }
}
