// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.frame.Blob;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.FrameSubscription;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.MediaStreamTrackState;

/** Network cameras whose pictures change their size in mid-stream. */
class SizeChangesTest extends NetworkFaults {
    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f19AFrameOf8KIsAPhotoAndTheNextFramesToo(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();

        server.behave(Behaviour.rarely(Pictures.jpeg(2, 7680, 4320)));
        Await.until("the photo is one of 8K", () -> {
            Blob photo = Await.value(captures.create(track).takePhoto());
            return Pictures.size(photo).equals("7680x4320") && Pictures.number(photo) == 2;
        });
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);

        server.behave(Behaviour.stream(Pictures.jpeg(3)));
        awaitPhoto(track, 3);
        assertThat(Pictures.size(Await.value(captures.create(track).takePhoto())))
                .isEqualTo("640x480");
        assertThat(events()).doesNotContain("mute", "ended");
        track.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f20ASizeThatChangesIsToldOnceAndEachFrameHasOneSize(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        FrameSizes sizes = new FrameSizes(track);
        sizes.await(640, 480);

        server.behave(Behaviour.stream(Pictures.small(2)));
        sizes.await(320, 240);

        assertThat(events()).containsExactly("configurationchange");
        assertThat(sizes.inOrder()).containsExactly("640x480", "320x240");
        assertPhoto(track, 2);
        track.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javacv", "webcam"})
    void f20ATrackKeepsTheSizeThatItAskedForAsLongAsTheCameraCanGiveIt(String provider) throws Exception {
        server.behave(Behaviour.stream(Pictures.jpeg(1)));
        configure(provider, Map.of());
        MediaStreamTrack track = open();
        Await.value(track.applyConstraints(
                MediaTrackConstraints.fromMap(Map.of("width", Map.of("exact", 640), "height", Map.of("exact", 480)))));
        List<String> sizes = new CopyOnWriteArrayList<>();
        FrameSubscription frames = track.frames(new FrameOptions(1, false), frame -> sizes.add(FrameSizes.of(frame)));

        server.behave(Behaviour.stream(Pictures.jpeg(2, 1280, 960)));
        Await.until(
                "photos have the new size",
                () -> Pictures.size(Await.value(captures.create(track).takePhoto()))
                        .equals("1280x960"));
        int larger = sizes.size();
        Await.until("frames come", () -> sizes.size() > larger + 3);
        assertThat(sizes.subList(larger + 1, sizes.size())).containsOnly("640x480");
        assertThat(track.getSettings().get(ConstrainableProperty.WIDTH)).contains(640L);

        server.behave(Behaviour.stream(Pictures.small(3)));
        FrameSizes.awaitTold(track, 320);
        int smaller = sizes.size();
        Await.until("frames come", () -> sizes.size() > smaller + 3);
        assertThat(sizes.subList(smaller + 1, sizes.size())).containsOnly("320x240");
        assertThat(track.readyState()).isEqualTo(MediaStreamTrackState.LIVE);
        assertThat(events()).doesNotContain("mute", "ended").contains("configurationchange");
        frames.close();
        track.stop();
    }
}
