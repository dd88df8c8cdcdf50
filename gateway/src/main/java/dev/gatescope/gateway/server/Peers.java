package dev.gatescope.gateway.server;

import dev.gatescope.gateway.lifecycle.Ending;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The peers whose flows run now. Safe from any thread. */
final class Peers {
    private final Set<SocketPeer> running = ConcurrentHashMap.newKeySet();
    private final AtomicLong earlyBytes = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition someoneLeft = lock.newCondition();
    private volatile @Nullable Ending endingOfAll;
    private volatile boolean someoneWaits;

    /** What all peers keep together of early frames, in bytes. */
    AtomicLong earlyBytes() {
        return earlyBytes;
    }

    void add(SocketPeer peer) {
        running.add(peer);
        var ending = endingOfAll;
        if (ending != null) {
            peer.close(ending);
        }
    }

    void remove(SocketPeer peer) {
        peer.release();
        running.remove(peer);
        if (someoneWaits) {
            lock.lock();
            try {
                someoneLeft.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    Set<SocketPeer> running() {
        return running;
    }

    /** Closes the peer of this connection; false where there is none. */
    boolean close(long connection, Ending ending) {
        for (var peer : running) {
            if (peer.isOf(connection)) {
                peer.close(ending);
                return true;
            }
        }
        return false;
    }

    /** Closes the peers that are here now; returns when their flows have ended, or in time. */
    boolean closePresent(Ending ending, long millis) throws InterruptedException {
        var present = Set.copyOf(running);
        if (close(present, ending, millis * 3 / 4)) {
            return true;
        }
        // Whoever does not answer a close frame by now is not going to.
        present.forEach(SocketPeer::giveUp);
        return close(present, ending, millis / 4);
    }

    /**
     * Closes every peer, and from now on every one that comes; returns when all flows have ended,
     * or the time is over.
     */
    boolean closeAll(Ending ending, long millis) throws InterruptedException {
        endingOfAll = ending;
        return close(running, ending, millis);
    }

    private boolean close(Set<SocketPeer> those, Ending ending, long millis)
            throws InterruptedException {
        lock.lock();
        try {
            someoneWaits = true;
            those.forEach(peer -> peer.close(ending));
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!Collections.disjoint(running, those) && left > 0) {
                left = someoneLeft.awaitNanos(left);
            }
            return Collections.disjoint(running, those);
        } finally {
            someoneWaits = false;
            lock.unlock();
        }
    }
}
