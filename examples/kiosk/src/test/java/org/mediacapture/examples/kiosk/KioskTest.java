// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.examples.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Runs inside Felix, beside the kiosk. */
class KioskTest {
    private static final int SWAPS = 50;

    @InjectBundleContext
    BundleContext context;

    @InjectService(timeout = 30_000)
    EventAdmin events;

    @TempDir
    Path photos;

    private final BlockingQueue<Event> told = new LinkedBlockingQueue<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> done = new TreeSet<>();
    private ServiceRegistration<EventHandler> listener;

    @BeforeEach
    void listen() {
        Dictionary<String, Object> topics = new Hashtable<>();
        topics.put(EventConstants.EVENT_TOPIC, new String[] {Kiosk.PHOTO, Kiosk.FAILURE});
        listener = context.registerService(EventHandler.class, told::add, topics);
    }

    @AfterEach
    void fallSilent() {
        listener.unregister();
    }

    @Test
    void noPhotoIsLostWhileTheProviderIsSwappedFiftyTimes() throws Exception {
        Bundle provider = bundle("org.mediacapture.provider.mock");
        press("first");
        awaitPhotos();
        for (int i = 0; i < SWAPS; i++) {
            press("before-" + i);
            provider.stop();
            press("without-" + i);
            provider.start();
            press("after-" + i);
            awaitPhotos(); // a photo outlives one swap; the next one may end it
        }
        assertEquals(1 + 3 * SWAPS, done.size());
        assertEquals(Bundle.ACTIVE, bundle("org.mediacapture.examples.kiosk").getState());
    }

    @Test
    void noWireTiesTheKioskToAProviderOrToTheCore() {
        BundleWiring wiring = bundle("org.mediacapture.examples.kiosk").adapt(BundleWiring.class);
        assertTrue(wiring.getRequiredWires("org.mediacapture.camera.provider").isEmpty());
        assertTrue(wiring.getRequiredWires("osgi.implementation").stream()
                .noneMatch(wire -> wire.getProvider().getSymbolicName().startsWith("org.mediacapture.")));
    }

    private void press(String name) {
        String file = photos.resolve(name + ".jpg").toString();
        asked.add(file);
        events.sendEvent(new Event(Kiosk.SHUTTER, Map.of(Kiosk.FILE, file)));
    }

    /** Waits until each photo that was asked for is there. */
    private void awaitPhotos() throws Exception {
        Set<String> missing = new TreeSet<>(asked);
        missing.removeAll(done);
        while (!missing.isEmpty()) {
            Event event = told.poll(60, TimeUnit.SECONDS);
            assertNotNull(event, () -> "no word for a minute of " + missing);
            String file = (String) event.getProperty(Kiosk.FILE);
            assertEquals(Kiosk.PHOTO, event.getTopic(), () -> file + ": " + event.getProperty("cause"));
            assertNotNull(ImageIO.read(Path.of(file).toFile()), () -> file + " is no picture");
            done.add(file);
            missing.remove(file);
        }
    }

    private Bundle bundle(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("bundle " + name + " is not installed"));
    }
}
