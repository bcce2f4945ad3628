package org.homeline.gateway.sms.twilio;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.homeline.compliance.AddressVelocity;
import org.homeline.compliance.Callers;
import org.homeline.gateway.sms.InboundText;
import org.homeline.gateway.sms.Inbox;
import org.homeline.gateway.sms.Keyword;
import org.homeline.phone.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Twilio's webhooks. Whoever is not Twilio changes nothing and learns nothing. */
@Controller("/gateways/twilio")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TwilioController {
    private static final String EMPTY_TWIML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
    private static final Pattern MESSAGE_SID = Pattern.compile("[A-Za-z0-9]{1,64}");

    private final Caller caller;
    private final Inbox inbox;
    private final StatusReports reports;
    private final AddressVelocity velocity;
    private final Callers callers;

    TwilioController(Caller caller, Inbox inbox, StatusReports reports, AddressVelocity velocity, Callers callers) {
        this.caller = caller;
        this.inbox = inbox;
        this.reports = reports;
        this.velocity = velocity;
        this.callers = callers;
    }

    /**
     * A text came in. What it asks for is done by the time this answers; the reply goes out through the outbox. Where it
     * failed this answers 503, which Twilio shows the operator, and sends again where he gave it a fallback address.
     */
    @Post("/sms")
    HttpResponse<?> sms(HttpRequest<?> request, @Nullable @Body String body) {
        return ifAuthentic(request, body, form -> {
            boolean done = read(form).map(inbox::receive).orElse(true);
            return done
                    ? HttpResponse.ok(EMPTY_TWIML).contentType(MediaType.TEXT_XML_TYPE)
                    : HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
        });
    }

    /** A message of ours has come on. */
    @Post("/status")
    HttpResponse<?> status(HttpRequest<?> request, @Nullable @QueryValue String message, @Nullable @Body String body) {
        return ifAuthentic(request, body, form -> {
            reports.record(message == null ? "" : message, form);
            return HttpResponse.ok();
        });
    }

    private HttpResponse<?> ifAuthentic(
            HttpRequest<?> request, @Nullable String body, Function<Form, HttpResponse<?>> work) {
        Form form;
        try {
            form = Form.parse(body == null ? "" : body);
        } catch (IllegalArgumentException notAForm) {
            return refuse(request);
        }
        return switch (caller.judge(request, form)) {
            case AUTHENTIC -> work.apply(form);
            case UNAUTHENTIC -> refuse(request);
            case OFF -> HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    private HttpResponse<?> refuse(HttpRequest<?> request) {
        var address = callers.network(
                request.getRemoteAddress().getAddress(), request.getHeaders().getAll("X-Forwarded-For"));
        return HttpResponse.status(
                velocity.failed("sms", address) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN);
    }

    /** Empty where nobody could be answered: short codes, names, other channels. */
    private static Optional<InboundText> read(Form form) {
        var id = form.get("MessageSid");
        return MESSAGE_SID.matcher(id).matches() && form.get("From").startsWith("+")
                ? PhoneNumber.parse(form.get("From"), "ZZ")
                        .filter(from -> !from.e164().equals(form.get("To")))
                        .map(from -> new InboundText(id, from, form.get("Body"), keyword(form)))
                : Optional.empty();
    }

    /** Advanced Opt-Out tells what it has acted on, whatever the word was. */
    private static Keyword keyword(Form form) {
        return switch (form.get("OptOutType")) {
            case "STOP" -> Keyword.STOP;
            case "START" -> Keyword.START;
            case "HELP" -> Keyword.HELP;
            default -> Keyword.of(form.get("Body"));
        };
    }
}
