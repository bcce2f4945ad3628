package org.homeline.settlement.link;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.homeline.iso8583.Link;
import org.homeline.iso8583.Message;
import org.homeline.iso8583.Received;
import org.homeline.iso8583.Reply;
import org.homeline.settlement.Partner;
import org.homeline.signing.NetworkKeyException;
import org.homeline.signing.Wrapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Network management with a partner (0800): sign-on, keys, echo, sign-off. None of it is ever reversed. */
final class Network {
    private static final Logger LOG = LoggerFactory.getLogger(Network.class);
    private static final String APPROVED = "00";
    /** Invalid transaction. */
    private static final String NOT_SERVED = "12";

    /** What an operator looks at first where a partner is not understood, or says nothing. */
    static final String OTHER_DIALECT = "; are dialect and framing the partner's?";

    private static final Set<String> AGREED = Set.of(Letters.SIGN_ON, Letters.SIGN_OFF, Letters.ECHO);

    private final Partner partner;
    private final Link link;
    private final Desk desk;
    private final Letters letters;

    Network(Partner partner, Link link, Desk desk) {
        this.partner = partner;
        this.link = link;
        this.desk = desk;
        this.letters = new Letters(partner);
    }

    /** Empty once it is signed on, and has the partner's new key where it sends any; else why not. */
    CompletableFuture<Optional<String>> signOn() {
        return ask(Letters.SIGN_ON).thenCompose(reply -> {
            var refused = refusal("sign-on", reply)
                    .map(why -> reply instanceof Reply.Silence ? "connected, but " + why + OTHER_DIALECT : why);
            return refused.isPresent()
                    ? CompletableFuture.completedFuture(refused)
                    : partner.codes()
                            .flatMap(codes -> codes.keyEncryptingKey().map(kek -> changeKey(codes, kek)))
                            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
        });
    }

    CompletableFuture<Reply> echo() {
        return ask(Letters.ECHO);
    }

    /** Waits for the partner to hear of it, but not for long: the connection ends anyway. */
    void signOff(Duration within) {
        try {
            var reply = ask(Letters.SIGN_OFF).get(within.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info(
                    "link {}: signed off: {}",
                    partner.id(),
                    refusal("sign-off", reply).orElse("agreed"));
        } catch (ExecutionException | TimeoutException silent) {
            LOG.info("link {}: nobody heard the sign-off: {}", partner.id(), String.valueOf(silent.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Answers a request of the partner's: yes to sign-on, sign-off and echo. Keys are asked for, never taken from who sends them,
     * and nothing else is served.
     *
     * @return its network code where that was agreed to
     */
    Optional<String> request(Received received) {
        var message = received.message();
        var code = message.text(Letters.NETWORK_CODE).filter(AGREED::contains);
        if (message.mti().charAt(1) != '8' || code.isEmpty()) {
            LOG.warn("link {}: not served: {}", partner.id(), received.description());
        }
        var agreed = message.mti().charAt(1) == '8' ? code : Optional.<String>empty();
        var answer = Letters.answer(message, agreed.isPresent() ? APPROVED : NOT_SERVED);
        link.tell(answer, partner.dialect().pack(answer));
        return agreed;
    }

    private CompletableFuture<Optional<String>> changeKey(Partner.Codes codes, String keyEncryptingKey) {
        return ask(Letters.KEY_CHANGE).thenApply(reply -> {
            var refused = refusal("key change", reply);
            if (refused.isPresent() || !(reply instanceof Reply.Answered(Received received))) {
                return refused;
            }
            return take(codes, keyEncryptingKey, received.message());
        });
    }

    /** The key block is the wrapped key, a slash and the key's check value, in hexadecimal. */
    private Optional<String> take(Partner.Codes codes, String keyEncryptingKey, Message message) {
        var parts = message.text(partner.fields().keyBlock()).orElse("").split("/", -1);
        if (parts.length != 2) {
            return Optional.of("key change: field " + partner.fields().keyBlock() + " has no key and check value");
        }
        try {
            desk.keys()
                    .importWorking(
                            codes.key(),
                            keyEncryptingKey,
                            codes.tripleDes() ? Wrapping.TDES_ECB : Wrapping.AES_KEY_WRAP,
                            HexFormat.of().parseHex(parts[0]),
                            HexFormat.of().parseHex(parts[1].strip()));
            return Optional.empty();
        } catch (NetworkKeyException | IllegalArgumentException refused) {
            return Optional.of("key change: " + refused.getMessage());
        }
    }

    private CompletableFuture<Reply> ask(String code) {
        var now = desk.clock().instant();
        int stan = desk.table().traces(partner.id(), partner.cutOver().day(now), 1);
        var message = letters.network(code, stan, now);
        return link.ask(
                message, partner.dialect().pack(message), partner.times().answer());
    }

    private static Optional<String> refusal(String what, Reply reply) {
        return switch (reply) {
            case Reply.Answered(Received received) -> {
                var code = received.message().text(Letters.RESPONSE).orElse("none");
                yield code.equals(APPROVED) ? Optional.empty() : Optional.of(what + " was answered " + code);
            }
            case Reply.NotSent(var why) -> Optional.of(what + ": " + why);
            case Reply.Silence(var why) -> Optional.of(what + " was not answered: " + why);
        };
    }
}
