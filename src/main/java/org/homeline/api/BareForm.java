package org.homeline.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import org.jspecify.annotations.Nullable;

/**
 * What a form costs this server when nothing is done with it: the benchmark's measures, which its own server alone has. One
 * takes the fields of a USSD callback apart, as Micronaut binds them; the other only the body, as one text.
 */
@Controller("/bench")
@Requires(property = BareForm.PROPERTY, value = "true")
final class BareForm {
    static final String PROPERTY = "homeline.bench.bare";

    private static final String ANSWER = "CON a form came";

    @Post("/form")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_PLAIN)
    String form(String sessionId, String serviceCode, String phoneNumber, String networkCode, String text) {
        boolean whole = !sessionId.isEmpty()
                && !serviceCode.isEmpty()
                && !phoneNumber.isEmpty()
                && !networkCode.isEmpty()
                && !text.isEmpty();
        return whole ? ANSWER : "END a part is missing";
    }

    @Post("/text")
    @Consumes(MediaType.ALL)
    @Produces(MediaType.TEXT_PLAIN)
    String text(@Nullable @Body String body) {
        return body == null || body.isEmpty() ? "END nothing came" : ANSWER;
    }
}
