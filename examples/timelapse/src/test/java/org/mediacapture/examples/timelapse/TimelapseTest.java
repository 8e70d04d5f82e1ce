// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.timelapse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectService;

/** Runs inside Felix, beside the timelapse. */
class TimelapseTest {
    private static final int PICTURES = 3;

    @InjectService(timeout = 30_000)
    ConfigurationAdmin configurations;

    @TempDir
    Path pictures;

    private final List<Configuration> written = new ArrayList<>();

    @AfterEach
    void takeBack() throws IOException {
        for (Configuration configuration : written) {
            configuration.delete();
        }
    }

    @Test
    void eachOfTwoCamerasFillsAFolderOfItsOwn() throws Exception {
        configure(
                "org.mediacapture.provider.mock.camera",
                Map.of("name", "door", "label", "Door", "modes", "320x240@10"));
        configure(
                "org.mediacapture.provider.mock.camera",
                Map.of("name", "roof", "label", "Roof", "modes", "160x120@10"));
        Path door = Files.createDirectory(pictures.resolve("door"));
        Path roof = Files.createDirectory(pictures.resolve("roof"));

        configure(
                "org.mediacapture.examples.timelapse", Map.of("camera", "Door", "every", 1, "folder", door.toString()));
        configure(
                "org.mediacapture.examples.timelapse", Map.of("camera", "Roof", "every", 1, "folder", roof.toString()));

        awaitPictures(door);
        awaitPictures(roof);
        takeBack();
        written.clear();
        assertEquals(320, firstOf(door).getWidth());
        assertEquals(160, firstOf(roof).getWidth());
    }

    private void configure(String factoryPid, Map<String, Object> keys) throws IOException {
        Configuration configuration = configurations.createFactoryConfiguration(factoryPid, "?");
        written.add(0, configuration);
        Dictionary<String, Object> properties = new Hashtable<>(keys);
        configuration.update(properties);
    }

    private static void awaitPictures(Path folder) throws Exception {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (in(folder).size() < PICTURES) {
                var event = watch.poll(60, TimeUnit.SECONDS);
                assertNotNull(event, () -> "no picture for a minute in " + folder);
                event.pollEvents();
                event.reset();
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static BufferedImage firstOf(Path folder) throws IOException {
        BufferedImage picture = ImageIO.read(in(folder).get(0).toFile());
        assertNotNull(picture, () -> folder + " has a file that is no picture");
        return picture;
    }
}
