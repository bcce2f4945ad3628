/**
 * An agent's till in the terminal: cash in, cash out, asking a customer, the float, over the agent's own USSD dialogue, with
 * receipts. It knows where these stand in the agent's menu and how menus, questions and a PIN's question look, and nothing
 * else of the server. Its command also opens a cash terminal, which stands in {@code terminal}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.simulator.till;
