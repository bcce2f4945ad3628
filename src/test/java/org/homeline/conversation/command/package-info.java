/** Tests of commands by text message. */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation.command;
