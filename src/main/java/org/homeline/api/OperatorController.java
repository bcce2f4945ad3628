package org.homeline.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;

/** The operator's desk on the wire; {@link OperatorFilter} stands before it. */
@Controller("/operator")
final class OperatorController {
    /** Who gives the command: the name of the system's user. */
    static final String OPERATOR = "X-Homeline-Operator";

    private final OperatorDesk desk;

    OperatorController(OperatorDesk desk) {
        this.desk = desk;
    }

    @Post(uri = "/{operation}", consumes = MediaType.APPLICATION_JSON)
    OperatorAnswer ask(
            @PathVariable String operation,
            @Body String input,
            @Header(OPERATOR) String operator,
            @Header("Idempotency-Key") String key) {
        return desk.ask(operation, input, operator, key);
    }
}
