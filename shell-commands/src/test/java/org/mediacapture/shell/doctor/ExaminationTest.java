// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;
import org.mediacapture.diagnosis.Severity;

class ExaminationTest {
    private final List<String> progress = new ArrayList<>();

    private record Played(String subject, Duration deadline, Callable<List<Finding>> answer) implements Check {
        @Override
        public List<Finding> findings() throws Exception {
            return answer.call();
        }
    }

    private static Check check(String subject, Callable<List<Finding>> answer) {
        return new Played(subject, Duration.ofSeconds(30), answer);
    }

    private Diagnosis run(Check... checks) throws InterruptedException {
        return new Examination(List.of(checks)).run(progress::add);
    }

    @Test
    void theFindingsOfAllChecksStandInTheirOrder() throws Exception {
        Diagnosis diagnosis = run(
                check("first", () -> List.of(Finding.ok("a"), Finding.note("b", "do b"))),
                check("second", () -> List.of(Finding.ok("c"))));

        assertThat(diagnosis.entries())
                .containsExactly(
                        new Diagnosis.Entry("first", Finding.ok("a")),
                        new Diagnosis.Entry("first", Finding.note("b", "do b")),
                        new Diagnosis.Entry("second", Finding.ok("c")));
        assertThat(progress)
                .containsExactly("0 of 2 checks done, looking at first", "1 of 2 checks done, looking at second");
    }

    @Test
    void aCheckThatThrowsBecomesAFinding() throws Exception {
        Diagnosis diagnosis = run(
                check("broken", () -> {
                    throw new NoClassDefFoundError("x/Y");
                }),
                check("whole", () -> List.of(Finding.ok("fine"))));

        assertThat(diagnosis.entries()).hasSize(2);
        assertThat(diagnosis.entries().get(0).finding().severity()).isEqualTo(Severity.PROBLEM);
        assertThat(diagnosis.entries().get(0).finding().text())
                .isEqualTo("not known: looking at it failed: java.lang.NoClassDefFoundError: x/Y");
        assertThat(diagnosis.entries().get(1).finding()).isEqualTo(Finding.ok("fine"));
    }

    @Test
    void aCheckThatHangsBecomesAFindingAndIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Check hanging = new Played("hanging", Duration.ZERO, () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return List.of();
        });

        Diagnosis diagnosis = run(
                check("whole", () -> {
                    begun.await();
                    return List.of(Finding.ok("fine"));
                }),
                hanging);

        assertThat(diagnosis.entries().get(0).finding()).isEqualTo(Finding.ok("fine"));
        assertThat(diagnosis.entries().get(1).finding().text()).isEqualTo("not known: there was no answer within 0 s");
    }

    @Test
    void anInterruptEndsTheExamination() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run(check("hanging", () -> {
                    new CountDownLatch(1).await();
                    return List.of();
                })))
                .isInstanceOf(InterruptedException.class);
    }
}
