package dev.gatescope.gateway.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A key for HS256. It shows itself to nobody who prints it. */
public final class Secret {
    /** The least that HS256 allows. */
    public static final int LEAST_BYTES = 32;

    private final byte[] bytes;

    /**
     * A secret of these bytes, {@value #LEAST_BYTES} at least.
     *
     * @throws IllegalArgumentException where they are fewer
     */
    public Secret(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the secret must have at least " + LEAST_BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** A secret of a text's UTF-8. */
    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
