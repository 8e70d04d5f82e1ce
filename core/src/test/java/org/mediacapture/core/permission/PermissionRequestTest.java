// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mediacapture.stream.PermissionDescriptor.CAMERA;
import static org.mediacapture.stream.PermissionDescriptor.MICROPHONE;
import static org.mediacapture.stream.PermissionState.DENIED;
import static org.mediacapture.stream.PermissionState.GRANTED;
import static org.mediacapture.stream.PermissionState.PROMPT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.time.SystemScheduler;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.Promises;

/** Requests whose controller is late, absent, replaced or broken: each is settled by its deadline, and never in favour. */
class PermissionRequestTest {
    private static final Requester APP = new Requester("org.example.app", "org.example.app");
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration ALMOST = DEADLINE.minusMillis(1);
    private static final Duration REST = Duration.ofMillis(1);
    private static final String[] NO_RULES = {};

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final AtomicReference<Optional<PermissionController>> present = new AtomicReference<>(Optional.empty());
    private final List<UsageEvent> events = new ArrayList<>();
    private final Permissions permissions =
            new Permissions(scheduler, PermissionSettings.DEFAULT, present::get, events::add);

    @Test
    @Rule("GUM-10")
    void aPromptThatNobodyAnswersIsDeniedAtTheDeadline() {
        come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);

