// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.core.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.codec.ImageIoEncoder;
import org.mediacapture.core.codec.JavaConverter;
import org.mediacapture.core.document.ExposurePolicy;
import org.mediacapture.core.fake.DocumentRig;
import org.mediacapture.core.fake.VirtualScheduler;
import org.mediacapture.core.image.ImageCaptures;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.image.ImageCaptureFactory;

/** The whole core over simulated cameras, in virtual time, and the applications that use it. Confined to the test's thread. */
final class World {
    private static final Duration FRAME = Duration.ofMillis(33);
    private static final Deadlines WITHOUT_GRACE = new Deadlines(
            Deadlines.DEFAULT.open(),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Deadlines.DEFAULT.control(),
            Duration.ofSeconds(5),
            Deadlines.DEFAULT.close(),
            Duration.ZERO);

    private static final List<String> FACINGS = List.of("user", "environment", "left");

    final Random random;
    final DocumentRig rig;
    final Story story;
    final Answers answers;
    final List<PlayedCamera> cameras;
    final List<Application> applications;

    /** A world whose every step a seed decides. */
    World(long seed) {
        random = new Random(seed);
        VirtualScheduler scheduler = VirtualScheduler.shuffled(seed);
        Codecs codecs = new Codecs(
                () -> List.of(new ImageIoEncoder()),
                () -> List.of(new SmallDecoder()),
                () -> List.of(new JavaConverter()));
        rig = new DocumentRig(scheduler, codecs);
        rig.deadlines = random.nextInt(5) == 0 ? WITHOUT_GRACE : Deadlines.DEFAULT;
        rig.exposure = one(List.of(ExposurePolicy.values()));
        story = new Story(scheduler);
        answers = new Answers(story);
        scheduler.afterEach(answers::look);
        cameras = IntStream.range(0, FACINGS.size())
                .mapToObj(number -> new PlayedCamera(rig, random, story, number, FACINGS.get(number)))
                .toList();
        ImageCaptureFactory captures =
                new ImageCaptures(scheduler, new Publisher(scheduler), codecs, () -> rig.deadlines.photo());
        applications = IntStream.range(0, 3)
                .mapToObj(number -> new Application(rig, captures, random, story, answers, "app" + number))
                .toList();
    }

    /** The tracks of cameras that have a source. */
    List<WatchedTrack> liveTracks() {
        return applications.stream()
                .flatMap(application -> application.liveOfCameras().stream())
                .toList();
    }

    /** One of several. */
    <T> T one(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** All cameras deliver a frame, and a moment passes. */
    void tick(boolean wholeOnly) {
        cameras.forEach(camera -> camera.deliver(wholeOnly));
        rig.scheduler.advance(FRAME);
    }

    /** Time in which all cameras deliver whole frames. */
    void goOn(Duration time) {
        long end = rig.scheduler.nanoTime() + time.toNanos();
        while (rig.scheduler.nanoTime() < end) {
            cameras.forEach(camera -> camera.deliver(true));
            rig.scheduler.advance(Duration.ofMillis(500));
        }
    }

    /** Some steps of the core. */
    void someSteps() {
        for (int some = random.nextInt(10); some > 0; some--) {
            rig.scheduler.step();
        }
    }
}
