package dev.gatescope.gateway.server;

import dev.gatescope.gateway.lifecycle.Ending;

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
    private volatile boolean draining;

    /** What all peers keep together of early frames, in bytes. */
    AtomicLong earlyBytes() {
        return earlyBytes;
    }

    void add(SocketPeer peer) {
        running.add(peer);
    }

    void remove(SocketPeer peer) {
        peer.release();
        running.remove(peer);
        if (draining) {
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

    /** Closes every peer; returns when all flows have ended, or the time is over. */
    boolean closeAll(Ending ending, long millis) throws InterruptedException {
        draining = true;
        running.forEach(peer -> peer.close(ending));
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (!running.isEmpty() && left > 0) {
                left = someoneLeft.awaitNanos(left);
            }
        } finally {
            lock.unlock();
            draining = false;
        }
        return running.isEmpty();
    }
}