        scheduler.advance(ALMOST);
        assertThat(request.isDone()).isFalse();
        scheduler.advance(REST);
        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED), Map.entry(MICROPHONE, DENIED));
        assertThat(causes()).containsOnly("nobody answered within 60 s");
    }

    @Test
    @Rule({"GUM-10", "TRK-12"})
    void aControllerThatDecidesWhileItAsksNeedsNoAnswer() {
        FakeController controller = come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);
        scheduler.settle();
        controller.says(CAMERA, DENIED);
        permissions.changed();
        scheduler.settle();
        assertThat(request.isDone()).as("the microphone is asked for still").isFalse();

        controller.says(MICROPHONE, GRANTED).says(CAMERA, GRANTED);
        permissions.changed();
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED), Map.entry(MICROPHONE, GRANTED));
        assertThat(controller.questions()).hasSize(1);
        controller.answers(Map.of(CAMERA, GRANTED, MICROPHONE, DENIED));
        scheduler.settle();
        assertThat(events).hasSize(2);
    }

    @Test
    @Rule({"GUM-10", "PERM-5"})
    void aRequestThatIsWithdrawnIsDeniedAtOnce() {
        FakeController controller = come(new FakeController());
        PendingAnswer pending = permissions.request(APP, Set.of(CAMERA));
        scheduler.settle();

        pending.withdrawal().accept("nobody needs it");
        pending.withdrawal().accept("and again");
        scheduler.settle();

        assertThat(answer(pending.promise())).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes()).containsExactly("nobody needs it");
        controller.answers(Map.of(CAMERA, GRANTED));
        scheduler.settle();
        assertThat(events).hasSize(1);
    }

    @Test
    void anAnswerAfterTheDeadlineChangesNothing() {
        FakeController controller = come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.advance(DEADLINE);
        controller.answers(Map.of(CAMERA, GRANTED));
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(events).hasSize(1);
    }

    @Test
    void aPromptWithoutControllerWaitsForOne() {
        prompt();
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.advance(ALMOST);
        assertThat(request.isDone()).isFalse();

        FakeController controller = come(new FakeController());
        scheduler.settle();
        controller.answers(Map.of(CAMERA, GRANTED));
        scheduler.settle();
        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, GRANTED));
    }

    @Test
    void aPromptWithoutControllerIsDeniedAtTheDeadline() {
        prompt();
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.advance(ALMOST);
        assertThat(request.isDone()).isFalse();
        scheduler.advance(REST);

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes()).containsOnly("no permission controller came within 60 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "denied"})
    void aPromptThatWaitsForAControllerFollowsNewRules(String state) {
        prompt();
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.settle();
        permissions.settings(settings("*=" + state, "optional"));
        scheduler.settle();

        assertThat(answer(request).get(CAMERA).value()).isEqualTo(state);
    }

    @Test
    void aControllerThatGoesWhileItAsksIsFollowedByTheNext() {
        FakeController first = come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);
        scheduler.settle();
        go();
        scheduler.settle();
        assertThat(request.isDone())
                .as("granted by no rule while a person was asked")
                .isFalse();

        first.answers(Map.of(CAMERA, GRANTED, MICROPHONE, GRANTED));
        scheduler.settle();
        assertThat(request.isDone()).as("the answer of one that is gone").isFalse();

        FakeController next = come(new FakeController().says(MICROPHONE, DENIED));
        scheduler.settle();
        assertThat(next.questions().get(0).permissions()).containsOnly(CAMERA);
        next.answers(Map.of(CAMERA, GRANTED));
        scheduler.settle();
        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, GRANTED), Map.entry(MICROPHONE, DENIED));
    }

    @Test
    void aControllerThatTakesThePlaceOfTheOneThatAsksIsAskedInstead() {
        FakeController first = come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.settle();

        FakeController next = come(new FakeController());
        scheduler.settle();
        first.answers(Map.of(CAMERA, GRANTED));
        scheduler.settle();
        assertThat(request.isDone()).as("by one that no longer decides").isFalse();
        next.answers(Map.of(CAMERA, DENIED));
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
    }

    @Test
    void whatIsDecidedStaysWhateverIsAnsweredLater() {
        FakeController controller = come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);
        scheduler.settle();
        controller.says(CAMERA, DENIED);
        permissions.changed();
        scheduler.settle();

        controller.answers(Map.of(CAMERA, GRANTED, MICROPHONE, GRANTED));
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED), Map.entry(MICROPHONE, GRANTED));
    }

    @Test
    void theDeadlineDeniesOnlyWhatIsOpen() {
        come(new FakeController().says(CAMERA, GRANTED));
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA, MICROPHONE);

        scheduler.advance(DEADLINE);

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, GRANTED), Map.entry(MICROPHONE, DENIED));
    }

    @Test
    void aPromptWhoseControllerWentFollowsRulesThatDeny() {
        come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.settle();
        go();
        permissions.settings(settings("*=denied", "optional"));
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes()).containsOnly("rule *=denied of permission.camera");
    }

    @Test
    void theDeadlineOfAPromptIsThatOfItsBeginning() {
        come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.advance(ALMOST);
        go();
        come(new FakeController());
        scheduler.settle();
        assertThat(request.isDone()).isFalse();
        scheduler.advance(REST);

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
    }

    @Test
    void aRequiredControllerThatGoesWhileItAsksDeniesAtOnce() {
        permissions.settings(settings("*=granted", "required"));
        come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> request = request(CAMERA);
        scheduler.settle();
        go();
        scheduler.settle();

        assertThat(answer(request)).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes()).containsOnly("permission.controller=required, and there is none");
    }

    @Test
    void aControllerThatSaysThatItChangedIsNotAskedTwice() {
        FakeController controller = come(new FakeController());
        request(CAMERA);
        scheduler.settle();
        permissions.changed();
        scheduler.settle();

        assertThat(controller.questions()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoAnswerIsDenied(Promise<Map<PermissionDescriptor, PermissionState>> answer, String cause) {
        come(new PromptingController(() -> answer));

        assertThat(answerAtOnce(request(CAMERA))).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes().get(0)).startsWith(cause);
    }

    static Stream<Arguments> whatIsNoAnswerIsDenied() {
        Map<PermissionDescriptor, PermissionState> nothing = new HashMap<>();
        nothing.put(CAMERA, null);
        return Stream.of(
                Arguments.of(null, "the permission controller answered null"),
                Arguments.of(Promises.resolved(null), "the permission controller gave no answer"),
                Arguments.of(Promises.resolved(nothing), "the permission controller gave no answer"),
                Arguments.of(Promises.resolved(Map.of()), "the permission controller gave no answer"),
                Arguments.of(
                        Promises.resolved(Map.of(MICROPHONE, GRANTED)), "the permission controller gave no answer"),
                Arguments.of(Promises.resolved(Map.of(CAMERA, PROMPT)), "the permission controller answered prompt"),
                Arguments.of(Promises.resolved(wrongType()), "the answer of the permission controller cannot be read"),
                Arguments.of(
                        Promises.failed(new IllegalStateException("no screen")),
                        "the permission controller failed: java.lang.IllegalStateException: no screen"));
    }

    @Test
    void aControllerThatThrowsDenies() {
        come(new PromptingController(() -> {
            throw new NoClassDefFoundError("a dialogue");
        }));

        assertThat(answerAtOnce(request(CAMERA))).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes())
                .containsExactly("the permission controller failed: java.lang.NoClassDefFoundError: a dialogue");
    }

    @Test
    void aControllerThatCannotSayHowItStandsDenies() {
        come(new QueriedController(() -> {
            throw new IllegalStateException("no database");
        }));
        assertThat(permissions.query("org.example.app", CAMERA)).isEqualTo(DENIED);
        assertThat(answerAtOnce(request(CAMERA))).containsOnly(Map.entry(CAMERA, DENIED));

        come(new QueriedController(() -> null));
        assertThat(permissions.query("org.example.app", CAMERA)).isEqualTo(DENIED);
        assertThat(answerAtOnce(request(CAMERA))).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(causes())
                .containsExactly(
                        "the permission controller failed: java.lang.IllegalStateException: no database",
                        "the permission controller answered null");
    }

    @Test
    void aControllerThatBlocksHoldsUpNobodyAndIsInterruptedAtTheDeadline() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        AtomicReference<Map<PermissionDescriptor, PermissionState>> answer = new AtomicReference<>();
        PermissionController blocking = new QueriedController(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interruption) {
                interrupted.countDown();
            }
            return GRANTED;
        });
        try (SystemScheduler real = new SystemScheduler();
                Permissions blocked = new Permissions(
                        real,
                        PermissionSettings.of(PermissionRules.NONE, "optional", 50),
                        () -> Optional.of(blocking),
                        event -> {})) {
            blocked.request(APP, Set.of(CAMERA))
                    .promise()
                    .onSuccess(answer::set)
                    .onResolve(settled::countDown);

            assertThat(settled.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(answer.get()).containsOnly(Map.entry(CAMERA, DENIED));
            assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsPendingWhenTheCoreStopsIsDenied() {
        come(new FakeController());
        Promise<Map<PermissionDescriptor, PermissionState>> before = request(CAMERA);
        scheduler.settle();
        permissions.close();
        permissions.close();
        Promise<Map<PermissionDescriptor, PermissionState>> after = request(MICROPHONE);

        assertThat(answerAtOnce(before)).containsOnly(Map.entry(CAMERA, DENIED));
        assertThat(answerAtOnce(after)).containsOnly(Map.entry(MICROPHONE, DENIED));
        assertThat(causes()).containsOnly("mediacapture was stopped");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inAnyOrderOfEventsARequestIsAnsweredOnce(long seed) {
        VirtualScheduler shuffled = VirtualScheduler.shuffled(seed);
        Permissions busy = new Permissions(shuffled, settings("*=prompt", "optional"), present::get, events::add);
        List<Promise<Map<PermissionDescriptor, PermissionState>>> requests = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            requests.add(busy.request(APP, Set.of(CAMERA, MICROPHONE)).promise());
            FakeController controller = new FakeController();
            present.set(round % 3 == 0 ? Optional.empty() : Optional.of(controller));
            busy.changed();
            for (int step = 0; step < round % 7; step++) {
                shuffled.step();
            }
            controller.questions().forEach(question -> question.answer().resolve(Map.of(CAMERA, GRANTED)));
        }
        shuffled.advance(DEADLINE);

        assertThat(requests).allMatch(Promise::isDone);
        assertThat(events).as("one for each permission of each request").hasSize(100);
    }

    private void prompt() {
        permissions.settings(settings("*=prompt", "optional"));
    }

    private static PermissionSettings settings(String camera, String controller) {
        PermissionRules rules = new PermissionRules(new String[] {camera}, NO_RULES, NO_RULES, NO_RULES);
        return PermissionSettings.of(rules, controller, DEADLINE.toMillis());
    }

    private <C extends PermissionController> C come(C controller) {
        present.set(Optional.of(controller));
        permissions.changed();
        return controller;
    }

    private void go() {
        present.set(Optional.empty());
        permissions.changed();
    }

    private Promise<Map<PermissionDescriptor, PermissionState>> request(PermissionDescriptor... wanted) {
        return permissions.request(APP, Set.of(wanted)).promise();
    }

    private Map<PermissionDescriptor, PermissionState> answerAtOnce(
            Promise<Map<PermissionDescriptor, PermissionState>> request) {
        scheduler.settle();
        return answer(request);
    }

    private static Map<PermissionDescriptor, PermissionState> answer(
            Promise<Map<PermissionDescriptor, PermissionState>> request) {
        assertThat(request.isDone()).as("it is answered").isTrue();
        AtomicReference<Map<PermissionDescriptor, PermissionState>> answer = new AtomicReference<>();
        request.onSuccess(answer::set);
        return answer.get();
    }

    private List<String> causes() {
        return events.stream().map(UsageEvent::cause).toList();
    }

    /** A map whose values are of another type, as a controller in a script may make it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<PermissionDescriptor, PermissionState> wrongType() {
        return (Map) Map.of(CAMERA, "granted");
    }

    /** A controller to which everything is a prompt. */
    private record PromptingController(Supplier<Promise<Map<PermissionDescriptor, PermissionState>>> answer)
            implements PermissionController {
        @Override
        public PermissionState query(String origin, PermissionDescriptor permission) {
            return PROMPT;
        }

        @Override
        public Promise<Map<PermissionDescriptor, PermissionState>> request(
                String origin, Set<PermissionDescriptor> asked) {
            return answer.get();
        }
    }

    /** A controller that is not to be asked for more than how a permission stands. */
    private record QueriedController(Supplier<PermissionState> state) implements PermissionController {
        @Override
        public PermissionState query(String origin, PermissionDescriptor permission) {
            return state.get();
        }

        @Override
        public Promise<Map<PermissionDescriptor, PermissionState>> request(
                String origin, Set<PermissionDescriptor> asked) {
            throw new AssertionError("nobody was to be asked for " + asked);
        }
    }
}
