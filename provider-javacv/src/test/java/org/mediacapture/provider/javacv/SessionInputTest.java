// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mediacapture.constraint.Capability;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaSettingsRange;
import org.mediacapture.constraint.MediaTrackCapabilities;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.frame.FrameData;
import org.mediacapture.frame.PixelFormat;
import org.mediacapture.provider.CameraException;
import org.mediacapture.provider.CameraException.Reason;
import org.mediacapture.provider.EndCause;
import org.mediacapture.provider.FrameSink;
import org.mediacapture.provider.VideoMode;

/** What a session makes of the input behind it. */
class SessionInputTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);
    private static final VideoMode SMALL = new VideoMode(64, 48, 30, PixelFormat.MJPEG);
    private static final VideoMode LARGE = new VideoMode(640, 480, 30, PixelFormat.MJPEG);
    private static final Capability ZOOMS = new MediaSettingsRange(1, 5, 0.1);
    private static final MediaTrackSettings ZOOMED =
            MediaTrackSettings.builder().with(ConstrainableProperty.ZOOM, 2.0).build();

    private final Input input = new Input();
    private final Sink sink = new Sink();
    private final List<JavacvSession> closed = new CopyOnWriteArrayList<>();
    private final JavacvSession session = session(interruption -> input);

    private JavacvSession session(CameraInput.Opener opener) {
        return new JavacvSession(Plans.of("http://host/"), opener, sink, closed::add, ENOUGH);
    }

    @Test
    void modesControlsAndSettingsAreThoseOfTheInput() throws Exception {
        session.open();

        assertThat(session.modes()).containsExactly(SMALL, LARGE);
        assertThat(session.controls().get(ConstrainableProperty.ZOOM)).contains(ZOOMS);
        assertThat(session.apply(ZOOMED)).isEqualTo(ZOOMED);
        assertThat(session.settings()).isEqualTo(ZOOMED);
        session.close();
    }

    @Test
    void theModeThatIsStartedIsTheOneThatIsOpened() throws Exception {
        session.open();
        session.start(LARGE);
        session.stop();
        session.start(SMALL);

        assertThat(input.opened).containsExactly(LARGE, SMALL);
        assertThat(sink.modes).isEmpty();
        session.close();
        Awaitility.await().atMost(ENOUGH).until(() -> input.sourcesOpen == 0);
    }

    @Test
    void anotherModeThanWasAskedForIsTold() throws Exception {
        input.answer = SMALL;
        session.open();

        session.start(LARGE);

        assertThat(sink.modes).containsExactly(SMALL);
        session.close();
    }

    /** A sink that waits for a thread that needs the session would wait for ever. */
    @Test
    void theSinkIsToldOfAnotherModeWithoutALockBeingHeld() throws Exception {
        input.answer = SMALL;
        List<Boolean> ended = new ArrayList<>();
        sink.whenModeChanged = () -> {
            Thread asking = new Thread(session::modes);
            asking.start();
            try {
                asking.join(ENOUGH.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.add(!asking.isAlive());
        };
        session.open();

        session.start(LARGE);

        assertThat(ended).containsExactly(true);
        session.close();
    }

    @Test
    void aStartThatFailsCanBeTriedAgain() throws Exception {
        session.open();
        input.refusal = new CameraException(Reason.BUSY, "v4l2:/dev/video0: is in use");
        assertThatThrownBy(() -> session.start(SMALL)).hasMessageContaining("in use");

        input.refusal = null;
        session.start(SMALL);

        assertThat(input.opened).containsExactly(SMALL);
        session.close();
    }

    @Test
    void anInputThatIsOpenedTooLateIsClosed() {
        List<JavacvSession> opening = new ArrayList<>();
        opening.add(session(interruption -> {
            opening.get(0).close();
            return input;
        }));

        assertThatThrownBy(() -> opening.get(0).open())
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        assertThat(input.closes).isEqualTo(1);
    }

    @Test
    void aStreamThatIsOpenedTooLateIsClosed() throws Exception {
        session.open();
        input.whenOpened = session::close;

        assertThatThrownBy(() -> session.start(SMALL))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOST));
        assertThat(input.sourcesOpen).isZero();
        assertThat(sink.modes).isEmpty();
    }

    @Test
    void closingEndsTheStreamThenTheInputAndIsTold() throws Exception {
        session.open();
        session.start(SMALL);

        session.close();

        assertThat(input.sourcesOpen).isZero();
        assertThat(input.closes).isEqualTo(1);
        assertThat(closed).containsExactly(session);
        assertThatThrownBy(session::settings).hasMessageContaining("closed");
        assertThatThrownBy(() -> session.apply(ZOOMED)).hasMessageContaining("closed");
    }

    @Test
    void aCameraThatFailsInAnUnknownWayLeavesNoSessionBehind() throws Exception {
        List<CameraInput> inputs = new ArrayList<>();
        JavacvDevice device = new JavacvDevice(Plans.of("http://host/"), JavacvDevice.Known.DEVICE, interruption -> {
            interruption.within(ENOUGH);
            if (inputs.isEmpty()) {
                inputs.add(input);
                throw new IllegalStateException("nonsense");
            }
            return input;
        });

        assertThatThrownBy(() -> device.open(sink)).hasMessage("nonsense");

        assertThat(device.open(sink).modes()).containsExactly(SMALL, LARGE);
        assertThat(device.modes()).containsExactly(SMALL, LARGE);
        assertThat(device.exclusive()).isTrue();
        device.close();
        assertThat(input.closes).isEqualTo(1);
    }

    /** A camera that sends nothing. */
    private static final class Input implements CameraInput {
        private final List<VideoMode> opened = new CopyOnWriteArrayList<>();
        private volatile MediaTrackSettings settings = MediaTrackSettings.empty();
        private volatile VideoMode answer;
        private volatile CameraException refusal;
        private volatile Runnable whenOpened = () -> {};
        private volatile int closes;
        private volatile int sourcesOpen;

        @Override
        public List<VideoMode> modes() {
            return List.of(SMALL, LARGE);
        }

        @Override
        public MediaTrackCapabilities controls() {
            return MediaTrackCapabilities.builder()
                    .with(ConstrainableProperty.ZOOM, ZOOMS)
                    .build();
        }

        @Override
        public MediaTrackSettings settings() {
            return settings;
        }

        @Override
        public MediaTrackSettings apply(MediaTrackSettings wanted) {
            settings = wanted;
            return wanted;
        }

        @Override
        public FrameSource open(VideoMode mode, Interruption interruption) throws CameraException {
            if (refusal != null) {
                throw refusal;
            }
            opened.add(mode);
            sourcesOpen++;
            whenOpened.run();
            return new Source(answer == null ? mode : answer, interruption);
        }

        @Override
        public void close() {
            closes++;
        }

        private final class Source implements FrameSource {
            private final VideoMode mode;
            private final Interruption interruption;

            private Source(VideoMode mode, Interruption interruption) {
                this.mode = mode;
                this.interruption = interruption;
            }

            @Override
            public VideoMode mode() {
                return mode;
            }

            @Override
            public boolean next(FrameOutlet outlet) {
                return interruption.awaitMillis(1);
            }

            @Override
            public EndCause whenOver() {
                return EndCause.LOST;
            }

            @Override
            public void close() {
                sourcesOpen--;
            }
        }
    }

    private static final class Sink implements FrameSink {
        private final List<VideoMode> modes = new CopyOnWriteArrayList<>();
        private volatile Runnable whenModeChanged = () -> {};

        @Override
        public void frame(FrameData data, long sequence, long timestamp, Runnable release) {
            release.run();
        }

        @Override
        public void modeChanged(VideoMode mode) {
            modes.add(mode);
            whenModeChanged.run();
        }

        @Override
        public void controlsChanged(MediaTrackSettings settings) {}

        @Override
        public void muted(boolean muted) {}

        @Override
        public void ended(EndCause cause, String message) {}
    }
}
