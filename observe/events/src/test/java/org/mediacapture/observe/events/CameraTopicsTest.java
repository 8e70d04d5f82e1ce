// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.observe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mediacapture.admin.CameraAdmin;
import org.mediacapture.admin.CameraEvent;
import org.mediacapture.stream.Registration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class CameraTopicsTest {
    private record Posted(String topic, Thread thread) {}

    private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
    private final List<Consumer<Object>> listeners = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Test
    void whatIsToldByManyThreadsIsPostedInOrderByOne() throws Exception {
        CameraTopics topics = new CameraTopics(admin(), events());

        for (CameraEvent.Type type : CameraEvent.Type.values()) {
            CompletableFuture.runAsync(() -> tell(type), task -> new Thread(task).start())
                    .get(30, TimeUnit.SECONDS);
        }

        List<Posted> all = new ArrayList<>();
        for (CameraEvent.Type type : CameraEvent.Type.values()) {
            Posted next = posted.poll(30, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            assertThat(next.topic()).isEqualTo(Topics.CAMERA + type);
            all.add(next);
        }
        assertThat(all).extracting(Posted::thread).containsOnly(all.get(0).thread());
        topics.close();
    }

    @Test
    void inTheEndNobodyListensAndNothingRuns() throws Exception {
        CameraTopics topics = new CameraTopics(admin(), events());
        tell(CameraEvent.Type.ADDED);
        Thread thread = posted.poll(30, TimeUnit.SECONDS).thread();

        topics.close();

        assertThat(closed).hasSize(2);
        tell(CameraEvent.Type.REMOVED);
        thread.join(30_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(posted).isEmpty();
    }

    private void tell(CameraEvent.Type type) {
        listeners.get(0).accept(new CameraEvent(type, "door", "mock", ""));
    }

    private EventAdmin events() {
        return new EventAdmin() {
            @Override
            public void postEvent(Event event) {
                posted.add(new Posted(event.getTopic(), Thread.currentThread()));
            }

            @Override
            public void sendEvent(Event event) {
                throw new UnsupportedOperationException("would hold up whoever tells of cameras");
            }
        };
    }

    @SuppressWarnings("unchecked")
    private CameraAdmin admin() {
        return (CameraAdmin) Proxy.newProxyInstance(
                CameraAdmin.class.getClassLoader(), new Class<?>[] {CameraAdmin.class}, (self, method, arguments) -> {
                    listeners.add((Consumer<Object>) arguments[0]);
                    return (Registration) () -> closed.add(method.getName());
                });
    }
}
