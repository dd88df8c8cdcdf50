package dev.gatescope.gateway.routing;

import dev.gatescope.gateway.lifecycle.Causes;
import dev.gatescope.gateway.lifecycle.Connection;
import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.MessageFact;
import dev.gatescope.gateway.sessions.Sessions;
import dev.gatescope.shared.protocol.ClientMessage;
import dev.gatescope.shared.protocol.ErrorCode;
import dev.gatescope.shared.protocol.FrameCodec;
import dev.gatescope.shared.protocol.FrameCodec.Decoded;
import dev.gatescope.shared.protocol.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings each message to the handler that its table finds and decides what became of it: routed,
 * refused, abandoned or failed. Only a connection's own handler routes its messages. Whatever a
 * handler does, its connection stays usable. Safe from any thread; the messages of one connection
 * come one at a time.
 */
public final class MessageRouter {
    /** What messages of types that nobody knows are called in events and figures. */
    public static final String OTHER = MessageFact.OTHER;

    private static final String NOT_HANDLED = "The message could not be handled.";

    private final FrameCodec codec;
    private final LifecycleHub hub;
    private final HandlerTable table;
    private final Withdrawals withdrawals;
    private final Handling handling;
    private final Set<String> knownTypes;
    private final long property;
    private volatile boolean givenBack;
    private volatile long because = LifecycleHub.NONE;

    /**
     * @param property the event that says what is wrong with the policy; none where nothing is
     * @param knownTypes the types that are counted under their own name
     * @param policy what becomes of handlers
     * @param handling hands each request to its handler
     */
    public MessageRouter(
            FrameCodec codec,
            LifecycleHub hub,
            Set<String> knownTypes,
            HandlerPolicy policy,
            long property,
            Handling handling) {
        this.codec = codec;
        this.property = property;
        this.hub = hub;
        this.table = HandlerTable.of(policy, hub);
        this.withdrawals = new Withdrawals(table);
        this.handling = handling;
        this.knownTypes = Set.copyOf(knownTypes);
    }

    /**
     * Registers the handlers of a connection, until the registration is closed.
     *
     * @param fallback whether they stand in for handlers that could not be made
     */
    public Registration register(
            Connection connection,
            String user,
            Outlet outlet,
            Sessions sessions,
            Map<String, MessageHandler> types,
            boolean fallback) {
        return withdrawals.watched(
                connection,
                table.register(
                        new ConnectionHandler(
                                connection,
                                user,
                                outlet,
                                sessions,
                                types,
                                fallback,
                                hub.places().here(ConnectionHandler.class))));
    }

    /** How many handlers are registered. */
    public int registered() {
        return table.size();
    }

    /** A connection is over; if its handler is still registered, it has leaked. */
    public void connectionOver(Connection connection) {
        var left = table.own(connection.number());
        if (left != null) {
            left.outlived(hub, property);
            if (givenBack) {
                table.reclaim(left, because);
            }
        }
    }

    /**
     * Takes out a handler that has leaked.
     *
     * @param connection the number of the connection whose it was
     * @param cause the event that says who wanted it
     * @return false where it is gone already
     */
    public boolean reclaim(long connection, long cause) {
        var handler = table.own(connection);
        return handler != null && handler.hasLeaked() && table.reclaim(handler, cause);
    }

    /**
     * Takes the handler of a connection out, although the connection goes on.
     *
     * @param because the event that tells why
     * @return puts it back, unless the connection has given it up meanwhile
     */
    public Runnable withdraw(Connection connection, long because) {
        return withdrawals.withdraw(connection, because);
    }

    /**
     * Takes out whatever handlers are left, once no connection needs them any more, and from now on
     * each that leaks.
     *
     * @param cause the event that says why
     */
    public void giveBack(long cause) {
        because = cause;
        givenBack = true;
        table.takeAll().forEach(handler -> handler.reclaimed(hub, cause));
    }

    /**
     * Routes one frame, and tells its sender where that did not succeed. Never throws.
     *
     * @param because the event that tells why the frame is as it is; NONE as a rule
     */
    public void route(Connection connection, Outlet outlet, String frame, int bytes, long because) {
        var began = System.nanoTime();
        switch (codec.decode(frame)) {
            case Decoded.Message(var message) ->
                    new Routing(connection, outlet, message, bytes, began, because).run();
            case Decoded.Bad(var code, var problem, var messageId, var type) -> {
                var kind = kindOf(type);
                var received = received(connection, kind, bytes, because);
                hub.report(connection, received, new MessageFact.Refused(kind, code, problem));
                tell(outlet, code, problem, messageId, received);
            }
        }
    }

    private long received(Connection connection, String kind, int bytes, long because) {
        var also = because == LifecycleHub.NONE ? List.<Long>of() : List.of(because);
        return hub.report(
                connection, connection.lastStep(), also, new MessageFact.Received(kind, bytes));
    }

