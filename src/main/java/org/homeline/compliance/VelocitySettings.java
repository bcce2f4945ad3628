package org.homeline.compliance;

import org.homeline.configuration.ConfigurationFolder;

/**
 * How often anybody may act in an hour, from {@code velocity} in {@code limits.yaml}.
 *
 * @param customer for a customer's phone
 * @param agent for an agent's
 */
public record VelocitySettings(long customer, long agent) {
    public static VelocitySettings read(ConfigurationFolder folder) {
        var velocity = folder.read("limits.yaml").get("velocity").only("customer-per-hour", "agent-per-hour");
        return new VelocitySettings(
                velocity.get("customer-per-hour").number(),
                velocity.get("agent-per-hour").number());
    }
}
