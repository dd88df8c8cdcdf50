package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.routing.MessageHandler;
import dev.gatescope.gateway.sessions.ThreadStore;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Map;

/** The services that handlers need, each there once its component is up. Safe from any thread. */
public final class Services {
    private final InstantSource clock;
    private volatile @Nullable ThreadService threads;
    private volatile @Nullable AgentSupervisor supervisor;

    public Services(InstantSource clock) {
        this.clock = clock;
    }

    /** Starts the thread service. */
    public void startThreadService() {
        threads = new ThreadService(new ThreadStore(clock));
    }

    /** Takes the thread service away; handlers that have it already go on with it. */
    public void stopThreadService() {
        threads = null;
    }

    /** Takes the supervisor away. */
    public void stopSupervisor() {
        supervisor = null;
    }

    /** Starts the supervisor. */
    public void startSupervisor() {
        supervisor = new AgentSupervisor();
    }

    /**
     * Makes the thread service where the supervisor is there and only the thread service is
     * missing.
     *
     * @return whether it was made now
     */
    public synchronized boolean createMissingThreadService() {
        if (supervisor == null || threads != null) {
            return false;
        }
        startThreadService();
        return true;
    }

    /**
     * Handlers on the services.
     *
     * @throws MissingService where one of them is not there
     */
    public Map<String, MessageHandler> handlers() throws MissingService {
        var currentThreads = threads;
        var currentSupervisor = supervisor;
        if (currentThreads == null || currentSupervisor == null) {
            throw new MissingService(
                    currentThreads == null ? "thread_service" : "agent_supervisor");
        }
        return currentSupervisor.handlers(currentThreads);
    }

    /** A service that handlers need is not there. */
    public static final class MissingService extends Exception {
        private static final long serialVersionUID = 1L;

        MissingService(String name) {
            super(name + " is missing");
        }
    }
}
