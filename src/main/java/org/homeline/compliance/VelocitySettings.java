package org.homeline.compliance;

import org.homeline.configuration.ConfigurationFolder;

/**
 * How often anybody may act in an hour, from {@code velocity} in {@code limits.yaml}.
 *
 * @param customer for a customer's phone
 * @param agent for an agent's
 * @param failedCalls how many calls of one network address may fail
 */
public record VelocitySettings(long customer, long agent, long failedCalls) {
    public static VelocitySettings read(ConfigurationFolder folder) {
        var velocity = folder.read("limits.yaml")
                .get("velocity")
                .only("customer-per-hour", "agent-per-hour", "failed-calls-per-hour");
        return new VelocitySettings(
                velocity.get("customer-per-hour").number(),
                velocity.get("agent-per-hour").number(),
                velocity.get("failed-calls-per-hour").number());
    }
}
