/**
 * What people read: texts in every language, with amounts, times and names put in as that language writes them, folded to
 * the phone's alphabet. Texts are ICU messages in {@code gateway-config/texts}, one file a language. Knows no screen and
 * no command.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.language;
