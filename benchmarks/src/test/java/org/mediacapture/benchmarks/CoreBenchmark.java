// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.MediaTrackSettings;
import org.mediacapture.core.codec.Codecs;
import org.mediacapture.core.source.CameraSource;
import org.mediacapture.core.source.Offer;
import org.mediacapture.core.source.Perspective;
import org.mediacapture.core.time.Deadlines;
import org.mediacapture.core.track.CameraTrack;
import org.mediacapture.core.track.Publisher;
import org.mediacapture.core.track.TrackOwner;
import org.mediacapture.core.track.TrackParts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The core's own work for a call, from the track through the queue, the constraint engine and the camera's session to the
 * answer: all on one thread, with a camera that costs nothing. It is the CPU time, since nobody waits for anybody.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CoreBenchmark {
    private static final long BUNDLE = 1;

    private final OwnThread scheduler = new OwnThread();
    private CameraTrack track;
    private int turn;

    /** Opens a track. */
    @Setup
    public void open() throws Exception {
        Codecs none = new Codecs(List::of, List::of, List::of);
        Offer offer = new Offer(
                new InstantCamera(),
                new Offer.Description(
                        "instant:", "instant", "Instant", "", "", "instant", "bundle", BUNDLE, 0, BUNDLE));
        CameraSource source =
                new CameraSource("instant", () -> List.of(offer), scheduler, () -> Deadlines.DEFAULT, none, () -> {});
        TrackOwner owner = new TrackOwner("bundle", "origin", event -> {});
        Perspective perspective = new Perspective(MediaTrackSettings.empty(), true);
        MediaTrackConstraints nothing = MediaTrackConstraints.none();
        TrackParts parts = new TrackParts(scheduler, new Publisher(scheduler));
        var attached = source.attach(
                nothing,
                perspective,
                attachment ->
                        CameraTrack.of("Instant", "instant", owner, source, perspective, attachment, nothing, parts));
        scheduler.settle();
        track = attached.getValue();
    }

    /** A control is set on the device. */
    @Benchmark
    public Object applyConstraintsZoom() throws Exception {
        turn++;
        var applied = track.applyConstraints(TrackBenchmark.bare(ConstrainableProperty.ZOOM, 1.0 + turn % 4));
        scheduler.settle();
        return applied.getValue();
    }
}
