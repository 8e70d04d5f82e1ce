// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.preview;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mediacapture.shell.camera.SourceTrack;
import org.mediacapture.shell.output.Drawing;
import org.mediacapture.shell.output.Screen;
import org.mediacapture.shell.output.TerminalArea;
import org.mediacapture.shell.picture.Painter;
import org.mediacapture.shell.picture.Tile;

/**
 * Draws sources as they are now, until all have ended, nobody reads any more, or the command is interrupted: at most so many
 * pictures per second, and no more than the terminal takes. Confined to the thread of the command.
 */
public final class Preview implements AutoCloseable {
    /** How long a terminal that is resized may stay as it is while no picture comes. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Numbers of pictures in a terminal have 31 bits; these leave room for those of one preview. */
    private static final int IMAGES = 1 << 8;

    private static final int MOST = Integer.MAX_VALUE / IMAGES;

    private final Semaphore changes = new Semaphore(0);
    private final CountDownLatch over;
    private final List<PreviewSource> sources;
    private final Painter painter;
    private boolean drawn;
    private final int image = ThreadLocalRandom.current().nextInt(1, MOST) * IMAGES;

    /**
     * Makes a preview.
     *
     * @param sources the sources, which stay open
     * @param painter draws them
     */
    public Preview(List<SourceTrack> sources, Painter painter) {
        this.painter = painter;
        this.over = new CountDownLatch(sources.size());
        this.sources = sources.stream()
                .map(source -> new PreviewSource(source, changes::release, over::countDown))
                .toList();
    }

    /**
     * Draws.
     *
     * @param screen tells how large the terminal is now
     * @param interval from the beginning of a drawing to that of the next, at least
     * @param out the terminal
     * @throws InterruptedException if the command was interrupted; the cursor is then shown again
     * @throws IllegalArgumentException if there is no place for so many pictures
     */
    public void run(Supplier<Screen> screen, Duration interval, PrintStream out) throws InterruptedException {
        try (TerminalArea area = new TerminalArea(out, screen.get())) {
            boolean changed = true;
            while (over.getCount() > 0 && !area.isGone()) {
                boolean idle = !changed;
                sources.forEach(source -> source.ask(idle));
                changed = changes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                changes.drainPermits();
                Screen now = screen.get();
                if (changed || area.isResized(now)) {
                    long begun = System.nanoTime();
                    draw(area, now);
                    over.await(interval.toNanos() - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
                }
            }
            draw(area, screen.get()); // how it ended
        }
    }

    private void draw(TerminalArea area, Screen now) {
        List<Tile> tiles = sources.stream().map(PreviewSource::tile).toList();
        // The last line is for the cursor: a terminal scrolls when it is written to the end.
        try {
            area.draw(painter.draw(tiles, now.columns(), Math.max(1, now.rows() - 1), image), now);
            drawn = true;
        } catch (IllegalArgumentException e) {
            if (!drawn) {
                throw e;
            }
            // The terminal was made too small for a moment.
            String text = e.getMessage().substring(0, Math.min(e.getMessage().length(), now.columns() - 1));
            area.draw(new Drawing(text + "\n", now.columns(), 1), now);
        }
    }

    @Override
    public void close() {
        sources.forEach(PreviewSource::close);
    }
}
