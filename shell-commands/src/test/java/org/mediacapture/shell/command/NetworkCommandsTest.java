// SPDX-License-Identifier: Apache-2.0
package org.mediacapture.shell.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mediacapture.admin.ProviderTroubleStatus;
import org.mediacapture.shell.words.CommandFailure;

class NetworkCommandsTest {
    private static final String URL = "http://127.0.0.1:8080/stream";

    @TempDir
    Path directory;

    private CameraShell shell;

    @BeforeEach
    void open() {
        shell = new CameraShell(directory);
        playProvider(shell);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    /** A provider that brings every camera, under an address without credentials. */
    private static void playProvider(CameraShell shell) {
        shell.configurations.onUpdate = properties -> shell.admin.arrive(FakeAdmin.camera(
                properties.get("name").toString(),
                properties.getOrDefault("label", properties.get("name")).toString(),
                properties.get("url").toString().replaceFirst("//[^/]*@", "//").replaceFirst("[?].*", ""),
                "javacv"));
        shell.configurations.onDelete =
                properties -> shell.admin.leave(properties.get("name").toString());
    }

    @Test
    void addCreatesAConfigurationForEveryBundleAndAnswersTheCamera() throws Exception {
        assertThat(shell.print("camera:add " + URL + " name=door")).isEqualTo("door  door  " + URL + "  (javacv)");

        assertThat(shell.configurations.only())
                .containsEntry("url", URL)
                .containsEntry("name", "door")
                .containsEntry("service.factoryPid", "org.mediacapture.network.camera");
        assertThat(shell.configurations.stored.get(0).getBundleLocation()).isEqualTo("?");
    }

    @Test
    void valuesHaveTheTypesOfTheirKeys() throws Exception {
        Files.writeString(directory.resolve("yard.password"), "s=cret\n");
        shell.run(
                "camera:add rtsp://127.0.0.1:8554/cam name=yard label='Back yard' username=me password.file=yard.password"
                        + " transport=udp loop=false facing=environment providers=javacv,webcam open.deadline=4000"
                        + " read.deadline=2500");

        assertThat(shell.configurations.only())
                .containsEntry("label", "Back yard")
                .containsEntry("username", "me")
                .containsEntry("password", "s=cret")
                .containsEntry("transport", "udp")
                .containsEntry("loop", false)
                .containsEntry("facing", "environment")
                .containsEntry("providers", new String[] {"javacv", "webcam"})
                .containsEntry("open.deadline", 4000L)
                .containsEntry("read.deadline", 2500L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "http://127.0.0.1:8080/stream | 127-0-0-1",
                "https://cam.example.org/x | cam-example-org",
                "rtsp://yard/cam | yard",
                "v4l2:/dev/video3 | video3",
                "lavfi:testsrc2=size=640x480:rate=30 | testsrc2",
                "'lavfi:smptebars, format=yuv420p' | smptebars",
                "http://t1/ | camera",
            })
    void withoutANameOneIsMadeOfHostFileOrDevice(String url, String name) throws Exception {
        shell.run("camera:add " + url);

        assertThat(shell.configurations.only()).containsEntry("name", name);
    }

    @Test
    void aMadeNameIsUnique() throws Exception {
        shell.admin.arrive(FakeAdmin.camera("yard", "Yard", "mock:yard", "mock"));
        shell.run("camera:add rtsp://yard/one");

        assertThat(shell.print("camera:add rtsp://yard/two")).startsWith("yard-3  ");
        assertThat(shell.configurations.stored).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:%s/clip.mp4", "file://%s/clip.mp4", "file:clip.mp4", "FILE:./clip.mp4"})
    void aFileIsStoredWithItsWholePath(String form) throws Exception {
        Path clip = Files.createFile(directory.resolve("clip.mp4"));

        shell.run("camera:add " + form.formatted(directory));

        assertThat(shell.configurations.only())
                .containsEntry("url", clip.toUri().toString())
                .containsEntry("name", "clip");
    }

    @Test
    void aFileNameMayBePercentEncodedOrNot() throws Exception {
        Path clip = Files.createFile(directory.resolve("my clip.mp4"));

        shell.run("camera:add 'file:my clip.mp4' name=a");
        shell.run("camera:add file:my%20clip.mp4 name=b".replace("%", "\\%"));

        assertThat(shell.configurations.stored)
                .extracting(configuration -> configuration.asMap().get("url"))
                .containsOnly(clip.toUri().toString());
    }

    @Test
    void theSameAgainIsNoError() throws Exception {
        String first = shell.print("camera:add " + URL + " name=door open.deadline=4000 providers=javacv");

        assertThat(shell.print("camera:add " + URL + " name=door open.deadline=4000 providers=javacv"))
                .isEqualTo(first);
        assertThat(shell.print("camera:add " + URL + " providers=javacv open.deadline=4000"))
                .isEqualTo(first);
        assertThat(shell.configurations.stored).hasSize(1);
    }

    @Test
    void theSameNameWithAnotherUrlOrOtherSettingsIsAnError() throws Exception {
        shell.run("camera:add http://127.0.0.1/a name=door");

        assertThatThrownBy(() -> shell.run("camera:add " + URL + " name=door"))
                .hasMessage("name: \"door\" is there with another url; camera:remove door first, or take another name");
        assertThatThrownBy(() -> shell.run("camera:add http://127.0.0.1/a name=door loop=false label=x"))
                .hasMessageContaining("is there with another label and loop");
        assertThat(shell.configurations.stored).hasSize(1);
    }

    @Test
    void theNameOfAnotherCameraIsTaken() {
        shell.admin.arrive(FakeAdmin.camera("mock", "Mock camera", "mock:default", "mock"));

        assertThatThrownBy(() -> shell.run("camera:add " + URL + " name=mock"))
                .hasMessage("name: \"mock\" is the camera Mock camera; take another name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'' | URL is missing",
                "name=door | URL is missing; usage: camera:add URL [key=value...]",
                "http://a/ http://b/ | there is more than one URL",
                "ftp://a/b | url: scheme \"ftp\" is not accepted; http, https, rtsp, file, v4l2, lavfi are",
                "clip.mp4 | is neither a URL nor key=value (for a file: file:clip.mp4)",
                "/dev/video0 | (v4l2:/dev/video0 is one)",
                "http://a/ nmae=x | \"nmae\" is not accepted; name, label, username, password.file,",
                "http://a/ nmae=x | did you mean name?",
                "http://a/ name=x name=y | name is given twice",
                "http://a/ name=a.b | name: \"a.b\" is not accepted; letters, digits, - and _ are",
                "http://a/ name=t4 | name: \"t4\" is the name of a track",
                "http://a/ loop=yes | loop: \"yes\" is not accepted; true, false are",
                "http://a/ transport=tls | transport: \"tls\" is not accepted; tcp, udp are",
                "http://a/ open.deadline=0 | open.deadline: \"0\" is not accepted; whole milliseconds from 1 on are",
                "http://a/ open.deadline=5s | open.deadline: \"5s\" is not accepted",
                "http:///x | url: a http URL needs a host",
                "http://a:99999/ | url: port 99999 is not 0 to 65535",
                "file:nosuch.mp4 | url: there is no readable file",
                "file: | names no file of this machine",
                "v4l2:video0 | url: v4l2 needs a device file, as in v4l2:/dev/video0",
                "lavfi: | url: lavfi needs a filter graph",
                "http://a/ --now | there is no option --now",
            })
    void aMistakeIsAnErrorThatSaysWhatIsAccepted(String typed, String message) {
        assertThatThrownBy(() -> shell.run("camera:add " + (typed.equals("''") ? "" : typed)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
        assertThat(shell.configurations.stored).isEmpty();
    }

    @Test
    void aCameraThatNoProviderOffersIsNotAdded() throws Exception {
        try (CameraShell hasty = new CameraShell(directory, CameraShell.IMPATIENT)) {
            assertThatThrownBy(() -> hasty.run(
                            "camera:add 'http://127.0.0.1:8080/user=me_password=secret/x?pwd=secret' name=door"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage("NotFoundError: door: no provider offers http://127.0.0.1:8080 within 0 s;"
                            + " camera:providers lists which are there");
            assertThat(hasty.configurations.stored).isEmpty();
        }
    }

    @Test
    void aCameraThatIsConfiguredAlreadyStaysSoWhenNoProviderOffersIt() throws Exception {
        try (CameraShell hasty = new CameraShell(directory, CameraShell.IMPATIENT)) {
            hasty.configurations.store(Map.of("name", "door", "url", URL));

            assertThatThrownBy(() -> hasty.run("camera:add " + URL + " name=door"))
                    .hasMessageContaining("no provider offers");
            assertThat(hasty.configurations.stored).hasSize(1);
        }
    }

    private CompletableFuture<Object> addDoor() {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        answer.complete(shell.print("camera:add " + URL + " name=door"));
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                })
                .start();
        return answer;
    }

    @Test
    void addWaitsForTheProvider() throws Exception {
        shell.configurations.onUpdate = properties -> {};
        CompletableFuture<Object> answer = addDoor();
        await().atMost(Duration.ofSeconds(30)).until(() -> !shell.admin.listeners.isEmpty());

        shell.admin.arrive(FakeAdmin.camera("door", "Door", URL, "javacv"));

        assertThat(answer.get()).isEqualTo("door  Door  " + URL + "  (javacv)");
    }

    @Test
    void addWaitsForEachProviderOfSuchCameras() throws Exception {
        shell.providers.put("http", Set.of("javacv", "webcam"));
        CompletableFuture<Object> answer = addDoor();
        await().atMost(Duration.ofSeconds(30)).until(() -> !shell.admin.cameras.isEmpty());
        assertThat(answer).isNotDone();

        shell.admin.leave("door");
        shell.admin.arrive(FakeAdmin.camera("door", "door", URL, "javacv", "webcam"));

        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo("door  door  " + URL + "  (javacv, webcam)");
    }

    @Test
    @Timeout(30)
    void addWaitsForNoProviderThatCannotBringTheCamera() throws Exception {
        shell.providers.putAll(Map.of("http", Set.of("javacv", "webcam"), "rtsp", Set.of("javacv")));

        assertThat(shell.print("camera:add rtsp://127.0.0.1/live name=other"))
                .asString()
                .endsWith("(javacv)");
        assertThat(shell.print("camera:add " + URL + " name=restricted providers=javacv"))
                .asString()
                .endsWith("(javacv)");
        shell.admin.troubles.add(new ProviderTroubleStatus("webcam", "org.mediacapture.provider.webcam", "no natives"));
        assertThat(shell.print("camera:add http://127.0.0.1/yard name=yard"))
                .asString()
                .endsWith("(javacv)");
    }

    @Test
    void aCameraIsAnsweredAlsoIfOneOfItsProvidersDoesNotBringIt() throws Exception {
        try (CameraShell hasty = new CameraShell(directory, CameraShell.IMPATIENT)) {
            playProvider(hasty);
            hasty.providers.put("http", Set.of("javacv", "webcam"));

            assertThat(hasty.print("camera:add " + URL + " name=door")).isEqualTo("door  door  " + URL + "  (javacv)");
        }
    }

    @Test
    void credentialsAreNeverPrinted() throws Exception {
        shell.password = Optional.of("secret");

        String answer = shell.print("camera:add 'http://127.0.0.1/x?user=me&password=secret' name=door username=me");

        assertThat(answer).contains("127.0.0.1").doesNotContain("secret");
        assertThat(shell.print("camera:devices --json")).doesNotContain("secret");
        assertThat(shell.configurations.only()).containsEntry("password", "secret");
    }

    @Test
    void whoNamesAUserIsAskedForThePassword() throws Exception {
        shell.password = Optional.of("s3cret word");

        shell.run("camera:add " + URL + " name=door username=admin");

        assertThat(shell.questions).containsExactly("Password of admin at 127.0.0.1: ");
        assertThat(shell.configurations.only()).containsEntry("password", "s3cret word");
    }

    @Test
    void withoutAUserNobodyIsAsked() throws Exception {
        shell.run("camera:add " + URL + " name=door");

        assertThat(shell.questions).isEmpty();
    }

    @Test
    void aPasswordComesFromAVariableOfTheEnvironmentToo() throws Exception {
        shell.run("camera:add " + URL + " name=door username=admin password.variable=PATH");

        assertThat(shell.questions).isEmpty();
        assertThat(shell.configurations.only())
                .containsEntry("password", System.getenv("PATH"))
                .doesNotContainKey("password.variable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://me:secret@127.0.0.1/a | url: user and password in it would stay in the history; write username=NAME",
                "rtsp://me@127.0.0.1/a | url: user and password in it would stay in the history",
                "http://127.0.0.1/a username=me password=secret | password: in this line it would stay in the history;"
                        + " leave it away to be asked for it, or write password.file=FILE or password.variable=NAME",
                "http://127.0.0.1/a username=me | username: a password is missing, and a script cannot be asked",
                "http://127.0.0.1/a password.file=nothing | password.file: there is no readable file",
                "http://127.0.0.1/a password.file=empty | password.file: the first line of",
                "http://127.0.0.1/a password.variable=NO_SUCH_7F | the environment has no variable NO_SUCH_7F",
                "http://127.0.0.1/a password.file=a password.variable=B | password.file and password.variable contradict",
            })
    void aPasswordIsNeverTakenFromTheLine(String typed, String message) throws Exception {
        Files.writeString(directory.resolve("empty"), "\nsecond line");

        assertThatThrownBy(() -> shell.run("camera:add " + typed))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret");
        assertThat(shell.configurations.stored).isEmpty();
    }

    @Test
    void aWordWithAQuestionMarkThatIsNotQuotedIsLookedUpAsFilesByGogo() {
        assertThatThrownBy(() -> shell.run("camera:add http://127.0.0.1/x?channel=2 name=door"))
                .hasMessageContaining("no matches found");
    }

    @Test
    void removeDeletesTheConfigurationAndWaitsUntilTheCameraIsGone() throws Exception {
        shell.run("camera:add " + URL + " name=door");

        assertThat(shell.print("camera:remove door")).isEqualTo("door  removed");

        assertThat(shell.configurations.stored).isEmpty();
        assertThat(shell.admin.cameras()).isEmpty();
    }

    @Test
    void removeOfAnUnknownCameraSaysWhichWereAdded() throws Exception {
        shell.admin.arrive(FakeAdmin.camera("mock", "Mock camera", "mock:default", "mock"));
        assertThatThrownBy(() -> shell.run("camera:remove door"))
                .hasMessage("NotFoundError: no camera was added as \"door\"; there is none");
        shell.run("camera:add " + URL + " name=yard");

        assertThatThrownBy(() -> shell.run("camera:remove mock"))
                .hasMessage("NotFoundError: the camera \"mock\" was not added by camera:add and cannot be removed;"
                        + " added: yard");
        assertThatThrownBy(() -> shell.run("camera:remove"))
                .hasMessage("camera:remove: NAME is missing; usage: camera:remove NAME");
    }

    @Test
    void aCameraThatStaysAfterItsRemovalIsAnError() throws Exception {
        try (CameraShell hasty = CameraShell.withCameras(directory, CameraShell.IMPATIENT)) {
            hasty.configurations.store(Map.of("name", "door", "url", URL));

            assertThatThrownBy(() -> hasty.run("camera:remove door"))
                    .hasMessageContaining("OperationError: door: is removed from the configuration, and still there");
        }
    }
}
