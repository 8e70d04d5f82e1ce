// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mediacapture.core.document.Document;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStream;
import org.osgi.util.promise.Promise;

/** An application: a document of an origin of its own, and what it does with cameras. Confined to the test's thread. */
final class Application {
    private static final int MOST_TRACKS = 6;

    private static final List<Map<String, ?>> WISHES = List.of(
            Map.of("video", true),
            Map.of("video", Map.of("facingMode", Map.of("exact", "user"))),
            Map.of("video", Map.of("facingMode", Map.of("exact", "environment"))),
            Map.of("video", Map.of("width", Map.of("exact", 32))),
            Map.of("video", Map.of("width", 10, "frameRate", 10)),
            Map.of("video", Map.of("zoom", 2), "audio", true),
            Map.of("audio", true),
            Map.of("video", Map.of("width", Map.of("exact", 9_000))));

    private static final List<Map<String, ?>> CONSTRAINTS = List.of(
            Map.of(),
            Map.of("width", 32),
            Map.of("width", Map.of("exact", 16)),
            Map.of("width", 12, "height", 8),
            Map.of("frameRate", Map.of("max", 15)),
            Map.of("advanced", List.of(Map.of("zoom", 3))),
            Map.of("zoom", Map.of("exact", 50)),
            Map.of("width", Map.of("min", 9_000)));

    private final DocumentRig rig;
    private final ImageCaptureFactory captures;
    private final Random random;
    private final Story story;
    private final Answers answers;
    private final String origin;
    private final Lots deeds;
    private final Lots harmlessDeeds;
    private final List<WatchedTrack> tracks = new ArrayList<>();
    private Document document;
    private int numbers;

    Application(
            DocumentRig rig, ImageCaptureFactory captures, Random random, Story story, Answers answers, String origin) {
        this.rig = rig;
        this.captures = captures;
        this.random = random;
        this.story = story;
        this.answers = answers;
        this.origin = origin;
        this.document = rig.begin(origin);
        this.harmlessDeeds = new Lots(random)
                .add(2, this::getUserMedia)
                .add(4, this::applyConstraints)
                .add(4, () -> capture("takePhoto", ImageCapture::takePhoto))
                .add(2, () -> capture("getPhotoCapabilities", ImageCapture::getPhotoCapabilities))
                .add(2, () -> capture("getPhotoSettings", ImageCapture::getPhotoSettings))
                .add(4, this::grabFrame)
                .add(2, this::readSettings)
                .add(3, this::cloneTrack)
                .add(2, this::subscribe)
                .add(1, () -> any(WatchedTrack::unsubscribe))
                .add(1, () -> any(WatchedTrack::closeFrames))
                .add(2, this::stop)
                .add(1, this::enumerateDevices);
        this.deeds = new Lots(random)
                .add(30, harmlessDeeds::draw)
                .add(4, this::getUserMedia)
                .add(2, () -> capture("takePhoto of width 32", capture -> capture.takePhoto(Map.of("imageWidth", 32))))
                .add(4, this::enable)
                .add(2, this::hide)
                .add(1, this::reload);
    }

    /** For whom it asks. */
    String origin() {
        return origin;
    }

    /** It does something. */
    void act() {
        deeds.draw();
    }

    /** It does something by which no track of another is muted. */
    void actHarmlessly() {
        harmlessDeeds.draw();
    }

    /** It asks for a stream. */
    void getUserMedia() {
        getUserMedia(WISHES.get(random.nextInt(WISHES.size())));
    }

    /** It asks for a stream, and watches its tracks. */
    Promise<MediaStream> getUserMedia(Map<String, ?> wish) {
        if (live().size() >= MOST_TRACKS) {
            stop(live().get(0));
        }
        Promise<MediaStream> stream = answers.expect(origin + ": getUserMedia " + wish, document.getUserMedia(wish));
        return stream.onSuccess(given -> given.getTracks().forEach(track -> {
            WatchedTrack watched = new WatchedTrack(track, name(), story);
            story.tell(
                    origin + " gets " + watched + " of " + ((org.mediacapture.core.track.OwnedTrack) track).device());
            tracks.add(watched);
            subscribe(watched);
        }));
    }

    private String name() {
        return origin + " track " + ++numbers;
    }

