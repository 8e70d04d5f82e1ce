// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA_PAN_TILT_ZOOM;
import static org.mediacapture.stream.PermissionDescriptor.MICROPHONE;
import static org.mediacapture.stream.PermissionState.DENIED;
import static org.mediacapture.stream.PermissionState.GRANTED;
import static org.mediacapture.stream.PermissionState.PROMPT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionName;
import org.mediacapture.stream.PermissionState;
import org.mediacapture.stream.Registration;
import org.osgi.util.promise.Promise;

/** How permissions stand, and what a request for them comes to where nothing fails. */
class PermissionsTest {
    private static final String ORIGIN = "https://example.org";
    private static final Requester BRIDGE = new Requester("org.example.bridge", ORIGIN);
    private static final String[] NO_RULES = {};

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final AtomicReference<Optional<PermissionController>> present = new AtomicReference<>(Optional.empty());
    private final List<UsageEvent> events = new ArrayList<>();
    private final Permissions permissions =
            new Permissions(scheduler, PermissionSettings.DEFAULT, present::get, events::add);

    @Test
    @Rule("PERM-1")
    void theRulesDecideWhereNoControllerIs() {
        rules("*=denied", "*=prompt");

        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(DENIED);
        assertThat(permissions.query(ORIGIN, CAMERA_PAN_TILT_ZOOM)).isEqualTo(DENIED);
        assertThat(permissions.query(ORIGIN, MICROPHONE)).isEqualTo(PROMPT);
    }

    @Test
    void aControllerDecidesInsteadOfTheRules() {
        rules("*=denied", "*=granted");
        controller(new FakeController().says(CAMERA, GRANTED).says(MICROPHONE, DENIED));

        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(GRANTED);
        assertThat(permissions.query(ORIGIN, MICROPHONE)).isEqualTo(DENIED);
    }

