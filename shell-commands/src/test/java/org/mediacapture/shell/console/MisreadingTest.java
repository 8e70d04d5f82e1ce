// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisreadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera:add http://127.0.0.1/x&channel=2 name=door",
                "echo 'a'; camera:add rtsp://yard/user=a&password=b",
                "camera:add http://127.0.0.1/?a=1&b=2",
                "t = (camera:open door); camera:add http://127.0.0.1/?a=1&b=2"
            })
    void aUrlThatGogoWouldCutIsNoticed(String typed) {
        assertThat(new Misreading().apply(typed))
                .hasValueSatisfying(advice -> assertThat(advice)
                        .contains("single quotes")
                        .doesNotContain("password", "channel=2 name", "yard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camera:add 'http://127.0.0.1/x&channel=2' name=door",
                "camera:add \"http://127.0.0.1/x&channel=2\" name=door",
                "camera:add http://127.0.0.1/x\\&channel=2",
                "camera:add http://127.0.0.1/x name=door & echo started",
                "camera:add http://127.0.0.1/x&& echo added",
                "camera:watch --for 60 &",
                "# the door's\ncamera:add 'http://127.0.0.1/?a=1&b=2' name=door",
                "# http://127.0.0.1/?a=1&b=2",
                "camera:add 'http://127.0.0.1/x'&echo added",
                "camera:add 'http://127.0.0.1/x",
                "echo a&b"
            })
    void whatIsMeantAsItIsReadIsLeftAlone(String typed) {
        assertThat(new Misreading().apply(typed)).isEmpty();
    }
}
