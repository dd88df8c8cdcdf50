package dev.gatescope.gateway;

import dev.gatescope.gateway.agent.Services;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
import dev.gatescope.gateway.lifecycle.Sequence;
import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.sessions.Database;
import dev.gatescope.gateway.sessions.DatabaseUnavailable;
import dev.gatescope.gateway.startup.ComponentName;
import dev.gatescope.gateway.startup.Startup;
import dev.gatescope.gateway.startup.StartupGate;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The components of a gateway that start in phases, on a thread of their own, and the gate before
 * which its clients wait meanwhile.
 */
final class Components {
    private final Database database;
    private final Observation observation;
    private final Sequence connectionNumbers;
    private final Map<String, MessageHandler> added;
    private final StartupGate gate;
    private final Services services;
    private final Startup startup;

    /**
     * @param connectionNumbers go on where the database's end
     * @param added handlers beside those of the services
     */
    Components(
            Database database,
            Observation observation,
            Sequence connectionNumbers,
            Map<String, MessageHandler> added,
            InstantSource clock) {
        this.database = database;
        this.observation = observation;
        this.connectionNumbers = connectionNumbers;
        this.added = added;
        this.gate = new StartupGate(observation.hub());
        this.services = new Services(clock);
        this.startup =
                new Startup(
                        gate,
                        Map.of(
                                ComponentName.DATABASE,
                                this::openDatabase,
                                ComponentName.MIGRATIONS,
                                this::openJournal,
                                ComponentName.THREAD_SERVICE,
                                new ThreadServicePhase(services),
                                ComponentName.AGENT_SUPERVISOR,
                                new SupervisorPhase(services),
                                ComponentName.ROUTER,
                                () -> {}));
    }

    StartupGate gate() {
        return gate;
    }

    Services services() {
        return services;
    }

    Startup startup() {
        return startup;
    }

    /** Starts one after the other; returns at once. */
    void start() {
        Thread.ofPlatform().daemon().name("startup").start(this::run);
    }

    private void run() {
        try {
            startup.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why the database cannot be used, where that is so; once each component has been tried. */
    Optional<String> whyNoDatabase() {
        return gate.components().stream()
                .filter(component ->
                        isDatabase(component.name()) && component.state().equals("failed"))
                .findFirst()
                .map(component -> String.valueOf(component.detail()));
    }

    private static boolean isDatabase(String component) {
        return component.equals(ComponentName.DATABASE.word())
                || component.equals(ComponentName.MIGRATIONS.word());
    }

    private void openDatabase() throws DatabaseUnavailable {
        if (database.isOpen()) {
            database.renew();
        } else {
            database.open();
        }
        observation.meters().show(database.pool());
    }

    private record ThreadServicePhase(Services services) implements Startup.Phase {
        @Override
        public void start() {
            services.startThreadService();
        }

        @Override
        public void stop() {
            services.stopThreadService();
        }

        @Override
        public void lose() {
            services.loseThreadService();
        }
    }

    private record SupervisorPhase(Services services) implements Startup.Phase {
        @Override
        public void start() {
            services.startSupervisor();
        }

        @Override
        public void stop() {
            services.stopSupervisor();
        }

        @Override
        public void lose() {
            services.loseSupervisor();
        }
    }

    /**
     * The journal goes on above the numbers of earlier runs. The log begins only here: a program
     * that ends since its database cannot be used says so in one line.
     */
    private void openJournal() throws DatabaseUnavailable {
        database.migrate();
        observation.eventNumbers().continueAfter(observation.journal().greatestEvent());
        connectionNumbers.continueAfter(observation.journal().greatestConnection());
        observation.journal().open();
        observation.log().start();
    }

    /** The last event about a component or, where it has not begun, about what it waits for. */
    private long eventOf(String component) {
        return Stream.of(ComponentName.values())
                .filter(name -> name.word().equals(component))
                .mapToLong(gate::eventOf)
                .filter(event -> event != LifecycleHub.NONE)
                .findFirst()
                .orElseGet(gate::eventOfFirstMissing);
    }

    /** The handlers of a connection that has waited for the components. */
    Map<String, MessageHandler> handlers() throws Services.MissingService {
        return withAdded(services::handlers);
    }

    /** The handlers of a connection that has not. */
    Map<String, MessageHandler> handlersNow() throws Services.MissingService {
        return withAdded(services::handlersNow);
    }

    private interface Builtin {
        Map<String, MessageHandler> handlers() throws Services.MissingService;
    }

    private Map<String, MessageHandler> withAdded(Builtin own) throws Services.MissingService {
        Map<String, MessageHandler> builtIn;
        try {
            builtIn = own.handlers();
        } catch (Services.MissingService e) {
            throw e.because(eventOf(e.name()));
        }
        if (added.isEmpty()) {
            return builtIn;
        }
        var all = new HashMap<>(builtIn);
        all.putAll(added);
        return all;
    }
}
