// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mediacapture.diagnosis.Finding;

class DiagnosisTest {
    private final Diagnosis diagnosis = new Diagnosis(List.of(
            new Diagnosis.Entry("bundles", Finding.ok("active: api 1.0")),
            new Diagnosis.Entry("devices", Finding.problem("broken\nin two", "mend it")),
            new Diagnosis.Entry("data", Finding.note("a copy", "end the other"))));

    @Test
    void aPersonReadsALinePerFindingWithWhatToDoBelowAndACount() {
        assertThat(diagnosis.text())
                .isEqualTo("ok       bundles  active: api 1.0\n"
                        + "problem  devices  broken in two\n"
                        + "                  do: mend it\n"
                        + "note     data     a copy\n"
                        + "                  do: end the other\n"
                        + "1 problem, 1 note, 1 ok");
    }

    @Test
    void aProgramReadsOneDocument() {
        JsonObject document = JsonParser.parseString(diagnosis.toJson().text()).getAsJsonObject();

        assertThat(document.get("problems").getAsInt()).isEqualTo(1);
        assertThat(document.get("notes").getAsInt()).isEqualTo(1);
        JsonObject problem = document.get("findings").getAsJsonArray().get(1).getAsJsonObject();
        assertThat(problem.keySet()).containsExactly("severity", "subject", "text", "advice");
        assertThat(problem.get("severity").getAsString()).isEqualTo("problem");
        assertThat(problem.get("advice").getAsString()).isEqualTo("mend it");
    }

    @Test
    void whatIsNotWellNeedsAnAdvice() {
        assertThatThrownBy(() -> Finding.note("odd", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("advice: is missing, what can be done about \"odd\"?");
    }
}
