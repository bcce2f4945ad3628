/**
 * ISO 8583 on the wire, through jPOS, which is used nowhere else: dialects read from {@code gateway-config/iso8583}, and
 * messages packed, unpacked and described by them. Knows no bank's rules, no terminal and no money: what a message means
 * stands above.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.iso8583;
