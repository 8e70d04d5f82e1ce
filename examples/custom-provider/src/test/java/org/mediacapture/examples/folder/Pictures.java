// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.folder;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Makes a folder of pictures. */
final class Pictures {
    private Pictures() {}

    static Path in(Path folder) throws IOException {
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE};
        for (int i = 0; i < colors.length; i++) {
            BufferedImage picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = picture.createGraphics();
            graphics.setColor(colors[i]);
            graphics.fillRect(0, 0, 320, 240);
            graphics.dispose();
            ImageIO.write(picture, "jpg", folder.resolve(i + ".jpg").toFile());
        }
        return folder;
    }
}