    @Test
    @Rule("PERM-2")
    void askingHowAPermissionStandsPromptsNobody() {
        FakeController controller = controller(new FakeController());

        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(PROMPT);
        scheduler.settle();
        assertThat(controller.questions()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("PTZ-7")
    void noControllerPermitsMovingACameraMoreThanUsingIt() {
        FakeController controller = controller(new FakeController().says(CAMERA_PAN_TILT_ZOOM, GRANTED));

        assertThat(permissions.query(ORIGIN, CAMERA_PAN_TILT_ZOOM)).isEqualTo(PROMPT);
        controller.says(CAMERA, DENIED);
        assertThat(permissions.query(ORIGIN, CAMERA_PAN_TILT_ZOOM)).isEqualTo(DENIED);
        controller.says(CAMERA, GRANTED);
        assertThat(permissions.query(ORIGIN, CAMERA_PAN_TILT_ZOOM)).isEqualTo(GRANTED);
    }

    @Test
    void aRequiredControllerThatIsAwayDeniesEverything() {
        permissions.settings(PermissionSettings.of(PermissionRules.NONE, "required", 60_000));

        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(DENIED);
        assertThat(permissions.allowedToUse(ORIGIN, PermissionName.MICROPHONE)).isFalse();
        assertThat(answer(request(CAMERA))).containsEntry(CAMERA, DENIED);
        assertThat(events.get(0).cause()).isEqualTo("permission.controller=required, and there is none");

        controller(new FakeController().says(CAMERA, GRANTED));
        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(GRANTED);
    }

    @Test
    @Rule({"GUM-3", "ENUM-3"})
    void aFeatureThatTheRulesDenyMayNotBeUsedAtAll() {
        rules("*=denied", "*=prompt");

        assertThat(permissions.allowedToUse(ORIGIN, PermissionName.CAMERA)).isFalse();
        assertThat(permissions.allowedToUse(ORIGIN, PermissionName.MICROPHONE)).isTrue();
    }

    @Test
    @Rule({"GUM-3", "ENUM-3"})
    void whereAControllerDecidesEveryFeatureMayBeAskedFor() {
        rules("*=denied", "*=denied");
        controller(new FakeController().says(CAMERA, DENIED));

        assertThat(permissions.allowedToUse(ORIGIN, PermissionName.CAMERA)).isTrue();
    }

    @Test
    void bridgesAreThoseThatTheRulesName() {
        PermissionRules rules = new PermissionRules(NO_RULES, NO_RULES, NO_RULES, new String[] {"org.example.bridge"});
        permissions.settings(PermissionSettings.of(rules, "optional", 60_000));

        assertThat(permissions.mayBridge("org.example.bridge")).isTrue();
        assertThat(permissions.mayBridge("org.example.app")).isFalse();
    }

    @Test
    @Rule({"PERM-5", "GUM-9"})
    void whatTheRulesDecideIsAnsweredAndTold() {
        rules("*=granted", "https:*=denied");

        assertThat(answer(request(CAMERA, MICROPHONE)))
                .containsOnly(Map.entry(CAMERA, GRANTED), Map.entry(MICROPHONE, DENIED));
        assertThat(events)
                .containsExactlyInAnyOrder(
                        event(UsageEvent.Type.ALLOWED, "camera", "rule *=granted of permission.camera"),
                        event(UsageEvent.Type.REFUSED, "microphone", "rule https:*=denied of permission.microphone"));
    }

    @Test
    void aRequestForNothingIsAnsweredWithNothing() {
        controller(new FakeController());

        assertThat(answer(request())).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    @Rule("GUM-10")
    void allThatPromptsIsAskedInOneQuestion() {
        FakeController controller = controller(new FakeController().says(CAMERA, GRANTED));
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, CAMERA_PAN_TILT_ZOOM, MICROPHONE);
        scheduler.settle();

        assertThat(request.isDone()).isFalse();
        assertThat(controller.questions()).hasSize(1);
        assertThat(controller.questions().get(0).origin()).isEqualTo(ORIGIN);
        assertThat(controller.questions().get(0).permissions())
                .containsExactlyInAnyOrder(CAMERA_PAN_TILT_ZOOM, MICROPHONE);

        controller.answers(Map.of(CAMERA_PAN_TILT_ZOOM, GRANTED, MICROPHONE, GRANTED));
        assertThat(answer(request)).hasSize(3).containsValue(GRANTED).doesNotContainValue(DENIED);
        assertThat(events).allMatch(event -> event.type() == UsageEvent.Type.ALLOWED);
        assertThat(events)
                .extracting(UsageEvent::device)
                .containsExactlyInAnyOrder("camera", "camera+pan-tilt-zoom", "microphone");
    }

    @Test
    @Rule("GUM-10")
    void whatAPersonRefusesIsDenied() {
        FakeController controller = controller(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);
        scheduler.settle();
        controller.answers(Map.of(CAMERA, DENIED, MICROPHONE, GRANTED));

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED), Map.entry(MICROPHONE, GRANTED));
        assertThat(events).contains(event(UsageEvent.Type.REFUSED, "camera", "permission controller"));
    }

