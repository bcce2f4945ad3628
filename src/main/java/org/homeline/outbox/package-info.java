/**
 * Messages to deliver: written in the transaction of whatever they tell, delivered later in order for each recipient,
 * retried, given up on with a reason, never lost and never sent twice where the provider can tell. Knows no provider: a
 * gateway implements {@link org.homeline.outbox.SmsSender}.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.outbox;
