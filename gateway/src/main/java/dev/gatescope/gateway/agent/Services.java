package dev.gatescope.gateway.agent;

import dev.gatescope.gateway.lifecycle.Explained;
import dev.gatescope.gateway.lifecycle.LifecycleHub;
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
    private volatile boolean threadsDown;
    private volatile boolean supervisorDown;

    public Services(InstantSource clock) {
        this.clock = clock;
    }

    /** Starts the thread service. */
    public void startThreadService() {
        threads = new ThreadService(new ThreadStore(clock));
        threadsDown = false;
    }

    /** Takes the thread service away; whoever has it already goes on with it. */
    public void stopThreadService() {
        threadsDown = true;
    }

    /** Takes the supervisor away. */
    public void stopSupervisor() {
        supervisorDown = true;
    }

    /** The thread service is gone, also for those who waited for it. */
    public void loseThreadService() {
        threads = null;
    }

    /** The supervisor is gone, also for those who waited for it. */
    public void loseSupervisor() {
        supervisor = null;
    }

    /** Starts the supervisor. */
    public void startSupervisor() {
        supervisor = new AgentSupervisor();
        supervisorDown = false;
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
     * Handlers on the services that are up at this moment.
     *
     * @throws MissingService where one of them is not
     */
    public Map<String, MessageHandler> handlersNow() throws MissingService {
        if (threadsDown) {
            throw new MissingService("thread_service");
        }
        if (supervisorDown) {
            throw new MissingService("agent_supervisor");
        }
        return handlers();
    }

    /**
     * Handlers on the services, for those who have waited until these were up: one that is just
     * being taken down is still theirs.
     *
     * @throws MissingService where one of them has never come up
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
    public static final class MissingService extends Exception implements Explained {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final long because;

        MissingService(String name) {
            this(name, LifecycleHub.NONE);
        }

        private MissingService(String name, long because) {
            super(name + " is missing");
            this.name = name;
            this.because = because;
        }

        /** The name of its component. */
        public String name() {
            return name;
        }

        /** The same, explained by the last event about its component. */
        public MissingService because(long event) {
            return new MissingService(name, event);
        }

        @Override
        public long because() {
            return because;
        }
    }
}
