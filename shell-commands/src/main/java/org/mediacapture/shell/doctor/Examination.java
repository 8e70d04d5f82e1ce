// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;

/** Runs checks side by side, each on a thread of its own, so that one that hangs holds up nothing but itself. Immutable. */
public final class Examination {
    private final List<Check> checks;

    /**
     * Makes an examination.
     *
     * @param checks what to look at
     */
    public Examination(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    /**
     * Runs the checks.
     *
     * @param progress gets a line whenever one is done
     * @return the findings of all, in the order of the checks
     * @throws InterruptedException if the command was interrupted; all checks are then, too
     */
    public Diagnosis run(Consumer<String> progress) throws InterruptedException {
        long begun = System.nanoTime();
        List<FutureTask<List<Finding>>> tasks =
                checks.stream().map(Examination::start).toList();
        List<Diagnosis.Entry> entries = new ArrayList<>();
        try {
            for (int number = 0; number < checks.size(); number++) {
                Check check = checks.get(number);
                progress.accept(number + " of " + checks.size() + " checks done, looking at " + check.subject());
                result(check, tasks.get(number), begun)
                        .forEach(finding -> entries.add(new Diagnosis.Entry(check.subject(), finding)));
            }
        } finally {
            tasks.forEach(task -> task.cancel(true));
        }
        return new Diagnosis(entries);
    }

    private static FutureTask<List<Finding>> start(Check check) {
        FutureTask<List<Finding>> task = new FutureTask<>(check::findings);
        Thread thread = new Thread(task, "camera-doctor-" + check.subject());
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static List<Finding> result(Check check, FutureTask<List<Finding>> task, long begun)
            throws InterruptedException {
        long left = check.deadline().toNanos() - (System.nanoTime() - begun);
        try {
            return task.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException hanging) {
            return List.of(Finding.problem(
                    "not known: there was no answer within " + check.deadline().toSeconds() + " s",
                    "what it looks at hangs, such as a disk or a driver; all other findings stand"));
        } catch (ExecutionException e) {
            return List.of(Finding.problem(
                    "not known: looking at it failed: " + e.getCause(),
                    "this is a defect of camera:doctor, please report it; all other findings stand"));
        }
    }
}
