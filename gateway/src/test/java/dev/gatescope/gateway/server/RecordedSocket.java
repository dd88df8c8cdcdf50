package dev.gatescope.gateway.server;

import jakarta.websocket.SendHandler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A socket that notes what it is told, and whose client never answers. */
final class RecordedSocket implements Socket {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final FramesBeneath frames = new FramesBeneath();

    @Override
    public void send(String text, SendHandler whenSent) {
        heard.add("send " + text);
    }

    @Override
    public void ping(long payload) {
        heard.add("ping");
    }

    @Override
    public void close(int code, String reason) {
        heard.add("close " + code + " " + reason);
    }

    @Override
    public void abort() {
        heard.add("abort");
    }

    @Override
    public void reset() {
        heard.add("reset");
    }

    @Override
    public FramesBeneath frames() {
        return frames;
    }
}
