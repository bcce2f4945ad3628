/** Tests of the conversation, with a small bank of their own. */
@org.jspecify.annotations.NullMarked
package org.homeline.conversation;
