// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.bytedeco.javacv.FrameGrabber;
import org.mediacapture.benchmarks.footage.BlockNumbers;
import org.mediacapture.benchmarks.measure.ThreadUse;
import org.mediacapture.benchmarks.peer.JavaCvFilm;
import org.mediacapture.benchmarks.report.Sample;
import org.mediacapture.frame.VideoFrame;

/**
 * A film to pixels, and the same film read by JavaCV on the same thread, frame by frame by turns: whatever else the machine does
 * meets both alike, and each finds the caches as the other left them. Ours is all that the capture thread does between two turns of
 * the peer. Confined to the capture thread while a film plays.
 */
final class FilmTurns implements ObjIntConsumer<VideoFrame>, AutoCloseable {
    private static final double NANOS_PER_MICROSECOND = 1e3;

    private final Path film;
    private final Side ours = new Side();
    private final Side peers = new Side();
    private Optional<JavaCvFilm> peer = Optional.empty();
    private int next; // picture of the peer
    private Moment turn = Moment.now();

    FilmTurns(Path film) {
        this.film = film;
    }

    /** Of one of both, CPU time and time of each frame in microseconds. */
    static final class Side {
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> time = new ArrayList<>();

        private void add(Moment begun) {
            Moment now = Moment.now();
            cpu.add((now.cpu - begun.cpu) / NANOS_PER_MICROSECOND);
            time.add((now.time - begun.time) / NANOS_PER_MICROSECOND);
        }

        Sample cpu() {
            return Sample.of(cpu);
        }

        Sample time() {
            return Sample.of(time);
        }
    }

    private record Moment(long cpu, long time) {
        static Moment now() {
            return new Moment(ThreadUse.ownNanoseconds(), System.nanoTime());
        }
    }

    Side ours() {
        return ours;
    }

    Side peers() {
        return peers;
    }

    @Override
    public void accept(VideoFrame frame, int number) {
        read(frame, number);
        boolean counts = number > FilmCamera.FIRST && number == next;
        if (counts) {
            ours.add(turn);
        }
        try {
            grab(number, counts);
        } catch (FrameGrabber.Exception failed) {
            throw new IllegalStateException("JavaCV failed at picture " + number, failed);
        }
        turn = Moment.now();
    }

    private void grab(int number, boolean counts) throws FrameGrabber.Exception {
        if (number != next || peer.isEmpty()) {
            close();
            peer = Optional.of(at(number));
        }
        next = number + 1;
        Moment begun = Moment.now();
        require(BlockNumbers.ofLuma(peer.get().luma()), number);
        if (counts) {
            peers.add(begun);
        }
    }

    private JavaCvFilm at(int number) throws FrameGrabber.Exception {
        JavaCvFilm grabber = new JavaCvFilm(film);
        for (int passed = 0; passed < number; passed++) {
            grabber.luma();
        }
        return grabber;
    }

    /** Looks at the pixels of a frame. */
    static void read(VideoFrame frame, int number) {
        try (VideoFrame pixels = frame.pixels()) {
            require(BlockNumbers.of(pixels), number);
        }
    }

    private static void require(int number, int expected) {
        if (number != expected) {
            throw new IllegalStateException("picture " + number + " came as frame " + expected);
        }
    }

    @Override
    public void close() throws FrameGrabber.Exception {
        if (peer.isPresent()) {
            peer.get().close();
            peer = Optional.empty();
        }
    }
}
