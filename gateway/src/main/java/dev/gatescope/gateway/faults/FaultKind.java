package dev.gatescope.gateway.faults;

import dev.gatescope.shared.admin.FaultKindInfo;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One kind of fault: what it is called, what it takes, and what acts while one of it is active. */
public interface FaultKind {
    /** What a kind breaks. */
    enum Group {
        STARTUP,
        AUTH,
        REGISTRATION,
        HANDLER,
        SESSION,
        MESSAGE,
        CONNECTION,
        GATEWAY
    }

    /**
     * What people read of a kind.
     *
     * @param kind its name in requests
     * @param description one sentence: what will happen, and which figure will move
     * @param moves figures by the names of the snapshot or of the metrics
     * @param scopes what can narrow it
     * @param perMessage whether it acts on messages, not on connections as a whole
     * @param ambient whether it acts on the gateway as a whole
     */
    record Description(
            String kind,
            Group group,
            String title,
            String description,
            List<Parameter> parameters,
            List<String> moves,
            Set<ScopeField> scopes,
            boolean perMessage,
            boolean ambient) {
        /** A kind that acts on connections. */
        public static Description ofConnections(
                String kind,
                Group group,
                String title,
                String description,
                List<Parameter> parameters,
                List<String> moves) {
            return new Description(
                    kind,
                    group,
                    title,
                    description,
                    parameters,
                    moves,
                    ScopeField.OF_CONNECTIONS,
                    false,
                    false);
        }

        /** A kind that acts on messages. */
        public static Description ofMessages(
                String kind,
                Group group,
                String title,
                String description,
                List<Parameter> parameters,
                List<String> moves) {
            return new Description(
                    kind,
                    group,
                    title,
                    description,
                    parameters,
                    moves,
                    ScopeField.ALL,
                    true,
                    false);
        }

        /** A kind that acts on the gateway as a whole; nothing can narrow it. */
        public static Description ofGateway(
                String kind,
                Group group,
                String title,
                String description,
                List<Parameter> parameters,
                List<String> moves,
                boolean ambient) {
            return new Description(
                    kind, group, title, description, parameters, moves, Set.of(), false, ambient);
        }

        /** The description as the catalogue gives it. */
        FaultKindInfo info() {
            return new FaultKindInfo(
                    kind,
                    group.name().toLowerCase(Locale.ROOT),
                    title,
                    description,
                    parameters.stream().map(Parameter::info).toList(),
                    moves,
                    ScopeField.words(scopes),
                    ambient);
        }
    }

    /** What people read of it. */
    Description description();

    /**
     * A fault of this kind begins. What it changes beside the parts that it replaces it undoes by
     * {@link ActiveFault#whenEnded}; what it holds it lets go when {@link ActiveFault#ended} says
     * so. Must not wait.
     *
     * @return what acts from now on
     */
    List<Hook> begin(Arguments arguments, ActiveFault fault, Surroundings surroundings);
}
