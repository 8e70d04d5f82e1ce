// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mediacapture.frame.ColorSpace;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.libs.javacv.FFmpeg;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraSession;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.VideoMode;
import org.mediacapture.testkit.ReceivedFrame;
import org.mediacapture.testkit.RecordingSink;
import org.mediacapture.testkit.RecordingSink.End;

class FilterCameraTest {
    private static Interrupts interrupts;

    private final RecordingSink sink = RecordingSink.copying(Duration.ofSeconds(30));

    @BeforeAll
    static void load() {
        FFmpeg.load();
        interrupts = new Interrupts();
    }

    @AfterAll
    static void free() {
        interrupts.close();
    }

    @Test
    void aTestPatternIsACamera() throws Exception {
        try (CameraSession session = open("lavfi:testsrc2=size=640x480:rate=30")) {
            assertThat(session.modes()).containsExactly(new VideoMode(640, 480, 30, PixelFormat.I420));
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(5)).isTrue();
        }

        assertThat(sink.frames().get(0).firstPlane())
                .isNotEqualTo(sink.frames().get(4).firstPlane());
        assertThat(sink.frames())
                .extracting(ReceivedFrame::timestamp)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(sink.ends()).isEmpty();
    }

    @Test
    void aRedPictureIsRed() throws Exception {
        try (CameraSession session = open("lavfi:color=c=0xFF0000:size=64x48:rate=10,format=bgra")) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitFrames(1)).isTrue();
        }

        assertThat(sink.frames().get(0).data().colorSpace()).isEqualTo(ColorSpace.SRGB);
        assertThat(sink.frames().get(0).firstPlane()).startsWith(0, 0, 255, 255);
    }

    @Test
    void aGraphThatEndsIsFinished() throws Exception {
        try (CameraSession session = open("lavfi:testsrc2=size=64x48:rate=50:duration=0.2")) {
            session.start(session.modes().get(0));
            assertThat(sink.awaitEnd()).isTrue();
        }

        assertThat(sink.frames()).hasSize(10);
        assertThat(sink.ends()).extracting(End::cause).containsExactly(EndCause.FINISHED);
    }

    @Test
    void aSlowGraphIsClosedWhileItWaits() throws Exception {
        CameraSession session = open("lavfi:testsrc2=size=64x48:rate=1/1000");
        session.start(session.modes().get(0));
        assertThat(sink.awaitFrames(1)).isTrue();
        session.close();
        session.close();

        assertThat(sink.ends()).isEmpty();
    }

    @Test
    void aWrongGraphIsToldWithItsAddress() {
        assertThatThrownBy(() -> open("lavfi:nosuchfilter"))
                .isInstanceOf(CameraException.class)
                .hasMessage("lavfi:nosuchfilter: Filter not found");
        assertThatThrownBy(() -> open("lavfi:scale=10:10")).hasMessageContaining("without inputs");
        assertThatThrownBy(() -> open("lavfi:testsrc2,nullsink")).hasMessageContaining("one video output");
        assertThatThrownBy(() -> open("lavfi:sine")).isInstanceOf(CameraException.class);
    }

    private CameraSession open(String url) throws CameraException {
        return Plans.device(Plans.of(url, Map.of()), interrupts).open(sink);
    }
}
