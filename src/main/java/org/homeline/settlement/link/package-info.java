/**
 * The connections to partners, and the worker that sends instructions over them, hears what came of each, and asks what a
 * business day came to once it is over. One node at a time owns a partner's link, by lease. Before anything is sent, that it may
 * have been sent is on disk; whoever finds it so after a crash goes on as if no answer had come. Decides nothing about money: that
 * is {@link org.homeline.settlement.Conclude}'s.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.settlement.link;
