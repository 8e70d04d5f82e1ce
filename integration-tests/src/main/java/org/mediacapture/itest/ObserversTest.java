// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.itest;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.inventory.InventoryPrinter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.condition.Condition;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The bundles that tell of cameras, while they, or what they stand on, stop and start. */
class ObserversTest {
    private static final List<String> OBSERVERS = Stream.of("conditions", "events", "health", "inventory", "metrics")
            .map("org.mediacapture.observe."::concat)
            .toList();
    private static final String CAMERA = "restarted";

    @InjectBundleContext
    BundleContext context;

    @InjectService
    ConfigurationAdmin configurations;

    private final List<Bundle> stopped = new ArrayList<>();

    @AfterEach
    void startAgain() throws BundleException {
        for (Bundle bundle : stopped) {
            bundle.start();
        }
    }

    @Test
    void whatTheyRegisterGoesWithThemAndComesAgain() throws Exception {
        awaitAll();

        for (String observer : OBSERVERS) {
            stop(observer);
        }
        Await.until("nothing of them is left", this::nothingIsTold, this::told);
        Await.until(
                "no thread of them is left",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(name -> name.equals("camera-conditions") || name.equals("camera-topics")));
        startAgain();

        awaitAll();
    }

    @Test
    void withoutTheCoreTheHealthChecksAloneAreThere() throws Exception {
        awaitAll();

        stop("org.mediacapture.core");
        Await.until("the health checks alone are there", () -> told().equals(List.of("3 checks")), this::told);
        startAgain();

        awaitAll();
    }

    @Test
    void topicsAreToldAgainWhenEventAdminIsBack() throws Exception {
        stop("org.apache.felix.eventadmin");
        startAgain();

        BlockingQueue<Event> events = new LinkedBlockingQueue<>();
        ServiceRegistration<EventHandler> handler = context.registerService(
                EventHandler.class,
                events::add,
                new Hashtable<>(Map.of(
                        EventConstants.EVENT_TOPIC,
                        "org/mediacapture/camera/ADDED",
                        EventConstants.EVENT_FILTER,
                        "(camera=" + CAMERA + ")")));
        MockCameras cameras =
                new MockCameras(configurations, context.getService(context.getServiceReference(CameraAdmin.class)));

        // Event Admin takes its configuration over after its start, on a thread of its own, and tells nobody meanwhile.
        Await.until("a topic is told", () -> {
            cameras.offer(CAMERA, "mock", 0, Map.of());
            Event told = events.poll(1, TimeUnit.SECONDS);
            cameras.remove();
            return told != null && told.getProperty("provider").equals("mock");
        });
        handler.unregister();
    }

    private void stop(String name) throws BundleException {
        Bundle bundle = Bundles.named(context, name);
        stopped.add(bundle);
        bundle.stop();
    }

    private void awaitAll() throws Exception {
        Await.until(
                "all of them tell",
                () -> told().equals(List.of("3 checks", "conditions", "the page", "the numbers")),
                this::told);
    }

    private boolean nothingIsTold() {
        return told().isEmpty();
    }

    private List<String> told() {
        try {
            List<String> told = new ArrayList<>();
            int checks = services(HealthCheck.class, "(hc.tags=camera)").size();
            if (checks > 0) {
                told.add(checks + " checks");
            }
            if (!services(Condition.class, "(osgi.condition.id=org.mediacapture.camera)")
                    .isEmpty()) {
                told.add("conditions");
            }
            if (!services(InventoryPrinter.class, "(felix.inventory.printer.name=cameras)")
                    .isEmpty()) {
                told.add("the page");
            }
            if (ManagementFactory.getPlatformMBeanServer()
                    .isRegistered(ObjectName.getInstance("org.mediacapture:type=Cameras"))) {
                told.add("the numbers");
            }
            return told;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private <S> Collection<ServiceReference<S>> services(Class<S> type, String filter) throws Exception {
        return context.getServiceReferences(type, filter);
    }
}
