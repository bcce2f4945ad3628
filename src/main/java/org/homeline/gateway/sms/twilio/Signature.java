package org.homeline.gateway.sms.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Twilio's signature of a request: Base64 of HMAC-SHA1, keyed with the auth token, over the full public URL followed by each
 * POST parameter's name and value, sorted by name (documentation, "Webhooks security"). Twilio's own validators accept the
 * URL with its port, without one, and with the scheme's usual one, because proxies and Twilio differ in what they keep; so
 * does this.
 */
final class Signature {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private Signature() {}

    static boolean matches(String token, URI url, SortedMap<String, SortedSet<String>> form, String given) {
        boolean matches = false;
        for (var candidate : Stream.of(url.toString(), withPort(url, -1), withPort(url, usualPort(url)))
                .distinct()
                .toList()) {
            var expected = sign(token, candidate, form).getBytes(StandardCharsets.US_ASCII);
            matches |= MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }

    static String sign(String token, String url, SortedMap<String, SortedSet<String>> form) {
        var text = new StringBuilder(url);
        form.forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA1", impossible);
        }
    }

    private static int usualPort(URI url) {
        return "https".equals(url.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    /** The URL letter by letter as it was, but for the port. */
    private static String withPort(URI url, int port) {
        var text = url.toString();
        var authority = url.getRawAuthority();
        if (authority == null) {
            return text;
        }
        var host = url.getPort() < 0 ? authority : authority.substring(0, authority.lastIndexOf(':'));
        int at = text.indexOf(authority);
        return text.substring(0, at) + host + (port < 0 ? "" : ":" + port) + text.substring(at + authority.length());
    }
}
