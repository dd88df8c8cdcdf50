package dev.gatescope.console;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes an image as a PNG file, 8 bits a channel with alpha. JavaFX itself only can by way of AWT,
 * which a console without a display should not need.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte RED_GREEN_BLUE_ALPHA = 6;
    private static final byte NO_FILTER = 0;

    private Png() {}

    static void write(Image image, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(SIGNATURE);
            writeChunk(out, "IHDR", header(image));
            writeChunk(out, "IDAT", pixels(image));
            writeChunk(out, "IEND", new byte[0]);
        }
    }

    private static byte[] header(Image image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var header = new DataOutputStream(bytes);
        header.writeInt((int) image.getWidth());
        header.writeInt((int) image.getHeight());
        header.writeByte(BITS);
        header.writeByte(RED_GREEN_BLUE_ALPHA);
        header.write(new byte[] {0, 0, 0}); // deflated, filtered by line, not interlaced
        return bytes.toByteArray();
    }

    private static byte[] pixels(Image image) throws IOException {
        int width = (int) image.getWidth();
        var line = new int[width];
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            for (int y = 0; y < (int) image.getHeight(); y++) {
                image.getPixelReader()
                        .getPixels(
                                0, y, width, 1, PixelFormat.getIntArgbInstance(), line, 0, width);
                out.writeByte(NO_FILTER);
                for (int argb : line) {
                    out.writeInt(argb << 8 | argb >>> 24);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void writeChunk(OutputStream file, String type, byte[] content)
            throws IOException {
        var out = new DataOutputStream(file);
        out.writeInt(content.length);
        var checked = new CheckedOutputStream(out, new CRC32());
        checked.write(type.getBytes(StandardCharsets.US_ASCII));
        checked.write(content);
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
    }
}
