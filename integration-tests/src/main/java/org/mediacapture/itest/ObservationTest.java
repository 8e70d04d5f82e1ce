// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.apache.felix.inventory.Format;
import org.apache.felix.inventory.InventoryPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.stream.MediaDevices;
import org.mediacapture.stream.MediaStreamTrack;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** What is told of a camera to those who do not call the framework: by Event Admin, Felix Inventory and JMX. */
@ExtendWith(PatientCore.class)
class ObservationTest {
    private static final String CAMERA = "observed";
    private static final String TOPIC = "org/mediacapture/camera/";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    CameraAdmin admin;

    @InjectService
    MediaDevices devices;

    @InjectService
    ConfigurationAdmin configurations;

    @InjectService(filter = "(felix.inventory.printer.name=cameras)")
    InventoryPrinter printer;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<Event> early = new ArrayList<>();
    private MockCameras cameras;
    private ServiceRegistration<EventHandler> handler;

    @BeforeEach
    void listen() {
        cameras = new MockCameras(configurations, admin);
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(EventConstants.EVENT_TOPIC, "org/mediacapture/*");
        properties.put(EventConstants.EVENT_FILTER, "(|(camera=" + CAMERA + ")(device=" + CAMERA + "))");
        handler = context.registerService(EventHandler.class, events::add, properties);
    }

    @AfterEach
    void remove() throws Exception {
        handler.unregister();
        cameras.remove();
    }

    @Test
    void aCameraThatComesIsUsedSwappedAndGoesIsToldByTopics() throws Exception {
        cameras.offer(CAMERA, "first", 10, Map.of());
        assertThat(await(TOPIC + "ADDED").getProperty("provider")).isEqualTo("first");
        cameras.offer(CAMERA, "second", 0, Map.of());

        MediaStreamTrack track = open();
        assertThat(await("org/mediacapture/usage/STARTED").getProperty("bundle"))
                .isEqualTo(context.getBundle().getSymbolicName());
        assertThat(await(TOPIC + "OPENED").getProperty("provider")).isEqualTo("first");

        Await.value(admin.swap(CAMERA, "second"));
        Event swapped = await(TOPIC + "SWAPPED");
        assertThat(swapped.getProperty("formerProvider")).isEqualTo("first");
        assertThat(swapped.getProperty("provider")).isEqualTo("second");

        cameras.removeOffers();
        assertThat(await(TOPIC + "LOST").getProperty("provider")).isEqualTo("second");

        track.stop();
        await("org/mediacapture/usage/STOPPED");
        await(TOPIC + "REMOVED");
    }

    @Test
    void theInventoryShowsTheCameraItsTrackAndItsRate() throws Exception {
        cameras.offer(CAMERA, "mock", 0, Map.of("facing", "user"));
        MediaStreamTrack track = open();

        Await.until("frames flow", () -> !section().contains("frames: 0.0 per second"));

        assertThat(section())
                .contains("observed \"observed\" at mock:observed, facing user")
                .contains("state: streaming")
                .contains("provider: mock (org.mediacapture.provider.mock), ranking 0, in use")
                .contains("track: " + context.getBundle().getSymbolicName() + ", 0 consumers, ");
        track.stop();
    }

    @Test
    void jmxClientsReadTheNumbersOfTheCamera() throws Exception {
        cameras.offer(CAMERA, "mock", 0, Map.of());
        MediaStreamTrack track = open();

        Await.until(
                "frames are counted", () -> (long) ((CompositeData) numbers().get("frames")).get("delivered") > 0);

        assertThat(numbers().get("state")).isEqualTo("streaming");
        track.stop();
    }

    private MediaStreamTrack open() throws Exception {
        return Await.value(devices.getUserMedia(cameras.request(CAMERA)))
                .getVideoTracks()
                .get(0);
    }

    /** The next event of a topic; others before it are kept, since what becomes of a camera and who uses it come in no fixed order. */
    private Event await(String topic) throws Exception {
        Optional<Event> kept =
                early.stream().filter(event -> event.getTopic().equals(topic)).findFirst();
        kept.ifPresent(early::remove);
        Event event = kept.isPresent() ? kept.get() : Await.next(events);
        while (!event.getTopic().equals(topic)) {
            early.add(event);
            event = Await.next(events);
        }
        return event;
    }

    /** What the inventory prints of the camera. */
    private String section() {
        StringWriter text = new StringWriter();
        printer.print(new PrintWriter(text, true), Format.TEXT, false);
        List<String> sections = List.of(text.toString().split("\\R\\R"));
        return sections.stream().filter(section -> section.startsWith(CAMERA)).collect(Collectors.joining());
    }

    private static CompositeData numbers() throws Exception {
        Object all = ManagementFactory.getPlatformMBeanServer()
                .getAttribute(ObjectName.getInstance("org.mediacapture:type=Cameras"), "Cameras");
        return Arrays.stream((CompositeData[]) all)
                .filter(camera -> camera.get("camera").equals(CAMERA))
                .findFirst()
                .orElseThrow();
    }
}
