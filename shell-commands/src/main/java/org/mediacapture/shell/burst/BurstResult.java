// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.burst;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mediacapture.shell.camera.Picture;
import org.mediacapture.shell.camera.PixelSize;
import org.mediacapture.shell.output.JsonDocument;
import org.mediacapture.shell.output.Printable;

/**
 * How far a burst came. Immutable.
 *
 * @param plan what it should bring
 * @param done the number of the last photo that is there
 * @param last the last photo of this run; empty if it brought none
 * @param bytes size of all photos of this run together
 * @param missed moments that passed while a photo was still being taken
 * @param took how long it took
 */
public record BurstResult(BurstPlan plan, int done, Optional<Picture> last, long bytes, long missed, Duration took)
        implements Printable {
    private static final double MILLIS_PER_SECOND = 1000;

    @Override
    public String text() {
        if (last.isEmpty()) {
            return plan.count() + " photos were to be there, and " + done + " are, up to "
                    + plan.series().name(done) + "; nothing to do";
        }
        String files = taken() == 1 ? name(done) : name(plan.there() + 1) + " to " + name(done);
        return photos(taken()) + "  " + files + "  "
                + last.flatMap(Picture::size).map(PixelSize::toString).orElse("size unknown") + "  " + bytes
                + " bytes  "
                + String.format(Locale.ROOT, "%.1f s", took.toMillis() / MILLIS_PER_SECOND)
                + (missed == 0 ? "" : "  " + missed + " missed: a photo took longer than the pause");
    }

    /**
     * How far it came and how to go on, for what ended it early.
     *
     * @return half a sentence
     */
    public String stopped() {
        return done == 0
                ? "no photo is written"
                : done + " of " + photos(plan.count()) + (done == 1 ? " is" : " are")
                        + " written; the same command with" + " --resume goes on with " + name(done + 1);
    }

    /**
     * The result as a JSON document.
     *
     * @return photos, bytes, missed, milliseconds, and where there is a photo first, last, width, height and type
     */
    public JsonDocument toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("photos", taken());
        last.ifPresent(picture -> {
            members.put("first", plan.series().file(plan.there() + 1).path().toString());
            members.put("last", picture.file().path().toString());
            picture.size().ifPresent(pixels -> {
                members.put("width", pixels.width());
                members.put("height", pixels.height());
            });
            members.put("type", picture.type());
        });
        members.put("bytes", bytes);
        members.put("missed", missed);
        members.put("milliseconds", took.toMillis());
        return new JsonDocument(members);
    }

    private int taken() {
        return done - plan.there();
    }

    private String name(int number) {
        return plan.series().name(number);
    }

    private static String photos(int number) {
        return number == 1 ? "1 photo" : number + " photos";
    }

    @Override
    public String toString() {
        return text();
    }
}
