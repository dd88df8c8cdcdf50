package dev.gatescope.gateway.server;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A socket that notes what it is told, and whose client never answers. */
final class RecordedSocket implements Socket {
    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void send(String text, Consumer<@Nullable Throwable> whenSent) {
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
}
