package org.homeline.simulator.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One request, and what its answer must hold.
 *
 * @param label what it is, in the table; empty for what is not told apart
 * @param bytes the request as it goes over the wire
 * @param expected a part of the right answer
 */
public record Exchange(String label, byte[] bytes, String expected) {
    /** A form that is posted. */
    static Exchange post(URI to, String form, String moreHeaders, String label, String expected) {
        var query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        var request = "POST " + to.getRawPath() + query + " HTTP/1.1\r\nHost: " + to.getRawAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n"
                + moreHeaders + "\r\n" + form;
        return new Exchange(label, request.getBytes(StandardCharsets.US_ASCII), expected);
    }
}
