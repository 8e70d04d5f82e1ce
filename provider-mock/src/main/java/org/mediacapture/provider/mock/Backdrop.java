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
    private ControlValues shown = ControlValues.INITIAL;

    Backdrop(PictureLayout layout, Slate slate) {
        this.layout = layout;
        this.canvas = new Canvas(layout);
        this.scene = new Scene(layout);
        this.reticle = new Reticle(layout);
        slate.drawFixed(canvas);
        drawScene();
    }

    /** Makes the backdrop fit the controls. */
    void show(ControlValues values) {
        if (!values.equals(shown)) {
            shown = values;
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
        scene.draw(canvas, view, shown.brightness());
        reticle.draw(canvas, view, shown.brightness());
    }
}
