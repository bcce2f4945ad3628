/** Tests of the delivery. */
@org.jspecify.annotations.NullMarked
package org.homeline.outbox;
