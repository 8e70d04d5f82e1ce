// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mediacapture.admin.UsageEvent;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.ErrorName;
import org.mediacapture.constraint.MediaException;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoDecoder;
import org.mediacapture.core.codec.ImageIoEncoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.core.fake.Jpegs;
import org.mediacapture.core.fake.Rig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.image.ImageCaptures;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.frame.ImageEncoder;
import org.mediacapture.frame.VideoFrame;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.stream.FrameOptions;
import org.mediacapture.stream.MediaStreamTrack;
import org.mediacapture.stream.TrackEvent;
import org.osgi.util.promise.Promise;

/** One camera, and real tracks of it for one document, in virtual time. Confined to the test's thread. */
public final class Studio {
    /** Time and threads. */
    public final VirtualScheduler scheduler;

    /** The camera in use. */
    public final CameraSource source;

    /** The deadlines in force. */
    public Deadlines deadlines = Deadlines.DEFAULT;

    /** Who makes files of pictures. */
    public ImageEncoder encoder = new ImageIoEncoder();

    /** How new tracks see the camera. */
    public Perspective perspective = new Perspective(
            MediaTrackSettings.builder()
                    .with(ConstrainableProperty.DEVICE_ID, "id-of-door")
                    .with(ConstrainableProperty.GROUP_ID, "group-of-door")
                    .with(ConstrainableProperty.FACING_MODE, "user")
                    .build(),
            true);

    /** What the document told of its use of devices. */
    public final List<UsageEvent> usage = new ArrayList<>();

    /** The document. */
    public final TrackOwner owner = new TrackOwner("app", "app", usage::add);

    private final Map<StudioCamera, Offer> offers = new LinkedHashMap<>();
    private final List<StudioCamera> cameras = new ArrayList<>();
    private final Publisher publisher;
    private final ImageCaptures captures;
    private volatile List<Offer> listed = List.of();
    private long frames;

    /** A studio in which things happen in the order in which they were asked for. */
    public Studio() {
        this(new VirtualScheduler());
    }

    Studio(VirtualScheduler scheduler) {
        this.scheduler = scheduler;
        Codecs codecs = new Codecs(
                () -> List.of(encoder), () -> List.of(new ImageIoDecoder()), () -> List.of(new JavaConverter()));
        this.source = new CameraSource("door", () -> listed, scheduler, () -> deadlines, codecs, () -> {});
        this.publisher = new Publisher(scheduler);
        this.captures = new ImageCaptures(scheduler, publisher, Rig.codecs(), () -> deadlines.photo());
    }

    /** How long tracks wait for a successor, in seconds. */
    public void grace(int seconds) {
        Deadlines usual = Deadlines.DEFAULT;
        deadlines = new Deadlines(
                usual.open(),
                usual.firstFrame(),
                usual.stall(),
                usual.control(),
                usual.photo(),
                usual.close(),
                Duration.ofSeconds(seconds));
    }

    /** One more provider of the camera, behind those that are there. */
    public StudioCamera plug() {
        StudioCamera camera = new StudioCamera();
        plug(camera);
        return camera;
    }

    void plug(StudioCamera camera) {
        cameras.add(camera);
        int number = cameras.size();
        offers.put(
                camera,
                new Offer(
                        camera,
                        new Offer.Description(
                                "fake:door",
                                "door",
                                "Door",
                                "",
                                "",
                                "fake" + number,
                                "fake",
                                number,
                                -number,
                                number)));
        listed = List.copyOf(offers.values());
        source.offersChanged();
    }

    /** A provider goes. */
    public void unplug(StudioCamera camera) {
        Offer gone = offers.remove(camera);
        listed = List.copyOf(offers.values());
        source.closeFor(offer -> offer == gone);
    }

    /** Asks for a track. */
    public Promise<CameraTrack> open(Map<String, ?> constraints) {
        return open(owner, constraints);
    }

