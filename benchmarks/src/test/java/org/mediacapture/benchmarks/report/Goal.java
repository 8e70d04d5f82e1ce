// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.benchmarks.report;

/** What the project wants to reach. Times are those of one core of an ordinary machine; ratios hold on any. */
public enum Goal {
    /** Frames. */
    G1(
            "a raw frame from the provider's call to its first consumer on the same thread: at most 2 µs and 64 B of heap, no copy"),
    /** Pixels. */
    G2(
            "MJPEG from a file to planes of luma and colour: at least 0.97 of the rate of the same decoder alone, at most 1.03 of its CPU"),
    /** Compressed frames. */
    G3(
            "MJPEG frames whose pixels nobody wants: at most 1.2 of what reading the packets costs; decoded once however many look"),
    /** Photos passed through. */
    G4("a photo of a camera that delivers JPEG: at most 0.5 ms after its frame has arrived"),
    /** Photos encoded. */
    G5("a JPEG photo of raw frames: at most 1.10 of the encoder alone"),
    /** The heap of photos. */
    G6("a photo allocates its own size and at most 1 KB besides"),
    /** Grabbed frames. */
    G7("after a frame has arrived: a handle within 0.1 ms, its ARGB pixels within 0.6 ms at 720p and 1.3 ms at 1080p"),
    /** Conversion. */
    G8("the conversion in plain Java: at most 2.5 ms at 720p; with vectors no more than FFmpeg's"),
    /** Constraints. */
    G9("applyConstraints on a mock camera: at most 20 µs"),
    /** Opening. */
    G10(
            "getUserMedia on a mock camera: at most 0.5 ms when it streams, 1 ms when not; the first frame within an interval and 1 ms"),
    /** Clones. */
    G11("clone() and stop(): at most 3 µs and 1 KB"),
    /** Fan-out. */
    G12(
            "each further track: at most 50 ns if direct; else 1 µs on the capture thread, 15 µs in all, 64 B, delivered within 50 µs;"
                    + " a reader that is stuck slows nobody"),
    /** Hot swap. */
    G13(
            "a swap leaves a gap of at most one interval, takes 100 µs, and loses no photo; another provider is asked within 1 ms"),
    /** Many cameras. */
    G14(
            "100 mock cameras of 640x480@30: at most a quarter of a core, 8 threads, 256 MB of heap, 1 MB/s allocated, no frame lost"),
    /** Network cameras. */
    G15(
            "an MJPEG camera in the network: at most 1.2 of JavaCV's latency and CPU, 0.4 of webcam-capture's CPU and 0.02 of its heap;"
                    + " the latest frame when there are too many"),
    /** Services. */
    G16("a call of an injected service: at most 1 ns more than a direct call, no heap");

    private final String words;

    Goal(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return name() + ": " + words;
    }

    /** What is to be reached. */
    public String words() {
        return words;
    }
}
