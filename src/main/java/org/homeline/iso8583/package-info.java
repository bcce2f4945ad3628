/**
 * ISO 8583 on the wire, through jPOS, which is used nowhere else: dialects read from {@code gateway-config/iso8583}, messages
 * packed, unpacked and described by them, a {@link org.homeline.iso8583.Link} to a partner that heals, and a {@link
 * org.homeline.iso8583.Host} for terminals. jPOS's channels carry bytes alone; what can't be read is answered, and ends no
 * connection. Knows no bank's rules, no terminal and no money: what a message means stands above.
 */
@org.jspecify.annotations.NullMarked
package org.homeline.iso8583;