    Promise<CameraTrack> open(TrackOwner whose, Map<String, ?> constraints) {
        MediaTrackConstraints asked = MediaTrackConstraints.fromMap(constraints);
        Perspective seen = perspective;
        return source.attach(
                asked,
                seen,
                attachment -> CameraTrack.of("Door", "door", whose, source, seen, attachment, asked, parts()));
    }

    /** A track that delivers already. */
    public CameraTrack track(Map<String, ?> constraints) {
        Promise<CameraTrack> track = open(constraints);
        settle();
        frame();
        pass(0.033);
        return Rig.value(track);
    }

    /** A track of default settings that delivers already. */
    public CameraTrack track() {
        return track(Map.of());
    }

    TrackParts parts() {
        return new TrackParts(scheduler, publisher);
    }

    /** An ImageCapture. */
    public ImageCapture capture(MediaStreamTrack track) {
        return captures.create(track);
    }

    /** Lets everything happen that needs no time. */
    public void settle() {
        scheduler.settle();
    }

    /** Lets time pass, without frames. */
    public void pass(double seconds) {
        scheduler.advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** Lets the camera that is open deliver for some time, at 10 frames per second. */
    public void run(double seconds) {
        for (int tenth = 0; tenth < Math.round(seconds * 10); tenth++) {
            frame();
            pass(0.1);
        }
    }

    /** The cameras that stream deliver one frame in the size of their mode. */
    public void frame() {
        for (StudioCamera camera : cameras) {
            if (camera.isOpen()) {
                camera.fake
                        .session()
                        .mode()
                        .ifPresent(mode -> camera.deliver(mode.width(), mode.height(), frames++, scheduler.nanoTime()));
            }
        }
        settle();
    }

    /** The cameras that stream deliver one JPEG. */
    public void jpeg() {
        cameras.stream()
                .filter(StudioCamera::isOpen)
                .forEach(camera -> camera.fake.session().deliver(Jpegs.WHOLE));
        settle();
    }

    /** The events of a track from now on, as words. */
    public static List<String> events(MediaStreamTrack track) {
        List<String> events = new ArrayList<>();
        for (TrackEvent.Type type : TrackEvent.Type.values()) {
            track.addEventListener(type, event -> events.add(event.type().value()));
        }
        return events;
    }

    /** Reads each frame of a track from now on. */
    public static void read(MediaStreamTrack track, Consumer<VideoFrame> reader) {
        track.frames(new FrameOptions(16, false), frame -> {
            try (frame) {
                reader.accept(frame);
            }
        });
    }

    /** The sizes of the frames of a track from now on, as 640x480, or black where all is dark in a disabled one. */
    public static List<String> sizes(MediaStreamTrack track) {
        List<String> sizes = new ArrayList<>();
        read(
                track,
                frame -> sizes.add(
                        frame.visible().width() + "x" + frame.visible().height()));
        return sizes;
    }

    /** The failure that a promise must have by now, with its name. */
    public static MediaException failure(Promise<?> promise, ErrorName name) {
        Throwable failure = Rig.failure(promise);
        assertThat(failure).isInstanceOf(MediaException.class);
        assertThat(((MediaException) failure).error()).as(failure.toString()).isEqualTo(name);
        return (MediaException) failure;
    }

    /** What holds at the end of every test: when all tracks are stopped, nothing is open or lent, and the contract was kept. */
    public void assertNothingIsLeft() {
        owner.close();
        scheduler.advance(Duration.ofSeconds(60));
        for (StudioCamera camera : cameras) {
            assertThat(camera.lent()).as("frames lent").isZero();
            camera.fake.sessions().forEach(session -> {
                assertThat(session.isOpen()).as("session is open").isFalse();
                assertThat(session.lent()).as("buffers lent").isZero();
                assertThat(session.brokenRules()).as("broken rules").isZero();
            });
        }
        assertThat(source.isInUse()).as("in use").isFalse();
    }
}
