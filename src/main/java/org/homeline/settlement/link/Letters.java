package org.homeline.settlement.link;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.homeline.iso8583.Message;
import org.homeline.settlement.Details;
import org.homeline.settlement.Instruction;
import org.homeline.settlement.Partner;
import org.homeline.settlement.SettlementDay;
import org.joda.money.CurrencyUnit;

/** Writes the messages that a partner gets (ISO 8583:1987). */
final class Letters {
    static final String SIGN_ON = "001";
    static final String SIGN_OFF = "002";
    static final String KEY_CHANGE = "101";
    static final String ECHO = "301";

    static final int AMOUNT = 4;
    static final int TRANSMITTED = 7;
    static final int STAN = 11;
    static final int RRN = 37;
    static final int RESPONSE = 39;
    static final int SETTLEMENT_CODE = 66;
    static final int NETWORK_CODE = 70;
    /** Of credits, their reversals, debits and their reversals. */
    static final List<Integer> NUMBERS = List.of(74, 75, 76, 77);

    static final List<Integer> AMOUNTS = List.of(86, 87, 88, 89);

    /** Transfers of money (ISO 18245: money orders and wire transfers). */
    private static final String MERCHANT_TYPE = "4829";

    private static final int ORIGINAL = 90;
    private static final DateTimeFormatter TRANSMISSION = DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    private final Partner partner;

    Letters(Partner partner) {
        this.partner = partner;
    }

    /** Field 7: month, day and time, UTC. */
    static String transmitted(Instant at) {
        return TRANSMISSION.format(at.atOffset(ZoneOffset.UTC));
    }

    /** The request or the advice, first or repeated. */
    Message first(Instruction instruction, Details details) {
        var service = service(instruction);
        boolean repeat = instruction.tries() > 1;
        return body(instruction, details).as(type(service.advice() ? "22" : "20", repeat));
    }

    /** The advice that the request is taken back: its data again, and field 90 that names it. */
    Message reversal(Instruction instruction, Details details) {
        var original = type("20", false)
                + stan(instruction)
                + Objects.requireNonNull(instruction.transmitted())
                + zeroFilled(partner.identity().acquirer(), 11)
                + "0".repeat(11);
        return body(instruction, details)
                .as(type("42", instruction.tries() > 1))
                .with(ORIGINAL, original);
    }

    private Message body(Instruction instruction, Details details) {
        var identity = partner.identity();
        var currency = instruction.amount().currency();
        var local = local(instruction);
        var debit = instruction.direction() == Partner.Kind.DEBIT;
        return Message.of(type("20", false))
                .with(3, service(instruction).processingCode())
                .with(AMOUNT, zeroFilled(Long.toString(instruction.minor()), 12))
                .with(TRANSMITTED, Objects.requireNonNull(instruction.transmitted()))
                .with(STAN, stan(instruction))
                .with(12, TIME.format(local))
                .with(13, DAY.format(local))
                .with(15, DAY.format(Objects.requireNonNull(instruction.day())))
                .with(18, MERCHANT_TYPE)
                .with(32, identity.acquirer())
                .with(RRN, Objects.requireNonNull(instruction.rrn()))
                .with(41, identity.terminal())
                .with(42, filled(identity.acceptor(), 15))
                .with(43, filled(identity.place(), 40))
                .with(49, numeric(currency))
                .with(debit ? partner.fields().from() : partner.fields().to(), details.account())
                .with(partner.fields().description(), details.description());
    }

    /** Network management: sign-on, echo and the like. */
    Message network(String code, int stan, Instant at) {
        return Message.of(type("80", false))
                .with(TRANSMITTED, transmitted(at))
                .with(STAN, String.format(Locale.ROOT, "%06d", stan))
                .with(NETWORK_CODE, code);
    }

    /** The advice of what a business day came to, first or repeated. */
    Message reconciliation(SettlementDay day) {
        var totals = day.ours();
        var sums = List.of(totals.credits(), totals.creditReversals(), totals.debits(), totals.debitReversals());
        long net = totals.netCredit();
        var message = Message.of(type("52", day.tries() > 1))
                .with(TRANSMITTED, Objects.requireNonNull(day.transmitted()))
                .with(STAN, String.format(Locale.ROOT, "%06d", Objects.requireNonNull(day.stan())))
                .with(15, DAY.format(day.day()))
                .with(32, partner.identity().acquirer())
                .with(50, numeric(CurrencyUnit.of(day.currency())))
                .with(97, (net < 0 ? "D" : "C") + zeroFilled(Long.toString(Math.abs(net)), 16));
        for (int i = 0; i < NUMBERS.size(); i++) {
            message = message.with(
                            NUMBERS.get(i), zeroFilled(Long.toString(sums.get(i).number()), 10))
                    .with(AMOUNTS.get(i), zeroFilled(Long.toString(sums.get(i).minor()), 16));
        }
        return message;
    }

    private static String numeric(CurrencyUnit currency) {
        return String.format(Locale.ROOT, "%03d", currency.getNumericCode());
    }

    /** The answer to a request of the partner's. */
    static Message answer(Message request, String code) {
        var answer = Message.of(request.answerMti());
        for (int field : new int[] {3, AMOUNT, TRANSMITTED, STAN, RRN, NETWORK_CODE}) {
            var value = request.text(field);
            if (value.isPresent()) {
                answer = answer.with(field, value.get());
            }
        }
        return answer.with(RESPONSE, code);
    }

    private ZonedDateTime local(Instruction instruction) {
        return instruction.made().atZone(partner.cutOver().zone());
    }

    private Partner.Service service(Instruction instruction) {
        var service = partner.services().get(instruction.direction());
        if (service == null) {
            throw new IllegalStateException(partner.id() + " no longer does " + instruction.kind());
        }
        return service;
    }

    /** Version, class and function, and whether it is a repeat. */
    private String type(String classAndFunction, boolean repeat) {
        return partner.identity().version() + classAndFunction + (repeat ? "1" : "0");
    }

    private static String stan(Instruction instruction) {
        return String.format(Locale.ROOT, "%06d", Objects.requireNonNull(instruction.stan()));
    }

    private static String zeroFilled(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    private static String filled(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
