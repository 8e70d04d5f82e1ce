// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.time.Scheduler;
import org.mediacapture.core.time.Strand;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/**
 * One request for permissions. It is settled when each of them is granted or denied, at the deadline at the latest.
 *
 * <p>Where somebody has to be asked and there is no controller, it waits for one. When the controller that asks goes, it is put
 * to the next one, with the deadline that it has; a prompt that was begun is never granted by the rules meanwhile, since a
 * person might have been about to refuse. Thread-safe: everything happens on a strand of its own.
 */
final class PermissionRequest {
    private static final PromiseFactory INLINE = new PromiseFactory(PromiseFactory.inlineExecutor());
    private static final String THREAD = "permission-controller";

    private final String origin;
    private final Set<PermissionDescriptor> permissions;
    private final Decider decider;
    private final Scheduler scheduler;
    private final Strand strand;
    private final Duration deadline;
    private final Deferred<Map<PermissionDescriptor, Decision>> result = INLINE.deferred();

    // of the strand
    private final Map<PermissionDescriptor, Decision> decided = new LinkedHashMap<>();
    private Optional<Consultation> consultation = Optional.empty();
    private Scheduler.Blocking conversation; // of the consultation
    private boolean prompted;

    PermissionRequest(String origin, Set<PermissionDescriptor> permissions, Decider decider, Scheduler scheduler) {
        this.origin = origin;
        this.permissions = Set.copyOf(permissions);
        this.decider = decider;
        this.scheduler = scheduler;
        this.strand = new Strand(scheduler);
        this.deadline = decider.settings().promptDeadline();
    }

    /** Begins. The promise is resolved on a thread of the scheduler and never fails. */
    Promise<Map<PermissionDescriptor, Decision>> start() {
        Scheduler.Timer timer = scheduler.schedule(deadline, () -> strand.execute(this::expire));
        strand.execute(this::consult);
        return result.getPromise().onResolve(timer::cancel);
    }

    /** Looks again who decides, and whether the one who asks a person has decided meanwhile. */
    void reconsider() {
        strand.execute(() -> {
            Optional<PermissionController> present = decider.controller();
            if (consultation.isPresent()
                    && present.filter(consultation.get()::isWith).isPresent()) {
                Consultation same = consultation.get();
                Set<PermissionDescriptor> open = Set.copyOf(open());
                scheduler.block(THREAD, () -> same.lookAgain(open));
                return;
            }
            hangUp();
            consult();
        });
    }

    /** Denies what is not decided. */
    void abandon(String cause) {
        strand.execute(() -> denyOpen(cause));
    }

    private void consult() {
        Optional<PermissionController> controller = decider.controller();
        if (controller.isPresent()) {
            talkTo(controller.get());
            return;
        }
        for (PermissionDescriptor permission : open()) {
            Decision decision = decider.withoutController(origin, permission);
            if (!prompted || decision.state() == PermissionState.DENIED) {
                take(permission, decision);
            }
        }
        settleIfDecided();
    }

    private void talkTo(PermissionController controller) {
        Set<PermissionDescriptor> open = Set.copyOf(open());
        if (open.isEmpty()) {
            settleIfDecided();
            return;
        }
        Consultation next = new Consultation(
                controller, origin, open, (from, decisions) -> strand.execute(() -> heard(from, decisions)));
        consultation = Optional.of(next);
        conversation = scheduler.block(THREAD, next);
    }

    private void heard(Consultation from, Map<PermissionDescriptor, Decision> decisions) {
        if (consultation.filter(from::equals).isEmpty()) {
            return; // from one that no longer decides
        }
        decisions.entrySet().stream()
                .filter(answer -> !decided.containsKey(answer.getKey())) // the first answer counts
                .forEach(answer -> take(answer.getKey(), answer.getValue()));
        prompted |= !open().isEmpty();
        settleIfDecided();
    }

    private void take(PermissionDescriptor permission, Decision decision) {
        if (decision.state() != PermissionState.PROMPT) {
            decided.put(permission, decision);
        }
    }

    private void expire() {
        String within = " within " + Deadlines.inWords(deadline);
        denyOpen(consultation.isPresent() ? "nobody answered" + within : "no permission controller came" + within);
    }

    private void denyOpen(String cause) {
        hangUp();
        open().forEach(permission -> decided.put(permission, Decision.denied(cause)));
        settleIfDecided();
    }

    private void hangUp() {
        if (consultation.isPresent()) {
            consultation = Optional.empty();
            conversation.interrupt();
        }
    }

    private List<PermissionDescriptor> open() {
        return permissions.stream()
                .filter(permission -> !decided.containsKey(permission))
                .toList();
    }

    private void settleIfDecided() {
        if (decided.size() == permissions.size() && !result.getPromise().isDone()) {
            result.resolve(Map.copyOf(decided));
        }
    }
}
