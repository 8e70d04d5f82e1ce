// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.conformance.Rule;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaKind;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.constraint.OverconstrainedException;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrackState;
import org.osgi.util.promise.Promise;

/** Audio tracks: settings and a life, without samples. */
class MicrophoneTrackTest {
    private final Studio studio = new Studio();
    private final Microphones microphones = new Microphones(studio);

    @AfterEach
    void nothingIsLeft() {
        studio.assertNothingIsLeft();
        assertThat(studio.owner.tracks()).isEmpty();
    }

    @Test
    @Rule({"TRK-1", "AC-7"})
    void aNewTrackIsLiveWithItsMicrophonesSettings() {
        MicrophoneTrack track = microphones.track();

        assertThat(track.kind()).isEqualTo(MediaKind.AUDIO);
        assertThat(track.id()).hasSize(36);
        assertThat(track.label()).isEqualTo("Desk");
        assertThat(track.isEnabled()).isTrue();
        assertThat(track.isMuted()).isFalse();
        assertThat(track.getSettings().toMap())
                .containsEntry("deviceId", "id-of-desk")
                .containsEntry("sampleRate", 44100L)
                .containsEntry("autoGainControl", true);
        assertThat(track.getSettings().properties())
                .containsExactlyInAnyOrderElementsOf(track.getCapabilities().properties());
    }

    @Test
    @Rule({"AC-3", "AC-5", "AC-6"})
    void constraintsAreAppliedAndReplaced() {
        MicrophoneTrack track = microphones.track(Map.of("channelCount", 2));
        assertThat(Microphones.setting(track, "channelCount")).contains(2L);

        Promise<Void> applied = track.applyConstraints(Map.of("sampleRate", Map.of("max", 16000)));
        studio.settle();

        Rig.value(applied);
        assertThat(Microphones.setting(track, "sampleRate")).contains(16000L);
        assertThat(track.getConstraints().toMap()).containsOnlyKeys("sampleRate");
    }

    @Test
    void aConstraintThatOnlyItsProviderDeclaresIsKnownByItsName() {
        MicrophoneTrack track = microphones.track();

        Promise<Void> refused = track.applyConstraints(Map.of("vendor:bass", "loud"));
        Promise<Void> applied = track.applyConstraints(Map.of("vendor:bass", 7));
        studio.settle();

        assertThat(Rig.failure(refused))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("vendor:bass");
        Rig.value(applied);
        assertThat(track.getConstraints().toMap()).isEqualTo(Map.of("vendor:bass", 7.0));
    }

    @Test
    @Rule({"AC-2", "AC-5"})
    void settingsChangeInATaskAndNotInTheCall() {
        MicrophoneTrack track = microphones.track(Map.of("channelCount", 2));

        Promise<Void> first = track.applyConstraints(Map.of("channelCount", 1));
        Promise<Void> second = track.applyConstraints(Map.of("sampleRate", Map.of("exact", 16000)));
        assertThat(Microphones.setting(track, "channelCount")).contains(2L);
        assertThat(track.getConstraints().toMap()).containsOnlyKeys("channelCount");
        assertThat(first.isDone()).isFalse();
        studio.settle();

        Rig.value(first);
        Rig.value(second);
        assertThat(Microphones.setting(track, "channelCount")).contains(1L);
        assertThat(Microphones.setting(track, "sampleRate")).contains(16000L);
        assertThat(track.getConstraints().toMap()).containsOnlyKeys("sampleRate");
    }

    @Test
    @Rule("AC-1")
    void aStopThatOvertakesACallLetsItSucceedAndChangesNothing() {
        MicrophoneTrack track = microphones.track();

        Promise<Void> applied = track.applyConstraints(Map.of("sampleRate", Map.of("exact", 96000)));
        track.stop();
        studio.settle();

        Rig.value(applied);
        assertThat(track.getConstraints().toMap()).isEmpty();
    }

    @Test
    @Rule("AC-4")
    void aFailedCallChangesNothing() {
        MicrophoneTrack track = microphones.track(Map.of("channelCount", 2));

        Promise<Void> applied = track.applyConstraints(Map.of("sampleRate", Map.of("exact", 96000)));
        studio.settle();

        assertThat(Rig.failure(applied))
                .isInstanceOfSatisfying(
                        OverconstrainedException.class,
                        failure -> assertThat(failure.constraint()).isEqualTo("sampleRate"));
        assertThat(track.getConstraints().toMap()).containsOnlyKeys("channelCount");
        assertThat(Microphones.setting(track, "sampleRate")).contains(44100L);
    }

    @Test
    @Rule("CM-18")
    void aRequiredVideoConstraintIsIgnored() {
        MicrophoneTrack track = microphones.track();

        Promise<Void> applied = track.applyConstraints(Map.of("width", Map.of("exact", 5000)));
        studio.settle();

        Rig.value(applied);
    }

    @Test
    @Rule({"AC-1", "AC-8"})
    void afterTheEndApplyingDoesNothingAndOnlyWhatIsInherentIsTold() {
        MicrophoneTrack track = microphones.track();
        track.stop();

        Promise<Void> applied = track.applyConstraints(Map.of("sampleRate", Map.of("exact", 96000)));
        studio.settle();

        Rig.value(applied);
        assertThat(track.getConstraints().toMap()).isEmpty();
        assertThat(track.getSettings().toMap()).containsOnlyKeys("deviceId", "groupId");
        assertThat(track.getCapabilities().toMap()).containsKey("sampleRate");
    }

