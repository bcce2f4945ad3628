/** Tests of ISO 8583 on the wire. */
@org.jspecify.annotations.NullMarked
package org.homeline.iso8583;
