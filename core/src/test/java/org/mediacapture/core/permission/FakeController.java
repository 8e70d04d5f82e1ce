// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.permission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mediacapture.stream.PermissionController;
import org.mediacapture.stream.PermissionDescriptor;
import org.mediacapture.stream.PermissionState;
import org.osgi.util.promise.Deferred;
import org.osgi.util.promise.Promise;
import org.osgi.util.promise.PromiseFactory;

/** A controller that says what the test says, and asks a person who answers when the test answers. Thread-safe. */
final class FakeController implements PermissionController {
    private final PromiseFactory promises = new PromiseFactory(PromiseFactory.inlineExecutor());
    private final Map<PermissionDescriptor, PermissionState> states = new HashMap<>(); // guarded by this
    private final List<Question> questions = new ArrayList<>(); // guarded by this
    private final List<String> threads = new ArrayList<>(); // guarded by this

    /** Everything prompts until something else is said. */
    synchronized FakeController says(PermissionDescriptor permission, PermissionState state) {
        states.put(permission, state);
        return this;
    }

    synchronized List<Question> questions() {
        return List.copyOf(questions);
    }

    /** Names of the threads on which it was called. */
    synchronized List<String> threads() {
        return List.copyOf(threads);
    }

    /** The answer to the only question so far. */
    void answers(Map<PermissionDescriptor, PermissionState> answer) {
        List<Question> asked = questions();
        if (asked.size() != 1) {
            throw new AssertionError("one question was expected, there are " + asked);
        }
        asked.get(0).answer().resolve(answer);
    }

    @Override
    public synchronized PermissionState query(String origin, PermissionDescriptor permission) {
        threads.add(Thread.currentThread().getName());
        return states.getOrDefault(permission, PermissionState.PROMPT);
    }

    @Override
    public synchronized Promise<Map<PermissionDescriptor, PermissionState>> request(
            String origin, Set<PermissionDescriptor> permissions) {
        threads.add(Thread.currentThread().getName());
        Question question = new Question(origin, permissions, promises.deferred());
        questions.add(question);
        return question.answer().getPromise();
    }

    record Question(
            String origin,
            Set<PermissionDescriptor> permissions,
            Deferred<Map<PermissionDescriptor, PermissionState>> answer) {}
}
