package dev.gatescope.bench;

import dev.gatescope.bench.load.Exchange;
import dev.gatescope.bench.load.LoadGenerator;
import dev.gatescope.bench.load.LoadResult;
import dev.gatescope.bench.load.Window;

/** What a server is given to do. */
enum Load {
    /** 64 connections with one ping in flight each: every message is a turn of its own. */
    PING_64X1("ping 64x1", "message"),
    /** 16 connections with 16 pings in flight each: messages arrive several at a time. */
    PING_16X16("ping 16x16", "message"),
    /** 16 connections with one chat message each: two inserts and an answer. */
    CHAT_16X1("chat 16x1", "message"),
    /** 16 connections at a time that each live for one message. */
    CONNECT("connect", "cycle");

    private final String title;
    private final String operation;

    Load(String title, String operation) {
        this.title = title;
        this.operation = operation;
    }

    String title() {
        return title;
    }

    /** What CPU time is divided by. */
    String operation() {
        return operation;
    }

    /** The question that this kind of server answers. */
    Exchange exchange(boolean gateway) {
        if (!gateway) {
            return Exchange.echo();
        }
        return this == CHAT_16X1 ? Exchange.chat() : Exchange.pong();
    }

    LoadResult run(LoadGenerator generator, Window window) {
        return switch (this) {
            case PING_64X1 -> generator.messages(64, 1, window);
            case PING_16X16 -> generator.messages(16, 16, window);
            case CHAT_16X1 -> generator.messages(16, 1, window);
            case CONNECT -> generator.cycles(16, window);
        };
    }
}