    @Test
    @Rule("PTZ-3")
    void refusingTheMovementLeavesTheCamera() {
        FakeController controller = controller(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, CAMERA_PAN_TILT_ZOOM);
        scheduler.settle();
        controller.answers(Map.of(CAMERA, GRANTED, CAMERA_PAN_TILT_ZOOM, DENIED));

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, GRANTED), Map.entry(CAMERA_PAN_TILT_ZOOM, DENIED));
        assertThat(events)
                .containsExactlyInAnyOrder(
                        event(UsageEvent.Type.ALLOWED, "camera", "permission controller"),
                        event(UsageEvent.Type.REFUSED, "camera+pan-tilt-zoom", "permission controller"));
    }

    @Test
    @Rule("PTZ-7")
    void refusingTheCameraRefusesTheMovement() {
        FakeController controller = controller(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, CAMERA_PAN_TILT_ZOOM);
        scheduler.settle();
        controller.answers(Map.of(CAMERA, DENIED, CAMERA_PAN_TILT_ZOOM, GRANTED));

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED), Map.entry(CAMERA_PAN_TILT_ZOOM, DENIED));
        assertThat(events).allMatch(event -> event.type() == UsageEvent.Type.REFUSED);
    }

    @Test
    void aGrantIsNotRemembered() {
        FakeController controller = controller(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> first = request(CAMERA);
        scheduler.settle();
        controller.answers(Map.of(CAMERA, GRANTED));
        assertThat(answer(first)).containsEntry(CAMERA, GRANTED);

        assertThat(permissions.query(ORIGIN, CAMERA)).isEqualTo(PROMPT);
        request(CAMERA);
        scheduler.settle();
        assertThat(controller.questions()).hasSize(2);
    }

    @Test
    void aControllerIsAskedOnAThreadOfItsOwnWhenItIsARequest() {
        FakeController controller = controller(new FakeController());
        scheduler.settle();
        request(CAMERA);
        assertThat(controller.threads()).as("on the caller's thread").isEmpty();
        scheduler.settle();

        assertThat(controller.threads()).containsExactly("permission-controller", "permission-controller");
    }

    @Test
    @Rule("TRK-12")
    void changesAreToldOnceForSeveralInARow() {
        AtomicInteger told = new AtomicInteger();
        List<PermissionState> seen = new ArrayList<>();
        permissions.onChange(() -> {
            throw new IllegalStateException("a listener that fails");
        });
        Registration registration = permissions.onChange(() -> {
            told.incrementAndGet();
            seen.add(permissions.query(ORIGIN, CAMERA));
        });

        rules("*=prompt", "*=prompt");
        rules("*=denied", "*=denied");
        permissions.changed();
        assertThat(told).as("on the caller's thread").hasValue(0);
        scheduler.settle();
        assertThat(told).hasValue(1);
        assertThat(seen).containsExactly(DENIED);

        controller(new FakeController().says(CAMERA, GRANTED));
        scheduler.settle();
        assertThat(seen).containsExactly(DENIED, GRANTED);

        registration.close();
        registration.close();
        permissions.changed();
        scheduler.settle();
        assertThat(told).hasValue(2);
    }

    @Test
    void aChangeDuringTheTellingIsToldToo() {
        AtomicInteger told = new AtomicInteger();
        permissions.onChange(() -> {
            if (told.incrementAndGet() == 1) {
                permissions.changed();
            }
        });
        permissions.changed();
        scheduler.settle();

        assertThat(told).hasValue(2);
    }

    @Test
    void aUsageListenerThatFailsSpoilsNoRequest() {
        Permissions unlucky = new Permissions(scheduler, PermissionSettings.DEFAULT, Optional::empty, event -> {
            throw new IllegalStateException("a listener that fails");
        });

        assertThat(answer(unlucky.request(BRIDGE, Set.of(CAMERA, MICROPHONE)).promise()))
                .containsOnly(Map.entry(CAMERA, GRANTED), Map.entry(MICROPHONE, GRANTED));
    }

    private void rules(String camera, String microphone) {
        PermissionRules rules =
                new PermissionRules(new String[] {camera}, new String[] {microphone}, NO_RULES, NO_RULES);
        permissions.settings(PermissionSettings.of(rules, "optional", 60_000));
    }

    private FakeController controller(FakeController controller) {
        present.set(Optional.of(controller));
        permissions.changed();
        return controller;
    }

    private Promise<Map<PermissionDescriptor, PermissionState>> request(PermissionDescriptor... wanted) {
        return permissions.request(BRIDGE, Set.of(wanted)).promise();
    }

    private Map<PermissionDescriptor, PermissionState> answer(
            Promise<Map<PermissionDescriptor, PermissionState>> request) {
        assertThat(scheduler.await(request, Duration.ZERO))
                .as("it is answered at once")
                .isTrue();
        AtomicReference<Map<PermissionDescriptor, PermissionState>> answer = new AtomicReference<>();
        request.onSuccess(answer::set);
        return answer.get();
    }

    private static UsageEvent event(UsageEvent.Type type, String device, String cause) {
        return new UsageEvent(type, BRIDGE.bundle(), BRIDGE.origin(), device, cause);
    }
}
