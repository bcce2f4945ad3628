/** The pure engine that turns what a person types into an operation and its outcome into an answer. */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation;
