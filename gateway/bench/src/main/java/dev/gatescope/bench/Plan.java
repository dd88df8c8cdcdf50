package dev.gatescope.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which experiments belong to a mode, and which servers meet in them. */
final class Plan {
    private static final String IN_MEMORY = "mem";

    private final List<Contestant> bare;
    private final Contestant gateway;
    private final Contestant unobserved;
    private final Contestant onDisk;

    /**
     * A plan for these servers.
     *
     * @param bareThreads the kinds of threads of the bare servers; the first is compared with
     * @param gatewayJar the gateway's program
     * @param databaseFile a database for the gateway whose memory is read: its journal is on disk,
     *     as it is by default, or it would be taken for memory of connections
     */
    Plan(List<String> bareThreads, Path gatewayJar, String databaseFile) {
        bare = bareThreads.stream().map(Contestant::bare).toList();
        gateway = Contestant.gateway(gatewayJar, "gateway", IN_MEMORY);
        unobserved =
                Contestant.gateway(
                        gatewayJar, "gateway, observe off", IN_MEMORY, "--observe", "off");
        onDisk = Contestant.gateway(gatewayJar, "gateway", databaseFile);
    }

    /** The experiments in samples of a mode; {@link Mode#IDLE} alone has none. */
    List<Experiment> experiments(Mode mode) {
        return switch (mode) {
            case MESSAGES -> experiments("messages", all(), Load.PING_64X1, Load.PING_16X16);
            case OBSERVE ->
                    experiments(
                            "observe",
                            List.of(
                                    Variant.of(unobserved),
                                    Variant.of(gateway),
                                    new Variant(gateway, true)),
                            Load.PING_64X1,
                            Load.PING_16X16);
            case CONNECT -> experiments("connect", withoutConsole(), Load.CONNECT);
            case CHAT ->
                    experiments(
                            "chat",
                            List.of(Variant.of(unobserved), Variant.of(gateway)),
                            Load.CHAT_16X1);
            case NOISE ->
                    experiments("noise", twins(), Load.PING_64X1, Load.PING_16X16, Load.CONNECT);
            case IDLE -> List.of();
            case ALL ->
                    Stream.of(Mode.MESSAGES, Mode.OBSERVE, Mode.CONNECT, Mode.CHAT)
                            .flatMap(each -> experiments(each).stream())
                            .toList();
        };
    }

    /** The servers whose memory is read. */
    List<Contestant> idle() {
        return Stream.concat(bare.stream(), Stream.of(onDisk)).toList();
    }

    private List<Variant> withoutConsole() {
        return Stream.concat(bare.stream(), Stream.of(gateway, unobserved))
                .map(Variant::of)
                .toList();
    }

    private List<Variant> all() {
        return Stream.concat(withoutConsole().stream(), Stream.of(new Variant(gateway, true)))
                .toList();
    }

    private List<Variant> twins() {
        var threads = bare.getFirst();
        return Stream.of("bare, one", "bare, another")
                .map(name -> new Contestant(name, threads.program(), false))
                .map(Variant::of)
                .toList();
    }

    private static List<Experiment> experiments(
            String name, List<Variant> variants, Load... loads) {
        return Stream.of(loads).map(load -> new Experiment(name, load, variants)).toList();
    }
}
