// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.provider.javacv.v4l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFolderTest {
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final List<List<DeviceNode>> looks = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<DeviceFolder> watched = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        watched.forEach(DeviceFolder::close);
    }

    private DeviceFolder watch() throws IOException {
        DeviceFolder watch = DeviceFolder.watch(folder, there -> {
            threads.add(Thread.currentThread());
            looks.add(there);
            return refusals.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
        });
        watched.add(watch);
        return watch;
    }

    private void plug(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(ENOUGH).until(condition);
    }

    private List<String> latest() {
        return looks.get(looks.size() - 1).stream()
                .map(node -> node.path().getFileName().toString())
                .toList();
    }

    @Test
    void whatIsThereIsToldAtOnceByNumber() throws IOException {
        for (String name : List.of("video10", "video2", "video0", "videox", "video", "audio0", "video1a")) {
            plug(name);
        }

        watch();

        await(() -> !looks.isEmpty());
        assertThat(latest()).containsExactly("video0", "video2", "video10");
    }

    @Test
    void whatComesAndGoesIsTold() throws IOException {
        watch();
        await(() -> looks.size() == 1);

        plug("video0");
        await(() -> looks.size() > 1 && latest().equals(List.of("video0")));
        Files.delete(folder.resolve("video0"));
        await(() -> latest().isEmpty());
    }

    @Test
    void filesOfOtherNamesCauseNoLook() throws IOException {
        watch();
        await(() -> looks.size() == 1);

        for (int i = 0; i < 20; i++) {
            plug("null" + i);
            Files.writeString(folder.resolve("null" + i), "x");
        }
        plug("video0"); // comes behind them

        await(() -> looks.size() == 2);
        assertThat(latest()).containsExactly("video0");
    }

    /** The other file is there before the first goes, so that the file system cannot give it the same number. */
    @Test
    void aFileThatIsDeletedAndMadeAgainAtOnceIsAnotherDevice() throws IOException {
        plug("video0");
        plug("spare");
        watch();
        await(() -> looks.size() == 1);

        Files.delete(folder.resolve("video0"));
        Files.move(folder.resolve("spare"), folder.resolve("video0"), StandardCopyOption.ATOMIC_MOVE);

        await(() -> looks.size() > 1 && latest().equals(List.of("video0")) && !newest().equals(oldest()));
    }

    private DeviceNode oldest() {
        return looks.get(0).get(0);
    }

    private DeviceNode newest() {
        return looks.get(looks.size() - 1).get(0);
    }

    @Test
    void aFileThatStaysIsTheSameDevice() throws IOException {
        plug("video0");
        watch();
        await(() -> looks.size() == 1);

        plug("video1");
        await(() -> looks.size() == 2);

        assertThat(newest()).isEqualTo(oldest());
    }

    @Test
    void aDeviceThatCannotBeOpenedYetIsLookedAtAgain() throws IOException {
        refusals.set(3);
        plug("video0");
        watch();

        await(() -> looks.size() == 4);
        assertThat(looks).allSatisfy(there -> assertThat(there).hasSize(1));
    }

    @Test
    void aFolderThatCannotBeReadTellsNobodyThatItsDevicesAreGone() throws IOException {
        assertThatThrownBy(() -> DeviceNode.in(folder.resolve("missing"))).isInstanceOf(IOException.class);
    }

    @Test
    void aFolderThatIsNotThereCannotBeWatched() {
        assertThatThrownBy(() -> DeviceFolder.watch(folder.resolve("missing"), there -> true))
                .isInstanceOf(IOException.class);
    }

    @Test
    void closingEndsTheThread() throws IOException {
        DeviceFolder watch = watch();
        await(() -> !threads.isEmpty());

        watch.close();
        watch.close();

        await(() -> !threads.get(0).isAlive());
    }

    @Test
    void closingEndsAThreadThatIsAboutToLookAgain() throws IOException {
        refusals.set(Integer.MAX_VALUE);
        DeviceFolder watch = watch();
        await(() -> !threads.isEmpty());

        watch.close();

        await(() -> !threads.get(0).isAlive());
    }

    @Test
    void theListenerItselfMayClose() throws Exception {
        CountDownLatch made = new CountDownLatch(1);
        List<DeviceFolder> own = new CopyOnWriteArrayList<>();
        own.add(DeviceFolder.watch(folder, there -> {
            threads.add(Thread.currentThread());
            Awaitility.await().atMost(ENOUGH).until(() -> made.getCount() == 0);
            own.get(0).close();
            return true;
        }));
        made.countDown();

        await(() -> !threads.isEmpty() && !threads.get(0).isAlive());
    }
}
