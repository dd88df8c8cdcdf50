package dev.gatescope.gateway.faults;

import dev.gatescope.shared.admin.FaultKindInfo;

import java.util.List;

/** All kinds of faults that a gateway can inject. */
public final class Catalogue {
    private static final List<FaultKind> KINDS =
            List.of(
                    new LateComponent(),
                    new FailedComponent(),
                    new DyingComponent(),
                    new OpenGate(),
                    new SlowAuthentication(),
                    new FailingAuthentication(),
                    new DenyingAuthentication(),
                    new SlowRegistration(),
                    new ThrowingRegistration(),
                    new SkippedRegistration(),
                    new SlowHandler(),
                    new ThrowingHandler(),
                    new VanishingHandler(),
                    new SkippedCleanUp(),
                    new SlowSession(),
                    new ExhaustedPool(),
                    new UnclosedSession(),
                    new LostCommit(),
                    new CutSession(),
                    new DelayedMessage(),
                    new DroppedMessage(),
                    new DuplicatedMessage(),
                    new CorruptedMessage(),
                    new ResetConnection(),
                    new HalfOpenConnection(),
                    new SlowConsumer(),
                    new CloseWithCode(),
                    new CleanClose(),
                    new SuppressedPings(),
                    new ClockAhead(),
                    new EventFlood());

    private final List<FaultKind> kinds;

    private Catalogue(List<FaultKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** The product's. */
    public static Catalogue usual() {
        return new Catalogue(KINDS);
    }

    /** What people read of each kind. */
    public List<FaultKindInfo> infos() {
        return kinds.stream().map(kind -> kind.description().info()).toList();
    }

    /** Whether faults of the kind of this name act on the gateway as a whole. */
    public boolean isAmbient(String name) {
        return kinds.stream()
                .map(FaultKind::description)
                .anyMatch(kind -> kind.ambient() && kind.kind().equals(name));
    }

    /** Their names. */
    public List<String> names() {
        return kinds.stream().map(kind -> kind.description().kind()).toList();
    }

    /**
     * The kind of this name.
     *
     * @throws InvalidFault where there is none
     */
    FaultKind kind(String name) throws InvalidFault {
        return kinds.stream()
                .filter(kind -> kind.description().kind().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        InvalidFault.of(
                                "kind",
                                "There is no such kind of fault; GET /api/v1/faults/catalogue"
                                        + " names them."));
    }
}
