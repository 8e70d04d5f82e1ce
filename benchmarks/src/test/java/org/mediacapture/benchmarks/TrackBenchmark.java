// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mediacapture.constraint.ConstrainableProperty;
import org.mediacapture.constraint.Constraint;
import org.mediacapture.constraint.MediaTrackConstraints;
import org.mediacapture.constraint.PhotoCapabilities;
import org.mediacapture.image.ImageCapture;
import org.mediacapture.image.ImageCaptureFactory;
import org.mediacapture.stream.MediaDeviceInfo;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStream;
import org.mediacapture.stream.MediaStreamConstraints;
import org.mediacapture.stream.MediaStreamTrack;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.osgi.util.promise.Promise;

/** Calls of an application, on the mock camera, in Felix, while the camera streams. Each waits for its answer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(2)
public class TrackBenchmark {
    private static final int CLONES = 100;

    private MockFramework framework;
    private MediaDevices devices;
    private MediaStreamTrack track;
    private ImageCapture capture;
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private int turn;

    /** Opens the camera, so that it streams during all measurements. */
    @Setup
    public void open() throws Exception {
        framework = MockFramework.open();
        devices = framework.devices();
        MediaStream stream =
                devices.getUserMedia(MediaStreamConstraints.ofVideo()).getValue();
        track = stream.getVideoTracks().get(0);
        capture = framework.service(ImageCaptureFactory.class).create(track);
    }

    /** Closes everything. */
    @TearDown
    public void close() throws Exception {
        track.stop();
        framework.close();
        other.shutdown();
    }

    /** A control is set on the device. */
    @Benchmark
    public Object applyConstraintsZoom() throws Exception {
        turn++;
        return applyZoom(track, turn).getValue();
    }

    /** As many threads as {@link #applyConstraintsZoom} has to wake: one of the core's, and the caller's. */
    @Benchmark
    public Object handOver() throws Exception {
        return other.submit(() -> turn).get();
    }

    /** Nothing has to be changed. */
    @Benchmark
    public Object applyConstraintsWithoutChange() throws Exception {
        return track.applyConstraints(bare(ConstrainableProperty.WIDTH, 640L)).getValue();
    }

    /** A second track of a camera that streams already. */
    @Benchmark
    public Object getUserMediaWarm() throws Exception {
        MediaStream stream =
                devices.getUserMedia(MediaStreamConstraints.ofVideo()).getValue();
        stream.getTracks().forEach(MediaStreamTrack::stop);
        return stream;
    }

    /** The list of devices. */
    @Benchmark
    public List<MediaDeviceInfo> enumerateDevices() throws Exception {
        return devices.enumerateDevices().getValue();
    }

    /** What the camera can do for a photo. */
    @Benchmark
    public PhotoCapabilities getPhotoCapabilities() throws Exception {
        return capture.getPhotoCapabilities().getValue();
    }

    /**
     * Another track of the same source, and its end: what the caller waits for. The rest is done on the camera's strand, and
     * waited for between the measurements.
     */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OperationsPerInvocation(CLONES)
    public void cloneAndStop(Clones clones) {
        for (int clone = 0; clone < CLONES; clone++) {
            track.clone().stop();
        }
        clones.capture = capture;
    }

    /** Waits for what clones leave to the strand. */
    @State(Scope.Benchmark)
    public static class Clones {
        private ImageCapture capture;

        /** The answer comes after everything that was asked for before. */
        @TearDown(Level.Invocation)
        public void settle() throws Exception {
            capture.getPhotoCapabilities().getValue();
        }
    }

    /** Sets the zoom to another value each time, and waits for each. */
    static void applyZoomRepeatedly(MediaStreamTrack track, int calls) throws Exception {
        for (int call = 0; call < calls; call++) {
            applyZoom(track, call).getValue();
        }
    }

    private static Promise<Void> applyZoom(MediaStreamTrack track, int turn) {
        return track.applyConstraints(bare(ConstrainableProperty.ZOOM, 1.0 + turn % 4));
    }

    static <T> MediaTrackConstraints bare(ConstrainableProperty<T> property, T value) {
        return MediaTrackConstraints.builder()
                .with(property, Constraint.bare(value))
                .build();
    }
}
