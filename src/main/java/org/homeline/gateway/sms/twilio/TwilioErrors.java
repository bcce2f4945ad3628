package org.homeline.gateway.sms.twilio;

import com.twilio.exception.ApiException;
import java.util.Optional;
import org.homeline.outbox.SmsSender.Outcome;

/** What Twilio's refusals mean (documentation, "Error and warning dictionary"). */
final class TwilioErrors {
    private static final String OPTED_OUT = "21610";
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NO_SUCH_ACCOUNT = 404;

    private TwilioErrors() {}

    static boolean isOptOut(String code) {
        return code.equals(OPTED_OUT);
    }

    /**
     * A refusal of the message is for good (21211 and 21614: no number that can be texted; 21408: no permission for the
     * country); a refusal of the account is the operator's to mend, and the message waits for that.
     */
    static Outcome outcome(ApiException refused) {
        var code = refused.getCode() == null ? "" : refused.getCode().toString();
        int status = refused.getStatusCode() == null ? 0 : refused.getStatusCode();
        if (isOptOut(code)) {
            return new Outcome.OptedOut("opted-out: " + code);
        }
        return switch (status) {
            case UNAUTHORISED, FORBIDDEN, NO_SUCH_ACCOUNT ->
                new Outcome.Retry("Twilio refuses the account: " + status + " " + code, Optional.empty());
            default ->
                status >= 400 && status < 500
                        ? new Outcome.Rejected(code.isEmpty() ? "refused: " + status : code)
                        : new Outcome.Unknown("unreadable answer: " + status);
        };
    }
}
