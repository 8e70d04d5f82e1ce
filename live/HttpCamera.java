// SPDX-License-Identifier: Apache-2.0
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * A camera in the network that several providers can serve: JPEGs one after the other, 25 a second, on the loopback. Run by the
 * JDK alone: java HttpCamera.java. Prints its URL, and serves until it is killed.
 */
final class HttpCamera {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int TILE = 40; // pixels
    private static final int FRAME_MILLIS = 40;
    private static final int READERS = 8; // each stream is written by one thread at a time

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(READERS);
    private final byte[] part;

    private HttpCamera(byte[] jpeg) {
        part = part(jpeg);
    }

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            HttpCamera camera = new HttpCamera(jpeg());
            System.out.println("http://127.0.0.1:" + socket.getLocalPort() + "/stream");
            while (true) {
                Socket reader = socket.accept();
                camera.threads.execute(() -> camera.begin(reader));
            }
        }
    }

    private void begin(Socket reader) {
        try {
            for (int line = 1; line > 0; ) { // up to the empty line that ends the request
                line = lineLength(reader);
            }
            reader.getOutputStream()
                    .write(ascii("HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n"
                            + "Connection: close\r\n\r\n"));
            threads.scheduleWithFixedDelay(() -> send(reader), 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException gone) {
            // the provider gave up before the first picture
        }
    }

    private static int lineLength(Socket reader) throws IOException {
        int length = 0;
        for (int letter = reader.getInputStream().read(); letter >= 0 && letter != '\n'; ) {
            length += letter == '\r' ? 0 : 1;
            letter = reader.getInputStream().read();
        }
        return length;
    }

    /** What it throws ends the stream: the reader has gone. */
    private void send(Socket reader) {
        try {
            reader.getOutputStream().write(part);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static byte[] part(byte[] jpeg) {
        byte[] head = ascii("--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n");
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(head);
        part.writeBytes(jpeg);
        part.writeBytes(ascii("\r\n"));
        return part.toByteArray();
    }

    /** Coloured tiles, so that a JPEG of it is some ten thousand bytes whoever writes it. */
    private static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        Random random = new Random(1);
        for (int tile = 0; tile < 16 * 12; tile++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillRect(tile % 16 * TILE, tile / 16 * TILE, TILE, TILE);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", bytes)) {
            throw new IOException("This JDK's ImageIO writes no JPEG");
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
