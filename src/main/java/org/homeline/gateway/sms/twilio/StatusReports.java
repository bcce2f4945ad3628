package org.homeline.gateway.sms.twilio;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.homeline.outbox.OptOuts;
import org.homeline.outbox.Report;
import org.homeline.outbox.Reports;
import org.homeline.phone.PhoneNumber;

/** Reads Twilio's status callbacks. */
@Singleton
final class StatusReports {
    private final Reports reports;
    private final OptOuts optOuts;

    StatusReports(Reports reports, OptOuts optOuts) {
        this.reports = reports;
        this.optOuts = optOuts;
    }

    /** @param message the outbox's id, as the callback's URL carries it */
    void record(String message, Form form) {
        var providerId = form.get("MessageSid");
        var error = form.find("ErrorCode").filter(code -> !code.isEmpty() && !code.equals("0"));
        var stage = stage(form.get("MessageStatus"));
        if (stage.isPresent() && providerId.length() <= 64) {
            id(message)
                    .ifPresent(id -> reports.record(new Report(
                            id,
                            providerId,
                            stage.get(),
                            error.map(StatusReports::cut).orElse(null))));
        }
        if (error.filter(TwilioErrors::isOptOut).isPresent()) {
            PhoneNumber.parse(form.get("To"), "ZZ").ifPresent(optOuts::add);
        }
    }

    /** The values of a Message resource's status that a message of ours can have. */
    private static Optional<Report.Stage> stage(String status) {
        return switch (status) {
            case "accepted", "scheduled", "queued", "sending" -> Optional.of(Report.Stage.QUEUED);
            case "sent" -> Optional.of(Report.Stage.SENT);
            case "delivered", "read" -> Optional.of(Report.Stage.DELIVERED);
            case "undelivered", "failed", "canceled" -> Optional.of(Report.Stage.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> id(String message) {
        try {
            return Optional.of(UUID.fromString(message));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String cut(String error) {
        return error.substring(0, Math.min(20, error.length()));
    }
}