    /**
     * A frame that came too early for the little that may be kept; its sender is told.
     *
     * @param waitsFor the event that explains why the connection is not ready yet, if one does
     */
    public void refuseEarly(
            Connection connection, Outlet outlet, String frame, int bytes, long waitsFor) {
        var messageId =
                switch (codec.decode(frame)) {
                    case Decoded.Message(var message) -> message.messageId();
                    case Decoded.Bad(_, _, var id, _) -> id;
                };
        var received = hub.report(connection, new MessageFact.Received(OTHER, bytes));
        fail(connection, OTHER, ErrorCode.NOT_READY, Causes.of(waitsFor, received), null);
        tell(
                outlet,
                ErrorCode.NOT_READY,
                "The gateway is not ready yet and keeps no more messages; send it again after the"
                        + " welcome.",
                messageId,
                received);
    }

    /** The name under which a message of this type is counted. */
    private String kindOf(@Nullable String type) {
        return type != null && knownTypes.contains(type) ? type : OTHER;
    }

    private void fail(
            Connection connection,
            String kind,
            ErrorCode code,
            Causes causes,
            @Nullable Throwable because) {
        var fact = new MessageFact.Failed(kind, code, connection.countError(), because);
        connection.failedWith(fact.sentence());
        hub.report(connection, causes, fact);
    }

    private static void tell(
            Outlet outlet,
            ErrorCode code,
            String sentence,
            @Nullable String messageId,
            long cause) {
        tell(outlet, new ServerMessage.Failure(code, sentence, null, messageId), cause);
    }

    private static void tell(Outlet outlet, ServerMessage.Failure failure, long cause) {
        try {
            outlet.send(failure, cause);
        } catch (ClientGone | Undeliverable e) {
            // The client need not be told any more, or cannot.
        }
    }

    /** One message on its way. */
    private final class Routing {
        private final Connection connection;
        private final Outlet outlet;
        private final ClientMessage message;
        private final String kind;
        private final long began;
        private final long received;

        Routing(
                Connection connection,
                Outlet outlet,
                ClientMessage message,
                int bytes,
                long began,
                long because) {
            this.connection = connection;
            this.outlet = outlet;
            this.message = message;
            this.began = began;
            this.kind = kindOf(message.type());
            this.received = received(connection, kind, bytes, because);
        }

        void run() {
            var handler = table.find(connection);
            if (handler == null) {
                failed(
                        ErrorCode.NO_HANDLER,
                        "No handler of this connection takes messages.",
                        Causes.of(connection.noHandlerEvent(), received),
                        null);
                return;
            }
            var type = handler.types().get(message.type());
            if (type == null) {
                unknown(handler.types().keySet());
                return;
            }
            var request = new Request(handler, message, received);
            var thrown = thrownBy(type, request);
            if (handler.connection() == connection) {
                answeredByOwn(handler, thrown);
            } else if (thrown == null) {
                misdelivered(handler);
            } else {
                var causes = Causes.of(Explained.eventsOf(thrown), property, received);
                failed(ErrorCode.HANDLER_FAILED, NOT_HANDLED, causes, thrown);
            }
        }

        /** Has the message handled, and gives back what the request held. */
        private @Nullable Throwable thrownBy(MessageHandler type, Request request) {
            try {
                handling.handle(type, request);
                return null;
            } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
                return e;
            } finally {
                request.over();
            }
        }

        private void answeredByOwn(ConnectionHandler handler, @Nullable Throwable thrown) {
            switch (thrown) {
                case null -> routed(handler.fallback());
                case RequestRefused e -> {
                    refused(e.code(), e.sentence());
                    tell(outlet, e.code(), e.sentence(), message.messageId(), received);
                }
                case ClientGone gone ->
                        hub.report(
                                connection,
                                Causes.of(gone.because(), received),
                                new MessageFact.Abandoned(kind));
                case Throwable e ->
                        failed(
                                ErrorCode.HANDLER_FAILED,
                                NOT_HANDLED,
                                Causes.of(Explained.eventsOf(e), received),
                                e);
            }
        }

        private void unknown(Set<String> known) {
            var sentence =
                    message.type().equals("authenticate")
                            ? "This connection is authenticated already, as user "
                                    + connection.user()
                                    + "."
                            : "No message type of that name exists.";
            refused(ErrorCode.UNKNOWN_TYPE, sentence);
            var failure =
                    new ServerMessage.Failure(
                            ErrorCode.UNKNOWN_TYPE,
                            sentence,
                            Map.of("types", new TreeSet<>(known)),
                            message.messageId());
            tell(outlet, failure, received);
        }

        /** Somebody else got the answer; nobody who routes so tells the sender. */
        private void misdelivered(ConnectionHandler other) {
            var fact =
                    new MessageFact.Misdelivered(
                            kind, other.connection().id(), other.user(), connection.countError());
            connection.failedWith(fact.sentence());
            hub.report(connection, Causes.of(property, received), fact);
        }

        private void routed(boolean fallback) {
            connection.clearErrors();
            hub.report(
                    connection,
                    received,
                    new MessageFact.Routed(kind, fallback, System.nanoTime() - began));
        }

        private void refused(ErrorCode code, String sentence) {
            hub.report(connection, received, new MessageFact.Refused(kind, code, sentence));
        }

        private void failed(
                ErrorCode code, String sentence, Causes causes, @Nullable Throwable because) {
            fail(connection, kind, code, causes, because);
            tell(outlet, code, sentence, message.messageId(), received);
        }
    }
}
