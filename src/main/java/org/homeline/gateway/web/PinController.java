package org.homeline.gateway.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Locale;
import org.homeline.compliance.AddressVelocity;
import org.homeline.compliance.Callers;
import org.homeline.customer.PinLinks;
import org.homeline.language.Language;
import org.homeline.language.Texts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page where somebody chooses a PIN. Looking at it changes nothing, so that a messenger which fetches links to show what
 * is behind them uses none up; only the form does. Whoever comes with no link of ours is put off after a while; whoever
 * comes with one is served, whatever others behind the same address do.
 */
@Controller(PinLinks.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PinController {
    private static final Logger LOG = LoggerFactory.getLogger(PinController.class);
    private static final String ENTRANCE = "web";

    private final PinDesk desk;
    private final PinPage page;
    private final Texts texts;
    private final AddressVelocity velocity;
    private final Callers callers;

    PinController(PinDesk desk, PinPage page, Texts texts, AddressVelocity velocity, Callers callers) {
        this.desk = desk;
        this.page = page;
        this.texts = texts;
        this.velocity = velocity;
        this.callers = callers;
    }

    @Get("{token}")
    HttpResponse<String> show(HttpRequest<?> request, @PathVariable String token) {
        return answer(request, token, null);
    }

    @Post("{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<String> take(HttpRequest<?> request, @PathVariable String token, @Nullable @Body String form) {
        return answer(request, token, form == null ? "" : form);
    }

    /** @param form what was sent; null where the page is only looked at */
    private HttpResponse<String> answer(HttpRequest<?> request, String token, @Nullable String form) {
        var spoken = spoken(request);
        try {
            var address = callers.network(
                    request.getRemoteAddress().getAddress(),
                    request.getHeaders().getAll("X-Forwarded-For"));
            var visitor = desk.visitor(token);
            if (visitor.isEmpty()) {
                return velocity.failed(ENTRANCE, address)
                        ? put(HttpStatus.TOO_MANY_REQUESTS, page.says(spoken, page.say(spoken, "web.busy")))
                                .header(
                                        "Retry-After",
                                        Long.toString(velocity.retryAfter().toSeconds()))
                        : put(HttpStatus.NOT_FOUND, page.says(spoken, page.say(spoken, "web.over")));
            }
            var shown = form == null ? desk.look(visitor.get()) : desk.choose(visitor.get(), PinForm.parse(form));
            return put(shown.status(), shown.html());
        } catch (RuntimeException failure) {
            // Its kind and place, not its message, which may hold what was typed.
            var where = new IllegalStateException(failure.getClass().getName());
            where.setStackTrace(failure.getStackTrace());
            LOG.error("the page for PINs failed", where);
            return put(HttpStatus.SERVICE_UNAVAILABLE, page.says(spoken, page.say(spoken, "web.failed")));
        }
    }

    private static MutableHttpResponse<String> put(HttpStatus status, String html) {
        return HttpResponse.<String>status(status)
                .body(html)
                .contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", PinPage.contentSecurityPolicy())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex");
    }

    /** What to speak to somebody who is not known yet: what the browser asks for first of what is spoken here. */
    private Language spoken(HttpRequest<?> request) {
        var asked = request.getHeaders().get("Accept-Language");
        if (asked == null || asked.length() > 200) {
            return Language.ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(asked).stream()
                    .map(range -> range.getRange().split("-", 2)[0])
                    .flatMap(code -> texts.language(code).stream())
                    .findFirst()
                    .orElse(Language.ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return Language.ENGLISH;
        }
    }
}
