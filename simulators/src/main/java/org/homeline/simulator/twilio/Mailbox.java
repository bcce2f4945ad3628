package org.homeline.simulator.twilio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Every message that was taken, how far it has come, and who wants none. Thread-safe. */
final class Mailbox {
    static final int OPTED_OUT = 21610;

    private final List<Sms> taken = new ArrayList<>();
    private final Map<String, String> statuses = new HashMap<>();
    private final Set<String> optedOut = new HashSet<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private final Map<String, Integer> undeliverable = new HashMap<>();

    synchronized void take(Sms sms) {
        taken.add(sms);
        statuses.put(sms.sid(), "queued");
        notifyAll();
    }

    /** The messages to a phone after the first ones, once there are any or the time is up. */
    synchronized List<Sms> await(String phone, int after, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (var all = to(phone); ; all = to(phone)) {
            long left = end - System.nanoTime();
            if (all.size() > after || left <= 0) {
                return all.subList(Math.min(after, all.size()), all.size());
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized void status(Sms sms, String status) {
        statuses.put(sms.sid(), status);
    }

    synchronized String status(Sms sms) {
        return statuses.getOrDefault(sms.sid(), "queued");
    }

    /** In the order in which they were taken. */
    synchronized List<Sms> to(String phone) {
        return taken.stream().filter(sms -> sms.to().equals(phone)).toList();
    }

    synchronized List<Sms> latestFirst() {
        var latest = new ArrayList<>(taken);
        Collections.reverse(latest);
        return latest;
    }

    synchronized void optOut(String phone, boolean out) {
        if (out) {
            optedOut.add(phone);
        } else {
            optedOut.remove(phone);
        }
    }

    synchronized void refuse(String phone, int code) {
        refused.put(phone, code);
    }

    synchronized void undeliverable(String phone, int code) {
        undeliverable.put(phone, code);
    }

    /** The error for a message to the phone, 0 for none. */
    synchronized int refusal(String phone) {
        return optedOut.contains(phone) ? OPTED_OUT : refused.getOrDefault(phone, 0);
    }

    /** The error with which a message to the phone fails on its way, 0 for none. */
    synchronized int deliveryError(String phone) {
        return undeliverable.getOrDefault(phone, 0);
    }
}
