/** The operator's desk and what strangers see, over real sockets. */
@org.jspecify.annotations.NullMarked
package org.homeline.api;
