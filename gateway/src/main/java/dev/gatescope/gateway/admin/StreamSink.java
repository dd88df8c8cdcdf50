package dev.gatescope.gateway.admin;

/** Where the frames of one live stream go; implemented on a socket. */
public interface StreamSink {
    /**
     * Sends a frame without waiting.
     *
     * @return its size, as {@link #pendingBytes} counts
     */
    long send(String frame);

    /** Bytes sent that the reader has not taken yet. */
    long pendingBytes();

    /** Ends the stream. */
    void close(int code, String reason);

    /** Ends the stream at once: its reader would not even read that it is over. */
    void abort();
}
