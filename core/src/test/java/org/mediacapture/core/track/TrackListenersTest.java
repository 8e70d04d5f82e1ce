// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.conformance.Rule;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.Sneaky;
import org.mediacapture.provider.EndCause;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrackState;
import org.mediacapture.stream.Registration;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** Listeners that misbehave, and that call back into the track. */
class TrackListenersTest {
    private final Studio studio = new Studio();
    private final StudioCamera camera = studio.plug();
    private final CameraTrack track = studio.track();

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
    }

    @Test
    void aListenerThatThrowsKeepsNoOtherFromTheEvent() {
        List<String> seen = new ArrayList<>();
        track.addEventListener(TrackEvent.Type.MUTE, event -> {
            throw new IllegalStateException("a listener's defect");
        });
        track.addEventListener(TrackEvent.Type.MUTE, event -> {
            throw new AssertionError("another one's");
        });
        track.addEventListener(TrackEvent.Type.MUTE, event -> {
            throw Sneaky.thrown(new IOException("a checked one that was not declared"));
        });
        track.addEventListener(TrackEvent.Type.MUTE, event -> seen.add("mute"));

        mute(true);
        mute(false);
        mute(true);

        assertThat(seen).containsExactly("mute", "mute");
        assertThat(track.isLive()).isTrue();
    }

    @Test
    void aConsumerThatThrowsGetsNoMoreFramesAndKeepsNone() {
        List<String> sizes = Studio.sizes(track);
        for (Throwable defect : List.of(new AssertionError("an error"), new IOException("a checked one"))) {
            List<Object> taken = new ArrayList<>();
            track.frames(FrameOptions.latest(), frame -> {
                taken.add(frame);
                throw Sneaky.thrown(defect);
            });
            studio.run(0.3);

            assertThat(taken).hasSize(1);
            assertThat(camera.lent()).isZero();
        }
        assertThat(sizes).as("of another consumer").hasSize(6);
    }

    @Test
    @Rule({"TRK-4", "TRK-6"})
    void aListenerMayStopTheTrack() {
        List<String> events = Studio.events(track);
        track.addEventListener(TrackEvent.Type.MUTE, event -> track.stop());

        mute(true);

        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).containsExactly("mute");
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    @Rule("AC-2")
    void aListenerMayApplyConstraints() {
        List<Promise<Void>> applied = new ArrayList<>();
        track.addEventListener(
                TrackEvent.Type.CONFIGURATION_CHANGE,
                event -> applied.add(track.applyConstraints(Map.of("zoom", 2 + applied.size()))));
        CameraTrack clone = track.clone();
        studio.settle();

        clone.applyConstraints(Map.of("zoom", 9));
        studio.settle();

        assertThat(applied).hasSize(1);
        Rig.value(applied.get(0));
        assertThat(track.getSettings().toMap()).containsEntry("zoom", 2.0);
    }

    @Test
    @Rule({"AC-1", "TRK-5"})
    void aListenerToTheEndFindsTheTrackEndedAndMayCallIt() {
        List<Object> seen = new ArrayList<>();
        track.addEventListener(TrackEvent.Type.ENDED, event -> {
            seen.add(track.readyState());
            seen.add(track.applyConstraints(Map.of("zoom", 2)));
            seen.add(track.clone().readyState());
            track.setEnabled(false);
            track.stop();
        });

        camera.fake.session().end(EndCause.FINISHED);
        studio.settle();

        assertThat(seen).hasSize(3).startsWith(MediaStreamTrackState.ENDED).endsWith(MediaStreamTrackState.ENDED);
        Rig.value((Promise<?>) seen.get(1));
    }

    @Test
    void aCallbackOfAPromiseMayStopTheTrackAndThrow() {
        Promise<Void> applied = track.applyConstraints(Map.of("zoom", 2));
        applied.onResolve(() -> {
            track.stop();
            throw new IllegalStateException("a callback's defect");
        });

        // the scheduler of the running system logs what a task throws; the virtual one hands it to the test
        assertThatThrownBy(studio::settle).hasMessage("a callback's defect");
        studio.settle();

        Rig.value(applied);
        assertThat(camera.isOpen()).isFalse();
    }

    @Test
    void aRegistrationThatIsClosedHearsNothingMoreAlsoFromWithinTheListener() throws Exception {
        List<String> seen = new ArrayList<>();
        List<Registration> own = new ArrayList<>();
        own.add(track.addEventListener(TrackEvent.Type.MUTE, event -> {
            seen.add("once");
            own.get(0).close();
        }));

        mute(true);
        mute(false);
        mute(true);

        assertThat(seen).containsExactly("once");
    }

    @Test
    void anOperatorNeedNotWaitForListenersToSeeThatTheCameraDeliversNothing() {
        List<String> seen = new ArrayList<>();
        track.addEventListener(
                TrackEvent.Type.UNMUTE, event -> seen.add("muted " + track.isMuted() + ", silent " + track.isSilent()));
        camera.fake.session().sink().muted(true);
        studio.settle();

        camera.fake.session().sink().muted(false);
        studio.scheduler.settle();
        camera.deliver(640, 480, 1, studio.scheduler.nanoTime());
        camera.fake.session().sink().muted(true); // before the listener is called
        studio.settle();

        assertThat(seen).containsExactly("muted false, silent true");
        assertThat(track.isMuted()).isTrue();
    }

    private void mute(boolean muted) {
        camera.fake.session().sink().muted(muted);
        studio.settle();
        if (!muted) {
            studio.frame();
        }
    }

    @Test
    @Rule({"TRK-5", "TRK-12"})
    void aListenerThatDoesNotReturnKeepsNoCameraOfATrackThatIsEnded() {
        List<String> seen = new ArrayList<>();
        List<String> sizes = Studio.sizes(track);
        track.addEventListener(TrackEvent.Type.MUTE, event -> {
            studio.owner.end(any -> true, "the permission was taken back");
            studio.settle(); // as if this call blocked while all else goes on
            seen.add("open " + camera.isOpen() + ", " + track.readyState());
        });
        track.addEventListener(TrackEvent.Type.ENDED, event -> seen.add("ended"));

        mute(true);

        assertThat(seen).containsExactly("open false, LIVE", "ended");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(sizes).isEmpty();
    }
}
