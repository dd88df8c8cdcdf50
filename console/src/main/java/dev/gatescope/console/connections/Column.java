package dev.gatescope.console.connections;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.gatescope.shared.admin.ConnectionInfo;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;

/** What the table of connections can show, in the order of its columns. */
enum Column {
    STATE("State", 120, Kind.STATE, Facts::stateWord),
    ID("Id", 136, Kind.CODE, ConnectionInfo::id),
    USER("User", 106, Kind.TEXT, c -> Facts.orEmpty(c.user())),
    CLIENT("Client", 112, Kind.TEXT, c -> ClientName.of(c.client())),
    REMOTE_ADDRESS("Remote address", 134, Kind.TEXT, ConnectionInfo::remoteAddress),
    AUTH("Auth", 94, Kind.TEXT, ConnectionInfo::auth),
    DEMO("Demo", 60, Kind.TEXT, c -> c.demo() ? "demo" : ""),
    SUBPROTOCOL("Subprotocol", 100, Kind.TEXT, c -> Facts.orEmpty(c.subprotocol())),
    OPENED("Opened", ConnectionInfo::openedAt),
    READY("Ready", ConnectionInfo::readyAt),
    CLOSED("Closed", ConnectionInfo::closedAt),
    LAST_IN("Last in", ConnectionInfo::lastInAt),
    LAST_OUT("Last out", ConnectionInfo::lastOutAt),
    MESSAGES_IN(
            "Msgs in",
            74,
            Kind.NUMBER,
            c -> Facts.count(c.messagesIn()),
            comparingLong(ConnectionInfo::messagesIn)),
    MESSAGES_OUT(
            "Msgs out",
            84,
            Kind.NUMBER,
            c -> Facts.count(c.messagesOut()),
            comparingLong(ConnectionInfo::messagesOut)),
    BYTES_IN("Bytes in", c -> Facts.bytes(c.bytesIn()), comparingLong(ConnectionInfo::bytesIn)),
    BYTES_OUT("Bytes out", c -> Facts.bytes(c.bytesOut()), comparingLong(ConnectionInfo::bytesOut)),
    RTT("RTT", 74, Kind.NUMBER, c -> Facts.millis(c.rttMs()), comparingDouble(Column::rtt)),
    CLOSE("Close", 214, Kind.TEXT, Facts::close),
    LAST_ERROR("Last error", 180, Kind.TEXT, c -> Facts.orEmpty(c.lastError())),
    PENDING(
            "Pending",
            c -> Facts.bytes(c.pendingBytes()),
            comparingLong(ConnectionInfo::pendingBytes)),
    HANDLERS("Handlers", c -> Facts.count(c.handlers()), comparingInt(ConnectionInfo::handlers)),
    ERRORS("Errors", c -> Facts.count(c.errorCount()), comparingInt(ConnectionInfo::errorCount)),
    OUTCOME("Outcome", 90, Kind.TEXT, c -> Facts.orEmpty(c.outcome())),
    INITIATOR("Closed by", 90, Kind.TEXT, c -> c.close() == null ? "" : c.close().initiator());

    /** How a cell looks. */
    enum Kind {
        TEXT,
        NUMBER,
        CODE,
        STATE
    }

    private final String title;
    private final double width;
    private final Kind kind;
    private final Function<ConnectionInfo, String> text;
    private final Comparator<ConnectionInfo> order;

    Column(String title, double width, Kind kind, Function<ConnectionInfo, String> text) {
        this(title, width, kind, text, comparing(text));
    }

    Column(String title, Function<ConnectionInfo, @Nullable Instant> time) {
        this(
                title,
                74,
                Kind.NUMBER,
                c -> Facts.time(time.apply(c)),
                comparing(time, nullsFirst(naturalOrder())));
    }

    Column(String title, Function<ConnectionInfo, String> text, Comparator<ConnectionInfo> order) {
        this(title, 84, Kind.NUMBER, text, order);
    }

    Column(
            String title,
            double width,
            Kind kind,
            Function<ConnectionInfo, String> text,
            Comparator<ConnectionInfo> order) {
        this.title = title;
        this.width = width;
        this.kind = kind;
        this.text = text;
        this.order = order;
    }

    String title() {
        return title;
    }

    /** The width at first, in pixels; not 80, which makes a table measure the texts instead. */
    double width() {
        return width;
    }

    Kind kind() {
        return kind;
    }

    String text(ConnectionInfo connection) {
        return text.apply(connection);
    }

    /** The text where there is room for all of it. */
    String inFull(ConnectionInfo connection) {
        return switch (this) {
            case CLIENT -> Facts.orEmpty(connection.client());
            case DEMO -> connection.demo() ? "yes" : "";
            default -> text(connection);
        };
    }

    /** The title beside the text in full. */
    String titleInFull() {
        return this == DEMO ? "Demo client" : title;
    }

    /** The order of values, not of their texts. */
    Comparator<ConnectionInfo> order() {
        return order;
    }

    /** Whether people see it who have chosen nothing. */
    boolean shownAtFirst() {
        return switch (this) {
            case STATE, ID, USER, CLIENT, REMOTE_ADDRESS, AUTH, OPENED -> true;
            case MESSAGES_IN, MESSAGES_OUT, RTT, CLOSE -> true;
            default -> false;
        };
    }

    private static double rtt(ConnectionInfo connection) {
        return connection.rttMs() == null ? -1 : connection.rttMs();
    }
}
