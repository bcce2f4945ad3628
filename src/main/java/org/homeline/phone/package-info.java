/**
 * Phone numbers in E.164 as people write them at home, and what fits on a phone: the GSM 03.38 alphabet, the length of a
 * USSD screen, the parts of an SMS. Knows no provider and no person.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.phone;