    private void applyConstraints() {
        Map<String, ?> wanted = CONSTRAINTS.get(random.nextInt(CONSTRAINTS.size()));
        any(track -> {
            String what = track + ": applyConstraints " + wanted;
            Promise<Void> done = answers.expect(what, track.track().applyConstraints(wanted));
            if (track.isVideo()) {
                inTurn(track, what, done);
                answers.inTurn(track, what, done, track::isLive, true);
            }
        });
    }

    private void readSettings() {
        video(track -> {
            String what = track + ": readSettings";
            inTurn(track, what, answers.expect(what, track.track().readSettings()));
        });
    }

    private void capture(String call, Function<ImageCapture, Promise<?>> asked) {
        video(track -> {
            String what = track + ": " + call;
            inTurn(track, what, answers.expect(what, asked.apply(captures.create(track.track()))));
        });
    }

    /** It waits for what was applied to its track before, and for nothing else. */
    private void grabFrame() {
        video(track -> {
            String what = track + ": grabFrame";
            Promise<?> grabbed =
                    answers.expect(what, captures.create(track.track()).grabFrame());
            answers.inTurn(track, what, grabbed, track::isLive, false);
        });
    }

    private void inTurn(WatchedTrack track, String what, Promise<?> answer) {
        BooleanSupplier keepsOrder = track::isLive;
        answers.inTurn(track.source(), what, answer, keepsOrder, true);
    }

    private void cloneTrack() {
        any(track -> {
            if (live().size() < MOST_TRACKS) {
                WatchedTrack clone = new WatchedTrack(track.track().clone(), name(), story);
                story.tell(clone + " is a clone of " + track);
                tracks.add(clone);
                subscribe(clone);
            }
        });
    }

    private void enable() {
        any(track -> {
            boolean enabled = random.nextBoolean();
            story.tell(track + (enabled ? " is enabled" : " is disabled"));
            track.track().setEnabled(enabled);
        });
    }

    private void stop() {
        any(this::stop);
    }

    private void stop(WatchedTrack track) {
        story.tell(track + " is stopped");
        track.stop();
    }

    private void subscribe() {
        video(this::subscribe);
    }

    private void subscribe(WatchedTrack track) {
        if (track.isVideo()) {
            track.subscribe(new FrameOptions(1 + random.nextInt(4), random.nextInt(3) == 0), random.nextInt(3));
        }
    }

    private void enumerateDevices() {
        answers.expect(origin + ": enumerateDevices", document.enumerateDevices());
    }

    private void hide() {
        boolean hidden = random.nextBoolean();
        story.tell(origin + (hidden ? " is hidden" : " is shown"));
        document.setHidden(hidden);
    }

    /** The document is closed, and another one of the same origin comes. */
    private void reload() {
        close();
        document = rig.begin(origin);
    }

    void close() {
        story.tell(origin + " is closed");
        document.close();
        tracks.forEach(WatchedTrack::documentClosed);
    }

    /** It is in view, and all its tracks are enabled. */
    void show() {
        document.setHidden(false);
        live().forEach(track -> track.track().setEnabled(true));
    }

    /** It keeps no frame. */
    void closeFrames() {
        tracks.forEach(WatchedTrack::closeFrames);
    }

    /** Its tracks that have a source. */
    List<WatchedTrack> live() {
        return tracks.stream().filter(WatchedTrack::isLive).toList();
    }

    /** Its tracks of a camera that have a source. */
    List<WatchedTrack> liveOfCameras() {
        return live().stream().filter(WatchedTrack::isVideo).toList();
    }

    void checkTracksEnded() {
        tracks.forEach(WatchedTrack::checkEnded);
    }

    /** Mostly a live one, but also those that have ended are used. */
    private Optional<WatchedTrack> drawn() {
        List<WatchedTrack> live = live();
        List<WatchedTrack> drawn = live.isEmpty() || random.nextInt(10) == 0 ? tracks : live;
        return drawn.isEmpty() ? Optional.empty() : Optional.of(drawn.get(random.nextInt(drawn.size())));
    }

    private void any(Consumer<WatchedTrack> deed) {
        drawn().ifPresent(deed);
    }

    private void video(Consumer<WatchedTrack> deed) {
        drawn().filter(WatchedTrack::isVideo).ifPresent(deed);
    }
}
