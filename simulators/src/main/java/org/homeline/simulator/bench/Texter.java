package org.homeline.simulator.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.homeline.simulator.twilio.Account;
import org.homeline.simulator.twilio.Signature;

/**
 * Phones that text, as Twilio posts it: signed, each message with a name of its own.
 *
 * @param to where it is posted and what it is signed for
 * @param sids names of messages, each another
 * @param numbers who texts, one after the other, in E.164
 * @param expected a part of the right answer
 */
record Texter(URI to, Account account, Supplier<String> sids, Iterator<String> numbers, String body, String expected)
        implements Caller {
    @Override
    public Optional<Exchange> next() {
        if (!numbers.hasNext()) {
            return Optional.empty();
        }
        var sid = sids.get();
        var form = new TreeMap<>(Map.of(
                "AccountSid",
                account.sid(),
                "ApiVersion",
                "2010-04-01",
                "Body",
                body,
                "From",
                numbers.next(),
                "MessageSid",
                sid,
                "NumMedia",
                "0",
                "NumSegments",
                "1",
                "SmsSid",
                sid,
                "SmsStatus",
                "received",
                "To",
                account.number()));
        var encoded = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var header = "X-Twilio-Signature: " + Signature.of(account.token(), to, form) + "\r\n";
        return Optional.of(Exchange.post(to, encoded, header, "", expected));
    }

    @Override
    public boolean mayStop() {
        return true;
    }
}