    @Test
    @Rule({"TRK-10", "TRK-11"})
    void aCloneHasAnIdConstraintsASwitchAndALifeOfItsOwn() {
        MicrophoneTrack track = microphones.track(Map.of("channelCount", 2));
        track.setEnabled(false);

        MicrophoneTrack clone = track.clone();
        assertThat(clone.id()).isNotEqualTo(track.id());
        assertThat(clone.isEnabled()).isFalse();
        assertThat(clone.getSettings()).isEqualTo(track.getSettings());
        assertThat(clone.getConstraints()).isEqualTo(track.getConstraints());
        clone.applyConstraints(Map.of("channelCount", 1));
        track.stop();
        studio.settle();

        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(Microphones.setting(clone, "channelCount")).contains(1L);
        assertThat(track.getConstraints().toMap()).containsEntry("channelCount", 2L);
        assertThat(track.clone().readyState()).isEqualTo(MediaStreamTrackState.ENDED);
    }

    @Test
    @Rule({"TRK-4", "TRK-5", "TRK-6"})
    void stopIsSilentAndAnyOtherEndIsToldOnce() {
        MicrophoneTrack stopped = microphones.track();
        MicrophoneTrack unplugged = stopped.clone();
        List<String> silent = Studio.events(stopped);
        List<String> told = Studio.events(unplugged);

        stopped.stop();
        unplugged.end("the provider of the microphone went away");
        unplugged.end("again");
        assertThat(unplugged.isLive()).as("until the task has run").isTrue();
        studio.settle();

        assertThat(silent).isEmpty();
        assertThat(told).containsExactly("ended");
    }

    @Test
    @Rule({"TRK-8", "TRK-9"})
    void theMicrophoneIsInUseFromItsFirstTrackToItsLast() {
        MicrophoneTrack track = microphones.track();
        MicrophoneTrack clone = track.clone();
        track.stop();
        assertThat(studio.usage).extracting(UsageEvent::type).containsExactly(UsageEvent.Type.STARTED);

        studio.owner.close();

        assertThat(clone.isLive()).isFalse();
        assertThat(studio.usage)
                .extracting(UsageEvent::type)
                .containsExactly(UsageEvent.Type.STARTED, UsageEvent.Type.STOPPED);
    }

    @Test
    @Rule("IC-1")
    void anImageCaptureOfItIsNotSupported() {
        MicrophoneTrack track = microphones.track();

        assertThatThrownBy(() -> studio.capture(track))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.error()).isEqualTo(ErrorName.NOT_SUPPORTED))
                .hasMessageContaining("audio");
    }

    @Test
    @Rule({"IDL-1", "IDL-5"})
    void aMapThatCannotBeConvertedFailsThePromise() {
        MicrophoneTrack track = microphones.track();

        Promise<Void> applied = track.applyConstraints(Map.of("latency", Double.NaN));
        studio.settle();

        assertThat(Rig.failure(applied))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("latency");
    }

    @Test
    void itHasNoFramesAndNoStatsAndItsSettingsAreReadAsTheyAre() {
        MicrophoneTrack track = microphones.track();
        List<Object> frames = new ArrayList<>();
        FrameSubscription subscription = track.frames(FrameOptions.latest(), frames::add);

        Promise<MediaTrackSettings> read = track.readSettings();
        studio.settle();

        assertThat(Rig.value(read)).isEqualTo(track.getSettings());
        assertThat(track.stats()).isEmpty();
        assertThat(frames).isEmpty();
        assertThat(subscription.delivered()).isZero();
        assertThat(subscription.discarded()).isZero();
        subscription.close();
        track.stop();
        Studio.failure(track.readSettings(), ErrorName.INVALID_STATE);
    }

    @Test
    @Rule({"TRK-10", "TRK-12", "TRK-15"})
    void aCloneThatIsMadeBeforeTheEndOfItsOriginalIsToldEndsToo() {
        MicrophoneTrack track = microphones.track();
        List<String> originals = Studio.events(track);
        studio.owner.end(any -> true, "the provider of the microphone went away");

        MicrophoneTrack clone = track.clone();
        List<String> events = Studio.events(clone);
        studio.settle();

        assertThat(clone.readyState()).isEqualTo(MediaStreamTrackState.ENDED);
        assertThat(events).containsExactly("ended");
        assertThat(originals).containsExactly("ended");
        assertThat(studio.owner.tracks()).isEmpty();
    }

    @Test
    @Rule({"TRK-10", "TRK-12"})
    void noCloneThatAnotherThreadMakesOutlivesTheEnd() throws Exception {
        for (int round = 0; round < 200; round++) {
            MicrophoneTrack track = microphones.track();
            CountDownLatch cloning = new CountDownLatch(1);
            Thread cloner = new Thread(() -> {
                for (int clone = 0; clone < 5; clone++) {
                    track.clone();
                    cloning.countDown();
                }
            });
            cloner.start();
            cloning.await();
            studio.owner.end(any -> true, "the permission was taken back");
            cloner.join();
            studio.settle();

            assertThat(studio.owner.tracks()).isEmpty();
        }
    }

    @Test
    @Rule({"PERM-5", "TRK-8"})
    void beginAndEndOfTheUseAreToldInTurnWhateverThreadsDo() throws Exception {
        Thread other = new Thread(() -> openAndStop(500));
        other.start();
        openAndStop(500);
        other.join();

        assertThat(studio.usage.size()).isEven();
        for (int told = 0; told < studio.usage.size(); told++) {
            assertThat(studio.usage.get(told).type())
                    .isEqualTo(told % 2 == 0 ? UsageEvent.Type.STARTED : UsageEvent.Type.STOPPED);
        }
    }

    private void openAndStop(int times) {
        for (int time = 0; time < times; time++) {
            microphones.track().stop();
        }
    }
}
