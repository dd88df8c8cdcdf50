package dev.gatescope.gateway.traffic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets demo clients take their time, until it is over for all of them. Safe from any thread. */
final class Pace {
    private final double speed;
    private final CountDownLatch over = new CountDownLatch(1);

    /**
     * @param speed how many times faster than people; 1 for the pace of people
     */
    Pace(double speed) {
        this.speed = speed;
    }

    /**
     * Waits that long, at this pace.
     *
     * @throws InterruptedException as soon as it is over
     */
    void pause(Duration duration) throws InterruptedException {
        if (over.await((long) (duration.toNanos() / speed), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the demo traffic is to stop");
        }
    }

    /** Nobody waits any more. */
    void end() {
        over.countDown();
    }
}
