/** Shows that money moved by banks arrives once, whatever befalls the messages. */
@org.jspecify.annotations.NullMarked
package org.homeline.settlement;
