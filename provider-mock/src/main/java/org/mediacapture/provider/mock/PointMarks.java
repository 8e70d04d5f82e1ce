// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.mock;

import org.mediacapture.constraint.Point2D;

/**
 * Small crosses at the points of interest (PX-4), white with a black edge. Points that lie on the slate are not marked.
 * Immutable.
 */
final class PointMarks {
    private static final double ARM = 9;
    private static final double LINE = 1.2;
    private static final double EDGE = 1.2;

    private final PictureLayout layout;

    PointMarks(PictureLayout layout) {
        this.layout = layout;
    }

    void draw(Canvas canvas, Iterable<Point2D> points) {
        double unit = Math.max(layout.scale(), 0.5);
        for (Point2D point : points) {
            int x = (int) Math.round(point.x() * (layout.width() - 1));
            int y = (int) Math.round(point.y() * (layout.height() - 1));
            cross(canvas, x, y, (ARM + EDGE) * unit, (LINE + EDGE) * unit, Ycc.BLACK);
            cross(canvas, x, y, ARM * unit, LINE * unit, Ycc.WHITE);
        }
    }

    private void cross(Canvas canvas, int x, int y, double arm, double half, Ycc color) {
        box(canvas, x - (int) arm, y - (int) half, x + (int) arm, y + (int) half, color);
        box(canvas, x - (int) half, y - (int) arm, x + (int) half, y + (int) arm, color);
    }

    /** Fills a box, edges included. */
    private void box(Canvas canvas, int left, int top, int right, int bottom, Ycc color) {
        for (int y = Math.max(top, 0); y <= Math.min(bottom, layout.sceneHeight() - 1); y++) {
            for (int x = Math.max(left, 0); x <= Math.min(right, layout.width() - 1); x++) {
                canvas.blendLuma(x, y, color.y(), 1);
                canvas.blendChroma(x / 2, y / 2, color, 1);
            }
        }
    }
}
