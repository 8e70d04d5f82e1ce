// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said between one request and one controller: how the permissions stand, and then one question for all that are
 * {@link PermissionState#PROMPT} (GUM-10). It reports how they stand, where PROMPT means that it asks now, then what was answered, and
 * in between, when it is to look again, how they stand by then. Thread-safe.
 */
final class Consultation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Consultation.class);

    private final PermissionController controller;
    private final String origin;
    private final Set<PermissionDescriptor> permissions;
    private final BiConsumer<Consultation, Map<PermissionDescriptor, Decision>> report;

    Consultation(
            PermissionController controller,
            String origin,
            Set<PermissionDescriptor> permissions,
            BiConsumer<Consultation, Map<PermissionDescriptor, Decision>> report) {
        this.controller = controller;
        this.origin = origin;
        this.permissions = Set.copyOf(permissions);
        this.report = report;
    }

    boolean isWith(PermissionController other) {
        return controller == other;
    }

    /** Talks to the controller, which may block. */
    @Override
    public void run() {
        Map<PermissionDescriptor, Decision> standing = standing(permissions);
        report.accept(this, standing);
        Set<PermissionDescriptor> open = permissions.stream()
                .filter(permission -> standing.get(permission).state() == PermissionState.PROMPT)
                .collect(Collectors.toUnmodifiableSet());
        if (!open.isEmpty()) {
            prompt(open);
        }
    }

    /** Reports once more how permissions stand; the question that was asked stays open. Talks to the controller, which may block. */
    void lookAgain(Set<PermissionDescriptor> open) {
        report.accept(this, standing(open));
    }

    private Map<PermissionDescriptor, Decision> standing(Set<PermissionDescriptor> asked) {
        Map<PermissionDescriptor, Decision> standing = new LinkedHashMap<>();
        asked.forEach(permission -> standing.put(permission, Decider.of(controller, origin, permission)));
        return standing;
    }

    private void prompt(Set<PermissionDescriptor> open) {
        try {
            Promise<Map<PermissionDescriptor, PermissionState>> answer = controller.request(origin, open);
            if (answer == null) {
                denyAll(open, "the permission controller answered null");
                return;
            }
            answer.onSuccess(states -> report.accept(this, read(states, open)))
                    .onFailure(failure -> failed(open, failure));
        } catch (Throwable failure) {
            failed(open, failure);
        }
    }

    private Map<PermissionDescriptor, Decision> read(
            Map<PermissionDescriptor, PermissionState> states, Set<PermissionDescriptor> open) {
        Map<PermissionDescriptor, Decision> answers = new LinkedHashMap<>();
        open.forEach(permission -> answers.put(permission, answer(states, permission)));
        return answers;
    }

    private static Decision answer(Map<PermissionDescriptor, PermissionState> states, PermissionDescriptor permission) {
        try {
            PermissionState state = states == null ? null : states.get(permission);
            if (state == null) {
                return Decision.denied("the permission controller gave no answer");
            }
            return state == PermissionState.PROMPT
                    ? Decision.denied("the permission controller answered prompt")
                    : new Decision(state, "permission controller");
        } catch (Throwable unreadable) { // a foreign map may refuse
            LOG.warn("The answer of a permission controller cannot be read: denied", unreadable);
            return Decision.denied("the answer of the permission controller cannot be read: " + unreadable);
        }
    }

    private void failed(Set<PermissionDescriptor> open, Throwable failure) {
        LOG.warn("{} failed to ask for {} for {}: denied", controller.getClass(), open, origin, failure);
        denyAll(open, "the permission controller failed: " + failure);
    }

    private void denyAll(Set<PermissionDescriptor> open, String cause) {
        Map<PermissionDescriptor, Decision> answers = new LinkedHashMap<>();
        open.forEach(permission -> answers.put(permission, Decision.denied(cause)));
        report.accept(this, answers);
    }
}
