/**
 * Conversations by text message: reading a sentence as a command with its slots, and answering it. Verbs, aliases and
 * replies are {@code gateway-config/commands.yaml}. Knows no provider: a gateway hands in who wrote what and delivers the
 * reply.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation.command;
