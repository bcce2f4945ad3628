/** Transport to and from the providers of USSD and SMS: their signatures, their duplicates. Decides nothing about money. */
@org.jspecify.annotations.NullMarked
package org.homeline.gateway;
