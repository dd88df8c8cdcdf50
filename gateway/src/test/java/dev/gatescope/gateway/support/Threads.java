package dev.gatescope.gateway.support;

import java.util.ArrayList;
import java.util.List;

/** Reads conversations back, as a client does. */
public final class Threads {
    private Threads() {}

    /** What is stored in a thread, oldest first. */
    public static List<String> contents(Client client, String thread) throws InterruptedException {
        client.send("{\"type\":\"get_thread\",\"thread_id\":\"" + thread + "\"}");
        var contents = new ArrayList<String>();
        client.hear("thread_data")
                .at("/data/messages")
                .forEach(message -> contents.add(message.path("content").stringValue()));
        return contents;
    }
}
