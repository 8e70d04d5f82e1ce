// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Check;
import org.mediacapture.diagnosis.Finding;

class CameraHealthTest {
    private static final Finding OK = Finding.ok("door is idle");
    private static final Finding NOTE = Finding.note("door through javacv: refused", "try it");
    private static final Finding PROBLEM = Finding.problem("door is lost", "plug it in");

    @Test
    void theStatusIsThatOfTheWorstFinding() {
        assertThat(found(OK).getStatus()).isEqualTo(Result.Status.OK);
        assertThat(found(OK, NOTE).getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(found(PROBLEM, NOTE, OK).getStatus()).isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void eachLineTellsWhatIsWrongAndWhatToDo() {
        assertThat(lines(found(OK, PROBLEM))).containsExactly("door is idle", "door is lost; to do: plug it in");
    }

    @Test
    void aTextWithBracesIsNoPattern() {
        assertThat(lines(found(Finding.ok("a {} b")))).containsExactly("a {} b");
    }

    @Test
    void aCheckThatFailsIsAnError() {
        Result result = new CameraHealth(new Looking(() -> {
                    throw new IllegalStateException("no core");
                }))
                .execute();

        assertThat(result.getStatus()).isEqualTo(Result.Status.HEALTH_CHECK_ERROR);
        assertThat(lines(result).get(0)).contains("looking at door failed").contains("no core");
    }

    private static Result found(Finding... findings) {
        return new CameraHealth(new Looking(() -> List.of(findings))).execute();
    }

    private static List<String> lines(Result result) {
        return StreamSupport.stream(result.spliterator(), false)
                .map(ResultLog.Entry::getMessage)
                .toList();
    }

    private interface Look {
        List<Finding> findings();
    }

    private record Looking(Look look) implements Check {
        @Override
        public String subject() {
            return "door";
        }

        @Override
        public List<Finding> findings() {
            return look.findings();
        }
    }
}
