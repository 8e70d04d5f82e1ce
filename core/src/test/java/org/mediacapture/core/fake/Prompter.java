// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** A controller with a person behind it, who answers when the test says so. */
public final class Prompter implements PermissionController {
    /** How permissions stand; one that is not there prompts. */
    public final Map<PermissionDescriptor, PermissionState> states = new HashMap<>();

    /** Fails all calls. */
    public Optional<Throwable> failure = Optional.empty();

    /** Fails {@link #request}. */
    public Optional<Throwable> requestFailure = Optional.empty();

    /** Told of each query before it is answered. */
    public Consumer<PermissionDescriptor> onQuery = permission -> {};

    private final Map<String, Gate> gates = new HashMap<>();
    private final PromiseFactory promises = new PromiseFactory(PromiseFactory.inlineExecutor());
    private final List<Set<PermissionDescriptor>> questions = new ArrayList<>();
    private final List<Deferred<Map<PermissionDescriptor, PermissionState>>> open = new ArrayList<>();

    /** Where queries for an origin get stuck from now on, whether they are interrupted or not. */
    public Gate stuck(String origin) {
        Gate gate = new Gate();
        gate.shutForGood();
        gates.put(origin, gate);
        return gate;
    }

    @Override
    public PermissionState query(String origin, PermissionDescriptor permission) {
        fail(failure);
        onQuery.accept(permission);
        if (gates.containsKey(origin)) {
            pass(gates.get(origin));
        }
        return states.getOrDefault(permission, PermissionState.PROMPT);
    }

    @Override
    public Promise<Map<PermissionDescriptor, PermissionState>> request(
            String origin, Set<PermissionDescriptor> permissions) {
        fail(failure);
        fail(requestFailure);
        questions.add(permissions);
        Deferred<Map<PermissionDescriptor, PermissionState>> answer = promises.deferred();
        open.add(answer);
        return answer.getPromise();
    }

    /** What was asked so far, question by question. */
    public List<Set<PermissionDescriptor>> questions() {
        return questions;
    }

    /** Answers the open question of which there must be one: these are granted, all else is denied. */
    public void grant(PermissionDescriptor... granted) {
        Map<PermissionDescriptor, PermissionState> answers = new HashMap<>();
        questions.get(questions.size() - 1).forEach(asked -> answers.put(asked, PermissionState.DENIED));
        List.of(granted).forEach(permission -> answers.put(permission, PermissionState.GRANTED));
        if (open.size() != 1) {
            throw new AssertionError("one open question was expected, there are " + open.size());
        }
        open.remove(0).resolve(answers);
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(Optional<Throwable> failure) {
        if (failure.isPresent()) {
            throw Sneaky.thrown(failure.get());
        }
    }
}
