package org.homeline.gateway.ussd.africastalking;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.homeline.compliance.AddressVelocity;
import org.homeline.compliance.CallerAddress;
import org.homeline.compliance.Callers;
import org.homeline.gateway.ussd.Answer;
import org.homeline.gateway.ussd.UssdSessions;
import org.homeline.language.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The callback of Africa's Talking. */
@Controller("/gateways/africastalking")
final class UssdController {
    /** The provider gives up after 15 seconds; what is running then finishes, and a repeated callback hears of it. */
    private static final long ANSWER_WITHIN_SECONDS = 13;

    private static final Logger LOG = LoggerFactory.getLogger(UssdController.class);

    private final Access access;
    private final UssdSessions sessions;
    private final AddressVelocity velocity;
    private final Callers callers;
    private final ExecutorService executor;

    UssdController(
            Access access,
            UssdSessions sessions,
            AddressVelocity velocity,
            Callers callers,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.access = access;
        this.sessions = sessions;
        this.velocity = velocity;
        this.callers = callers;
        this.executor = executor;
    }

    /** Runs on the event loop: whatever waits is done on a thread of its own. */
    @Post("/ussd")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_PLAIN)
    CompletableFuture<HttpResponse<String>> step(
            HttpRequest<?> request, @Nullable @QueryValue String key, @Nullable @Body String body) {
        if (!access.isOn()) {
            return done(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (!access.allows(key, from(request))) {
            var caller = caller(request);
            return CompletableFuture.supplyAsync(() -> HttpResponse.status(refused(caller)), executor);
        }
        var form = Form.parse(body == null ? "" : body);
        if (form.isEmpty()) {
            return done(HttpStatus.BAD_REQUEST);
        }
        var callback = form.get();
        var language = new AtomicReference<@Nullable Language>();
        return CompletableFuture.supplyAsync(
                        () -> sessions.answer(callback.sessionId(), callback.phone(), callback.text(), language::set),
                        executor)
                .orTimeout(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> {
                    if (!(failure instanceof TimeoutException)) {
                        LOG.error("a USSD step failed: {}", failure.getClass().getName());
                    }
                    var known = language.get();
                    return sessions.unavailable(known == null ? sessions.likely(callback.phone()) : known);
                })
                .thenApply(UssdController::written);
    }

    private HttpStatus refused(CallerAddress caller) {
        return velocity.failed("ussd", caller) ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.FORBIDDEN;
    }

    private InetAddress from(HttpRequest<?> request) {
        return callers.address(
                request.getRemoteAddress().getAddress(), request.getHeaders().getAll("X-Forwarded-For"));
    }

    private CallerAddress caller(HttpRequest<?> request) {
        return callers.network(
                request.getRemoteAddress().getAddress(), request.getHeaders().getAll("X-Forwarded-For"));
    }

    private static HttpResponse<String> written(Answer answer) {
        return HttpResponse.ok((answer.ends() ? "END " : "CON ") + answer.text());
    }

    private static CompletableFuture<HttpResponse<String>> done(HttpStatus status) {
        return CompletableFuture.completedFuture(HttpResponse.status(status));
    }
}
