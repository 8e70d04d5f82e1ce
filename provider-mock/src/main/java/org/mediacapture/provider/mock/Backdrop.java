// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

/**
 * Everything that stands still as long as the controls do: scene, reticle and the fixed part of the slate. Drawn anew when
 * the controls moved, otherwise only copied. Confined to the thread that draws.
 */
final class Backdrop {
    private final PictureLayout layout;
    private final Canvas canvas;
    private final Scene scene;
    private final Reticle reticle;
    private int generation;
    private final Torchlight torchlight;
    private final Lens lens;
    private final PointMarks marks;
    private Look shown = Look.NEUTRAL;

    Backdrop(PictureLayout layout, Slate slate) {
        this.layout = layout;
        this.canvas = new Canvas(layout);
        this.scene = new Scene(layout);
        this.reticle = new Reticle(layout);
        this.torchlight = new Torchlight(layout);
        this.lens = new Lens(layout);
        this.marks = new PointMarks(layout);
        slate.drawFixed(canvas);
        drawScene();
    }

    /** Makes the backdrop fit the controls. */
    void show(Look look) {
        if (look != shown && !look.equals(shown)) {
            shown = look;
            drawScene();
            generation++;
        }
    }

    /** Makes a picture show this backdrop and nothing else. */
    void restore(Picture target) {
        if (!target.shows(this, generation)) {
            canvas.copyTo(target);
            target.showing(this, generation);
        } else if (!target.drawnOver().isEmpty()) {
            canvas.copyTo(target, target.drawnOver());
            target.drawnOver().clear();
        }
    }

    Canvas canvas() {
        return canvas;
    }

    private void drawScene() {
        View view = View.of(layout, shown);
        Tone tone = Tone.of(shown);
        scene.draw(canvas, view, tone);
        reticle.draw(canvas, view, tone);
        if (shown.torch()) {
            torchlight.draw(canvas);
        }
        lens.draw(canvas, shown);
        marks.draw(canvas, shown.points());
    }
}
