package org.homeline.compliance;

import org.homeline.configuration.ConfigurationFolder;
import org.homeline.configuration.Node;
import org.homeline.configuration.Problems;

/**
 * How often anybody may act, from {@code velocity} in {@code limits.yaml}.
 *
 * @param customer for a customer's phone in an hour
 * @param agent for an agent's
 * @param failedCalls how many calls of one network address may fail in an hour
 * @param strangers how many payments a customer may make in a day to people who are not customers
 */
public record VelocitySettings(long customer, long agent, long failedCalls, long strangers) {
    /** @throws org.homeline.configuration.ConfigurationException with everything that is wrong in the block */
    public static VelocitySettings read(ConfigurationFolder folder) {
        var velocity = folder.read("limits.yaml")
                .get("velocity")
                .only("customer-per-hour", "agent-per-hour", "failed-calls-per-hour", "strangers-per-day");
        var problems = new Problems();
        long customer = problems.attempt(() -> positive(velocity.get("customer-per-hour")), 0L);
        long agent = problems.attempt(() -> positive(velocity.get("agent-per-hour")), 0L);
        long failed = problems.attempt(() -> positive(velocity.get("failed-calls-per-hour")), 0L);
        long strangers =
                problems.attempt(() -> velocity.get("strangers-per-day").number(0), 0L);
        problems.raise();
        return new VelocitySettings(customer, agent, failed, strangers);
    }

    private static long positive(Node node) {
        return node.number(1);
    }
}
