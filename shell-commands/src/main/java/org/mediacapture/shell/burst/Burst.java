// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.mediacapture.frame.Blob;
import org.mediacapture.shell.camera.Picture;
import org.mediacapture.shell.camera.PictureFile;
import org.mediacapture.shell.camera.SourceTrack;

/**
 * One run of {@code camera:burst}. Whatever ends it, the photos that were written stay, and it tells how many there are. Confined to
 * the thread of the command.
 */
public final class Burst {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final BurstPlan plan;
    private final Time time;
    private final Room room;
    private final Schedule schedule;
    private final long begun;
    private long opened;
    private int done;
    private long bytes;
    private Optional<Picture> last = Optional.empty();

    /**
     * Makes a run, whose time begins now.
     *
     * @param plan what it shall bring
     * @param time the time it goes by
     * @param room tells when a disk is full
     */
    public Burst(BurstPlan plan, Time time, Room room) {
        this.plan = plan;
        this.time = time;
        this.room = room;
        this.schedule = new Schedule(time, plan.every());
        this.begun = time.now();
        this.done = plan.there();
    }

    /**
     * Takes the photos that are not there yet.
     *
     * @param camera takes them
     * @param progress gets a line after each photo
     * @return what came of it
     * @throws IOException if a photo cannot be written; it is then not there
     * @throws InterruptedException if the command was interrupted
     */
    public BurstResult run(SourceTrack camera, Consumer<String> progress) throws IOException, InterruptedException {
        opened = time.now(); // what opening took tells nothing of the photos to come
        while (done < plan.count()) {
            schedule.await();
            PictureFile file = plan.series().file(done + 1); // the directory may have gone since the last photo
            Blob photo = camera.take("photo " + (done + 1), capture -> capture.takePhoto(plan.settings()), late -> {});
            write(photo, file);
            done++;
            bytes += photo.size();
            progress.accept(progress());
        }
        return result();
    }

    /**
     * What came of it so far.
     *
     * @return photos, files, bytes
     */
    public BurstResult result() {
        return new BurstResult(plan, done, last, bytes, schedule.missed(), Duration.ofNanos(time.now() - begun));
    }

    private void write(Blob photo, PictureFile file) throws IOException, InterruptedException {
        long free = room.bytes(file.path().getParent());
        // Some file systems do not know, and say 0: there, writing tells.
        if (free > 0 && free < photo.size()) {
            throw new IOException(
                    file.name() + ": the disk is full: " + free + " bytes are free, and the photo has " + photo.size());
        }
        try {
            last = Optional.of(Picture.write(photo, file, begun));
        } catch (ClosedByInterruptException interrupted) {
            throw new InterruptedException(file.name());
        } catch (IOException e) {
            throw new IOException(file.name() + " cannot be written: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.FileSystemException ? e.toString() : String.valueOf(e.getMessage());
    }

    private String progress() {
        String line = done + " of " + plan.count() + "  " + plan.series().name(done);
        return done == plan.count() ? line : line + "  " + words(left()) + " left";
    }

    private long left() {
        long each = plan.every().map(Duration::toNanos).orElseGet(() -> (time.now() - opened) / (done - plan.there()));
        return each * (plan.count() - done);
    }

    private static String words(long nanos) {
        long seconds = (nanos + SECOND - 1) / SECOND;
        return nanos > 2 * MINUTE ? (nanos + MINUTE - 1) / MINUTE + " min" : seconds + " s";
    }
}
