// SPDX-License-Identifier: Apache-2.0
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Writes what a camera of the cheaper kind sends: the body of a multipart/x-mixed-replace stream. Of ten frames seven are
 * whole, two lack their Huffman tables, one is cut short. Run by start-nginx with the JDK alone: java MultipartBody.java DIR
 *
 * <p>In DIR: stream.multipart (the body), snapshot.jpg (one whole frame), whole/NNN.jpg, bare/NNN.jpg and cut/NNN.jpg (the
 * bytes as they are sent, by kind), index.tsv (number, kind, bytes; in the order in which they are sent).
 */
final class MultipartBody {
    /** Also in the Content-Type that nginx sends. */
    private static final String BOUNDARY = "mediacapture-frame";

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 200;
    /** How often the frames are sent: minutes at the rate that start-nginx allows. */
    private static final int ROUNDS = 10;

    private static final int HUFFMAN_TABLES = 0xC4;
    private static final int START_OF_SCAN = 0xDA;

    private enum Kind {
        WHOLE,
        BARE,
        CUT;

        static Kind of(int number) {
            return switch (number % 10) {
                case 3, 7 -> BARE;
                case 5 -> CUT;
                default -> WHOLE;
            };
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Frame(int number, Kind kind, byte[] bytes) {
        static Frame of(int number) throws IOException {
            byte[] whole = jpeg(number);
            Kind kind = Kind.of(number);
            return new Frame(
                    number,
                    kind,
                    switch (kind) {
                        case WHOLE -> whole;
                        case BARE -> withoutHuffmanTables(whole);
                        case CUT -> Arrays.copyOf(whole, whole.length * 3 / 5);
                    });
        }

        String file() {
            return "%s/%03d.jpg".formatted(kind.folder(), number);
        }
    }

    private MultipartBody() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: java MultipartBody.java DIR");
            System.exit(64);
        }
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(arguments[0]);
        List<Frame> frames = new ArrayList<>();
        for (int number = 0; number < FRAMES; number++) {
            frames.add(Frame.of(number));
        }
        writeFrames(folder, frames);
        writeBody(folder.resolve("stream.multipart"), frames);
    }

    private static void writeFrames(Path folder, List<Frame> frames) throws IOException {
        for (Kind kind : Kind.values()) {
            Files.createDirectories(folder.resolve(kind.folder()));
        }
        StringBuilder index = new StringBuilder();
        for (Frame frame : frames) {
            Files.write(folder.resolve(frame.file()), frame.bytes());
            index.append("%03d\t%s\t%d%n".formatted(frame.number(), frame.kind().folder(), frame.bytes().length));
        }
        Files.writeString(folder.resolve("index.tsv"), index);
        Files.write(folder.resolve("snapshot.jpg"), frames.get(0).bytes());
    }

    private static void writeBody(Path file, List<Frame> frames) throws IOException {
        try (OutputStream body = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Frame frame : frames) {
                    body.write(("--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                    + frame.bytes().length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
                    body.write(frame.bytes());
                    body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static byte[] jpeg(int number) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int y = 0; y < HEIGHT; y++) {
            graphics.setColor(Color.getHSBColor((float) number / FRAMES, 0.6f, 0.2f + 0.6f * y / HEIGHT));
            graphics.drawLine(0, y, WIDTH, y);
        }
        graphics.setColor(Color.WHITE);
        graphics.fillOval((WIDTH - 80) * (number % 50) / 50, HEIGHT / 2, 80, 80);
        for (int x = 0; x < WIDTH; x += 12) {
            graphics.drawLine(x, HEIGHT * 3 / 4, x + number % 12, HEIGHT - 1);
        }
        drawNumber(graphics, number);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "jpeg", bytes)) {
            throw new IOException("This JDK's ImageIO writes no JPEG");
        }
        return bytes.toByteArray();
    }

    /** Draws the number in binary, as a row of boxes, since a JDK without fonts cannot draw text. */
    private static void drawNumber(Graphics2D graphics, int number) {
        for (int bit = 0; bit < 8; bit++) {
            graphics.setColor((number >> (7 - bit) & 1) == 1 ? Color.WHITE : Color.BLACK);
            graphics.fillRect(32 + 72 * bit, 32, 64, 64);
        }
    }

    private static byte[] withoutHuffmanTables(byte[] jpeg) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream(jpeg.length);
        bare.write(jpeg, 0, 2);
        int at = 2;
        while (unsigned(jpeg[at + 1]) != START_OF_SCAN) {
            int length = 2 + (unsigned(jpeg[at + 2]) << 8 | unsigned(jpeg[at + 3]));
            if (unsigned(jpeg[at + 1]) != HUFFMAN_TABLES) {
                bare.write(jpeg, at, length);
            }
            at += length;
        }
        bare.write(jpeg, at, jpeg.length - at);
        return bare.toByteArray();
    }

    private static int unsigned(byte value) {
        return value & 0xFF;
    }
}
