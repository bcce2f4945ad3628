/** Tests of keys and what is done with them. */
@org.jspecify.annotations.NullMarked
package org.homeline.signing;
