/**
 * Conversations with people by phone, apart from any wire: a pure engine that takes a session and what was typed and
 * answers with a session and a screen or an operation to run; the menus it follows, read from {@code gateway-config} and
 * checked as a whole. Knows operations by name alone: no product, no provider, no money.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation;
