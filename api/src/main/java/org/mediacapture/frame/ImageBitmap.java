// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.frame;

import java.awt.image.BufferedImage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A decoded picture, ready to be drawn. Thread-safe. Closing is idempotent; afterwards width and height are 0, and
 * {@link #toBufferedImage()} throws {@link IllegalStateException}.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#imagebitmap">HTML: ImageBitmap</a>
 */
@ProviderType
public interface ImageBitmap extends AutoCloseable {
    /**
     * Width in pixels.
     *
     * @return at least 1, 0 when closed
     */
    int width();

    /**
     * Height in pixels.
     *
     * @return at least 1, 0 when closed
     */
    int height();

    /**
     * The picture for Java 2D.
     *
     * @return an image of {@code width()} by {@code height()} pixels that stays valid after {@link #close()}
     * @throws IllegalStateException if the bitmap is closed
     */
    BufferedImage toBufferedImage();

    /** Gives the memory back. Idempotent. */
    @Override
    void close();
}
